import './index.scss'
import { View } from '@tarojs/components'
import { useWhere } from '@/client'
import { callPhone, go, useEndReached, useNow, usePulled, useShare } from '@/device'
import { LongList } from '@/parts'
import { OlderAnswer, TroubleView } from '@/parts/Asked'
import { CaseSkeleton, CaseTicket, ListFoot } from '@/parts/case'
import { sharePicture } from '@/parts/share/pictures'
import { useWhereBar } from '@/parts/WhereBar'
import { BigButton, Chip, Chips, Empty, Link, Notice, Page } from '@/ui'
import { Doors } from './Doors'
import { WishHead } from './WishHead'
import { useWishes, type Shown } from './use-wishes'

const chips: readonly { shown: Shown; word: string }[] = [
  { shown: 'open', word: '正在办' },
  { shown: 'done', word: '已圆' },
  { shown: 'mine', word: '我的' },
]
/** All that was done is called alike here, whatever service it was. */
const words = { closed: '已圆' }

export default function Wishes() {
  const { words: where } = useWhere()
  const { bar, over } = useWhereBar()
  const now = useNow()
  const wishes = useWishes()
  const { shown, show, list, counts, waiting, isGuest } = wishes
  usePulled(wishes.again)
  useEndReached(list.more)
  useShare(() => ({ title: `${where}的心愿，一起来圆`, path: '/pages/wishes/index', imageUrl: sharePicture }))
  const isMineOfGuest = shown === 'mine' && isGuest

  return (
    <Page
      nav={bar}
      busy={list.loading}
      over={
        <>
          <View className="wish-bar">
            <BigButton icon="plus" onTap={() => void go.ask()}>
              许个心愿
            </BigButton>
          </View>
          {over}
        </>
      }
    >
      <WishHead />
      <Doors />
      <View className="mt4">
        <Chips name="看哪些心愿">
          {chips.map((chip) => {
            const count = counts[chip.shown]
            return (
              <Chip
                key={chip.shown}
                on={chip.shown === shown}
                onTap={() => show(chip.shown)}
                name={count === undefined ? chip.word : `${chip.word}，${count} 件`}
              >
                {count === undefined ? chip.word : `${chip.word} ${count}`}
              </Chip>
            )
          })}
        </Chips>
      </View>
      {shown !== 'mine' && waiting.length > 0 && (
        <View className="mt4">
          <Notice
            tone="warn"
            action={<Link onTap={() => (waiting[1] ? show('mine') : void go.case(waiting[0]?.id ?? ''))}>看一看</Link>}
          >
            {waiting[1] ? `您提的事，有 ${waiting.length} 件等您回一句` : `「${bare(waiting[0]?.title)}」等您回一句`}
          </Notice>
        </View>
      )}
      <View className="cards mt4 wish-list">
        {list.trouble && list.data && <OlderAnswer trouble={list.trouble} onRetry={list.again} />}
        {list.trouble && !list.data && <TroubleView trouble={list.trouble} onRetry={list.again} />}
        {list.loading && !isMineOfGuest && <CaseSkeleton />}
        <LongList
          key={shown}
          rows={isMineOfGuest ? [] : list.items}
          size={8}
          rowHeight={150}
          draw={(cards) => (
            <View className="cards">
              {cards.map((card) => (
                <CaseTicket key={card.id} card={card} now={now} words={words} onTap={() => void go.case(card.id)} />
              ))}
            </View>
          )}
        />
        {(isMineOfGuest || (list.data && list.items.length === 0)) && <Nothing shown={shown} />}
        {list.items.length > 0 && <ListFoot list={list} all="都在这里了" />}
      </View>
    </Page>
  )
}

/** A title without the mark at its end, for the middle of a sentence. */
const bare = (title = '') => title.replace(/[。，；…]+$/, '')

const nothing: Record<Shown, { title: string; say: string }> = {
  open: { title: '现在没有在办的心愿', say: '家里、楼里有什么为难的事，\n写两句，大家一起想办法。' },
  done: { title: '今年还没有圆的心愿', say: '圆了一个，这里就亮一盏。' },
  mine: { title: '您还没有许过心愿', say: '小到一盏灯、一段扶手，\n写两句就行。' },
}

/** Nothing in this list yet; who would rather talk than write calls. */
function Nothing({ shown }: { shown: Shown }) {
  const { community } = useWhere()
  return (
    <Empty drawing="no-wish" {...nothing[shown]}>
      {community?.phone && (
        <View className="mt2">
          <Link icon="phone" onTap={() => void callPhone(community.phone)}>
            打给{community.name}，说给他们听
          </Link>
        </View>
      )}
    </Empty>
  )
}
