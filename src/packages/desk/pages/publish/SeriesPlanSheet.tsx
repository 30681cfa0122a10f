import { View } from '@tarojs/components'
import { calendar, momentOfDay } from '@core/domain/times'
import { BigButton, Notice, Sheet } from '@/ui'
import type { EditPlan } from '../../form/series-plan'
import { monthLines } from '../../form/weekly'

interface SeriesPlanSheetProps {
  plan: EditPlan
  busy: boolean
  onSave: () => void
  onClose: () => void
}

const short = (day: string) => {
  const { month, date } = calendar(momentOfDay(day))
  return `${month} 月 ${date} 日`
}

/** What an edit of a series will do, before it is done. */
export function SeriesPlanSheet({ plan, busy, onSave, onClose }: SeriesPlanSheetProps) {
  const { changed, kept, added, calledOff } = plan
  const moved = changed.filter(({ from, to }) => from !== to)
  const people = calledOff.reduce((sum, each) => sum + each.people, 0)
  return (
    <Sheet
      title={`改 ${changed.length} 场`}
      say="报了名的邻居，每场只收到一条消息。"
      onClose={onClose}
      foot={
        <>
          <BigButton busy={busy} onTap={onSave}>
            {busy ? '正在改…' : calledOff.length > 0 ? `改，${calledOff.length} 场不办了` : '就这样改'}
          </BigButton>
          <BigButton variant="line" onTap={onClose}>
            再看看
          </BigButton>
        </>
      }
    >
      <Part title={`照新的办，${changed.length} 场`} lines={monthLines(changed.map(({ to }) => to))} />
      {moved.length > 0 && (
        <View className="small i2 mt1">
          {`其中 ${moved.length} 场换了日子，比如 ${short(moved[0]?.from ?? '')} 换到 ${short(moved[0]?.to ?? '')}`}
        </View>
      )}
      {added.length > 0 && <Part title={`新添，${added.length} 场`} lines={monthLines(added)} />}
      {kept.length > 0 && <Part title={`单独改过的，不动，${kept.length} 场`} lines={monthLines(kept)} />}
      {calledOff.length > 0 && (
        <>
          <Part title={`不办了，${calledOff.length} 场`} lines={monthLines(calledOff.map(({ day }) => day))} />
          <View className="mt2">
            <Notice tone="warn" icon="bell">
              {people > 0 ? `这几场有 ${people} 位报名和候补的邻居，会马上告诉他们。` : '这几场还没有人报名。'}
            </Notice>
          </View>
        </>
      )}
    </Sheet>
  )
}

function Part({ title, lines }: { title: string; lines: readonly string[] }) {
  return (
    <View className="mt4">
      <View className="b">{title}</View>
      {lines.map((line) => (
        <View key={line}>{line}</View>
      ))}
    </View>
  )
}
