// What the page says, and what is read aloud: short sentences, as one says them at the door.
import type { Card } from '@core/contract'
import type { CardWords } from '@/parts/card-link'
import { elderEnd, elderMoment, elderMomentWords, inviter } from '@/parts/elder-words'
import type { Stage } from './stage'

/** Who invites, with her name once the cloud has told it: 女儿文娟. */
export const inviterWords = (words: CardWords, card: Card | undefined) =>
  card?.from.name ? `${card.from.as}${card.from.name}` : inviter(words.as)

/** Who will be told, in the middle of a sentence: 文娟, 女儿, 家里人. */
export const toldWords = (words: CardWords, card: Card | undefined) => card?.from.name || inviter(words.as)

/** Who the page is about: 您, or by what the family calls her for whoever keeps her. */
export const herWords = (card: Card | undefined) => (card?.you === 'keeper' && card.called) || '您'

/** The news of the page, one line, for whatever was said or came about. */
export function headWords(stage: Stage, card: Card | undefined): string {
  const position = card?.mine?.position
  const her = herWords(card)
  if (card && her !== '您') return keeperWords(stage, card)
  switch (stage) {
    case 'in':
      return card?.answer === 'yes' ? '好，给您留了座' : '给您报上名了'
    case 'offered':
      return '有座了，您还去吗'
    case 'waiting':
      return position ? `排在候补第 ${position} 位` : '排上队了'
    case 'asked':
      return '报了名，等回音'
    case 'no':
      return '知道了，这次不去'
    case 'off':
      return '这场不办了'
    case 'over':
      return '这场办完了'
    case 'expired':
      return '这张卡片过期了'
    case 'stranger':
      return '已经有人答过了'
    case 'ask':
      return ''
  }
}

/** The same news for whoever keeps her: it is not she who goes. */
function keeperWords(stage: Stage, card: Card): string {
  const { called, mine, answer } = card
  switch (stage) {
    case 'in':
      return answer === 'yes' ? `${called}去，留了座` : `给${called}报上名了`
    case 'offered':
      return `有座了，${called}还去吗`
    case 'waiting':
      return mine?.position ? `${called}排在候补第 ${mine.position} 位` : `${called}排上队了`
    case 'asked':
      return `给${called}报了名，等回音`
    case 'no':
      return `${called}这次不去`
    default:
      return headWords(stage, { ...card, you: 'new' })
  }
}

/** That who invites has been told. */
export const knownWords = (words: CardWords, card: Card | undefined) => `${toldWords(words, card)}已经知道了`

/** What follows from it, one line each. */
export function afterWords(stage: Stage, words: CardWords, card: Card | undefined): string[] {
  const who = toldWords(words, card)
  const isKeeper = card?.you === 'keeper'
  const her = herWords(card)
  const knows = isKeeper ? [] : [knownWords(words, card)]
  switch (stage) {
    case 'in':
      return [...knows, ...(card?.facts.seesHome ? [`结束了有人送${her}到家`] : [])]
    case 'offered':
      return [`有人退出，座位先给${her}留着`, '去就点「我去」，不去就让给别人']
    case 'waiting':
      return [...knows, `有人退出，就给${her}补上`]
    case 'asked':
      return [...knows, `定下来了，马上告诉${isKeeper ? '您' : who}`]
    case 'no':
      return [...knows, '想去了，再点下面的「我去」']
    case 'off':
      return [card?.facts.reason ? `${card.facts.reason}。` : '', '已经报的名不用管'].filter(Boolean)
    case 'over':
      return ['下回有活动，家里人再发给您']
    case 'expired':
      return [`请${who}再发一张，或者打电话问问`]
    case 'stranger':
      return ['想改的话，用答的那部手机', '您自己想去，点下面看看这场活动']
    case 'ask':
      return []
  }
}

/** Said before she answers, where her yes only queues; empty otherwise. */
export const fullWords = (card: Card | undefined) =>
  card?.isFull && card.you !== 'stranger' ? '座满了，点「我去」先排队' : ''

/** 带上：身份证、老花镜; empty where nothing has to be brought. */
export const bringWords = (bring: readonly string[]) => bring.join('；')

/** 11 月 24 日 周二，到 11 点 */
export function dateLine(words: CardWords, now: number): string {
  const { dated } = elderMoment(words.startsAt, now)
  return [dated, elderEnd(words.startsAt, words.endsAt)].filter(Boolean).join('，')
}

/** Everything the page says, to be read aloud: who invites, what, when, where, what to bring, and how to say yes. */
export function readWords(stage: Stage, words: CardWords, card: Card | undefined, now: number): string {
  const { title, placeName, contact } = words
  const call = contact.phone ? `有事就打电话给${contact.name}，点「打电话」就行。` : ''
  const what = `「${title}」`
  if (['off', 'over', 'expired', 'stranger'].includes(stage)) {
    return `${what}，${headWords(stage, card)}。${sentences(afterWords(stage, words, card))}${call}`
  }
  const when = `${elderMomentWords(words.startsAt, now)}，${dateLine(words, now)}`
  const where = [placeName, card?.facts.place.address].filter(Boolean).join('，')
  const bring = card && card.facts.bring.length > 0 ? `来之前记着：${card.facts.bring.join('；')}。` : ''
  const facts = `${what}。时间是${when}。地方在${where}。${bring}`
  if (stage === 'ask') {
    const how = fullWords(card) || '想去，就点「我去」'
    return `${inviterWords(words, card)}请${herWords(card)}去${facts}${how}。这次不去，就点「这次不去」。${call}`
  }
  return `${headWords(stage, card)}。${facts}${sentences(afterWords(stage, words, card))}${call}`
}

const sentences = (lines: readonly string[]) => lines.map((line) => `${line.replace(/。$/, '')}。`).join('')
