import { View } from '@tarojs/components'
import { wordsFor } from '@/client'
import { ask } from '@/device'
import { Link, Notice } from '@/ui'
import { giveUpSteps, readNotTaken, type Way } from '../../book/book'
import type { OpenBook } from '../../book/use-book'
import { notTakenWords } from '../../book/words'

/** Why nothing goes out, and when it will. */
const wayWords: Record<Exclude<Way, 'open'>, { now: string; later: string }> = {
  offline: { now: '没有网络，照样点。', later: '连上网自动补传。' },
  busy: { now: '这会儿人很多，照样点。', later: '过一会儿自动补传。' },
}

/** What stands between this phone and the cloud, and what is safe all the same; nothing while all is well. */
export function Notices({ id, book }: { id: string; book: OpenBook }) {
  const { steps, way, held, notTaken, isKept, settledAt, card } = book
  const people = book.people.filter(({ isPending }) => isPending).length
  const refused = held?.refusal ? wordsFor(held) : null
  const giveUp = async () => {
    const isSure = await ask({
      title: '这几条不传了？',
      body: `${steps.length} 条签到会从这部手机上拿掉，不能再找回。`,
      yes: '不传了',
    })
    if (isSure) giveUpSteps(id)
  }
  return (
    <View className="col g3 mt2">
      {way !== 'open' && (
        <Notice tone="warn" icon={way === 'busy' ? 'hourglass' : 'offline'} alert>
          {[wayWords[way].now, steps.length > 0 && `已记下 ${people} 人，`, wayWords[way].later]
            .filter(Boolean)
            .join('')}
        </Notice>
      )}
      {!isKept && (
        <Notice tone="danger" title="这部手机的存储满了" alert>
          先别关掉小程序，连上网传完再关。
        </Notice>
      )}
      {way === 'open' && refused && steps.length > 0 && (
        <Notice
          tone="warn"
          icon="info"
          title={`${steps.length} 条没能传上去：${refused.why}`}
          alert
          action={<Link onTap={() => void giveUp()}>这几条不传了</Link>}
        >
          {refused.next}
        </Notice>
      )}
      {notTaken.length > 0 && (
        <Notice tone="warn" icon="info" alert action={<Link onTap={() => readNotTaken(id)}>知道了</Link>}>
          {notTaken.map((each) => (
            <View key={each.key}>{notTakenWords(each)}</View>
          ))}
        </Notice>
      )}
      {card?.state === 'cancelled' && <Notice icon="info">这场不办了，名单留着看。</Notice>}
      {settledAt !== null && <Notice icon="check">谁来了、多少时长，都已经确认过了。</Notice>}
    </View>
  )
}
