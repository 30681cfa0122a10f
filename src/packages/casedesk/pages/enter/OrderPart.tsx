import { View } from '@tarojs/components'
import { actions } from '@core/contract'
import { dateWords, momentOfDay } from '@core/domain/times'
import { useAction } from '@/client'
import { useNow } from '@/device'
import { Asked } from '@/parts/Asked'
import { ChoiceField, Notice, SectionTitle } from '@/ui'
import type { Entering } from './use-entering'

/** Which project of the menu, and on which of its next days. */
export function OrderPart({ entering }: { entering: Entering }) {
  const now = useNow()
  const { communityId, draft, wrong, change } = entering
  const asking = useAction(actions.listProjects, { communityId })
  return (
    <>
      <SectionTitle>约哪一样</SectionTitle>
      <Asked asking={asking}>
        {({ items }) => {
          const open = items.filter(({ isOn }) => isOn)
          const project = open.find(({ id }) => id === draft.projectId)
          const days = (project?.days ?? []).filter(({ left }) => left > 0)
          if (open.length === 0) return <Notice icon="info">菜单上现在没有能约的。</Notice>
          return (
            <View className="fields">
              <ChoiceField
                label="哪一样"
                options={open.map(({ title, team }) => `${title} · ${team}`)}
                value={open.findIndex(({ id }) => id === draft.projectId)}
                onChange={(index) => change({ projectId: open[index]?.id ?? '', day: '' })}
                wrong={wrong.project}
              />
              {project && (
                <ChoiceField
                  label="哪一天"
                  options={days.map(({ day, left }) => `${dateWords(momentOfDay(day), now)} · 余 ${left} 家`)}
                  value={days.findIndex(({ day }) => day === draft.day)}
                  onChange={(index) => change({ day: days[index]?.day ?? '' })}
                  hint={days.length === 0 ? '近来都约满了' : '请选一天'}
                />
              )}
            </View>
          )
        }}
      </Asked>
    </>
  )
}
