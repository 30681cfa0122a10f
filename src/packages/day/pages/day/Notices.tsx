import { View } from '@tarojs/components'
import { wordsFor } from '@/client'
import { ask } from '@/device'
import { Link, Notice } from '@/ui'
import { giveUpSteps, readNotTaken } from '../../book/book'
import type { OpenBook } from '../../book/use-book'
import { notTakenWords } from '../../book/words'

/** What stands between this phone and the cloud, and what is safe all the same; nothing while all is well. */
export function Notices({ id, book }: { id: string; book: OpenBook }) {
  const { steps, isReached, held, notTaken, isKept, settledAt, card } = book
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
      {!isReached && (
        <Notice tone="warn" icon="offline" alert>
          {steps.length > 0
            ? `没有网络，照样点。已记下 ${people} 人，连上网自动补传。`
            : '没有网络，照样点，连上网自动补传。'}
        </Notice>
      )}
      {!isKept && (
        <Notice tone="danger" title="这部手机的存储满了" alert>
          先别关掉小程序，连上网传完再关。
        </Notice>
      )}
      {isReached && refused && steps.length > 0 && (
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
