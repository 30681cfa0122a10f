import './index.scss'
import { View } from '@tarojs/components'
import { go } from '@/device'
import { Sense } from '@/parts'
import { BigButton, Bone, Link, Notice, NavBar, Page } from '@/ui'
import { ElderLook } from '../../card/ElderLook'
import { Answer, AnswerTrouble } from '../../card/Answer'
import { Inviter, What } from '../../card/Head'
import { MyOwn } from '../../card/Mine'
import { OnlyRead } from '../../card/OnlyRead'
import { After, More, Told } from '../../card/Told'
import { Trio } from '../../card/Trio'
import { isTold } from '../../card/stage'
import { useCard, type CardPage } from '../../card/use-card'
import { toldWords } from '../../card/words'

/** The page a card for an elder opens: large type, no login, no form, two buttons. */
export default function ElderCard() {
  return (
    <ElderLook>
      <CardView />
    </ElderLook>
  )
}

function CardView() {
  const page = useCard()
  const { words, stage, isOnlyRead } = page
  const inviter = words && stage === 'ask' && <Inviter words={words} card={page.card} />
  // From Moments WeChat's own bar stands above the page, and there is no capsule.
  const nav = isOnlyRead ? undefined : <NavBar>{inviter}</NavBar>
  if (!words) {
    return (
      <Page nav={nav} busy={page.loading}>
        {page.loading ? <Waiting /> : <Nothing onRetry={page.again} />}
      </Page>
    )
  }
  return (
    <Page nav={nav}>
      {isOnlyRead && inviter}
      {stage === 'ask' ? <What words={words} card={page.card} now={page.now} /> : <Told {...page} words={words} />}
      <View className="elder__rest">
        <Rest page={page} words={words} />
      </View>
    </Page>
  )
}

interface RestProps {
  page: CardPage
  words: NonNullable<CardPage['words']>
}

/** Below the news: her word, what follows from it, and the three ways that are always there. */
function Rest({ page, words }: RestProps) {
  const { card, stage, isOnlyRead, saying, say } = page
  const isKeeper = card?.you === 'keeper'
  if (isOnlyRead) {
    return (
      <>
        {stage !== 'ask' && <After words={words} card={card} stage={stage} />}
        <OnlyRead words={words} card={card} stage={stage} />
        {stage === 'ask' && <More card={card} />}
      </>
    )
  }
  if (stage === 'ask') {
    return (
      <>
        {isKeeper && <Sense always className="ctr mt5" text={`这是给${card.called}的卡片，您也可以替着答`} />}
        <Answer saying={saying} say={say} />
        <AnswerTrouble trouble={page.trouble} contact={words.contact.name} />
        <Trio {...page} words={words} />
        {page.isAlone && !page.trouble && <Alone onRetry={page.again} />}
        {!page.isAlone && !isKeeper && (
          <View className="ctr i2 mt4">{`您点了，${toldWords(words, card)}马上就知道`}</View>
        )}
        {card?.answer === 'yes' && <View className="ctr i2 mt2">原来的座位退掉了，想去再点一次「我去」</View>}
        <More card={card} />
      </>
    )
  }
  return (
    <>
      <After words={words} card={card} stage={stage} />
      {(stage === 'no' || stage === 'offered') && (
        <View className="elder__yes mt5">
          <BigButton size="xl" busy={saying === 'yes'} disabled={saying === 'no'} onTap={() => void say(true)}>
            {saying === 'yes' ? '正在报名…' : '我去'}
          </BigButton>
        </View>
      )}
      <Trio {...page} words={words} />
      {isTold(stage) && <MyOwn {...page} />}
      <AnswerTrouble trouble={page.trouble} contact={words.contact.name} />
      <WayOut page={page} />
    </>
  )
}

/** Second thoughts, below everything else; or what else there is, once this is over. */
function WayOut({ page }: { page: CardPage }) {
  const { card, stage, saying, say, now } = page
  const isBefore = card !== undefined && now < card.facts.startsAt
  if (stage === 'stranger' && card) {
    return (
      <View className="mt6">
        <BigButton variant="line" onTap={() => void go.activity(card.facts.id)}>
          看看这场活动
        </BigButton>
      </View>
    )
  }
  if (stage === 'off' || stage === 'over' || stage === 'expired') {
    return (
      <View className="mt6">
        <BigButton variant="line" onTap={() => void go.home()}>
          看看别的活动
        </BigButton>
      </View>
    )
  }
  if (stage === 'no' || !isBefore) return null
  return (
    <View className="mt6">
      <BigButton variant="line" busy={saying === 'no'} disabled={saying === 'yes'} onTap={() => void say(false)}>
        {saying === 'no' ? '正在退…' : stage === 'in' ? '不去了，退掉座位' : '这次不去了'}
      </BigButton>
    </View>
  )
}

/** Without a network the card's own words are what there is. */
function Alone({ onRetry }: { onRetry: () => void }) {
  return (
    <View className="mt4">
      <Notice tone="warn" icon="offline" alert action={<Link onTap={onRetry}>再试一次</Link>}>
        网络走神了，上面是卡片上写的。连上网再点「我去」。
      </Notice>
    </View>
  )
}

function Waiting() {
  return (
    <View className="col g5 mt4" aria-role="progressbar" aria-label="正在加载">
      <Bone width="70%" height={44} />
      <Bone height={150} round={20} />
      <Bone height={88} round={44} />
    </View>
  )
}

/** A card without words of its own that could not be asked for either. */
function Nothing({ onRetry }: { onRetry: () => void }) {
  return (
    <View className="col g5 mt4">
      <View className="elder__what" aria-role="heading">
        这张卡片打不开
      </View>
      <View>请家里人再发一张，或者连上网再试一次。</View>
      <BigButton onTap={onRetry}>再试一次</BigButton>
    </View>
  )
}
