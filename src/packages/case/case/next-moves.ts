// Which moves stand where on the page: the one expected next, a second, the rest. All of them the cloud allows.
import type { CaseView, MoveName } from '@core/contract'

/** How each move is called on its button. */
const labels: Record<MoveName, string> = {
  say: '再说两句',
  look: '看过现场',
  askBack: '问清楚一点',
  reply: '回一句',
  offer: '请邻居来接',
  take: '我来帮',
  giveBack: '来不了了',
  dispatch: '派单',
  accept: '接单',
  decline: '接不了',
  handOn: '转给同事',
  settle: '我来办',
  escalate: '报给上一级',
  return: '退回下一级',
  spend: '记一笔账',
  giveChange: '零钱还了',
  clearMoney: '帮忙的人不在了，把账记平',
  propose: '写协议',
  agree: '同意协议',
  resolve: '办好了',
  confirm: '好了，点头',
  reopen: '还没好',
  score: '问满不满意',
  makeGood: '回访好了',
  turnDown: '没法办',
  withdraw: '不用办了',
  merge: '和另一件合在一起',
}

type Looked = Pick<CaseView, 'state' | 'may' | 'money' | 'units' | 'agreement' | 'steps' | 'reopened'>

/** How a move is called on its button, as the case stands. */
export function moveLabel(move: MoveName, view: Looked): string {
  if (move === 'dispatch' && view.units.length > 0) return '换个单位派'
  if (move === 'propose' && view.agreement) return '改协议'
  if (move === 'agree' && view.agreement && !view.agreement.mayAgree) return '记下纸上签的字'
  return labels[move]
}

/** What is expected first of who may do several things; what the money says goes before. */
const expected: readonly MoveName[] = [
  'reply',
  'confirm',
  'agree',
  'accept',
  'makeGood',
  'take',
  'dispatch',
  'resolve',
  'score',
  'settle',
  'look',
  'reopen',
]

/** What stands beside the first, by what the first is. */
const beside: Partial<Record<MoveName, readonly MoveName[]>> = {
  confirm: ['reopen'],
  accept: ['decline'],
  dispatch: ['settle', 'look'],
  resolve: ['look', 'say'],
  spend: ['resolve', 'say'],
  giveChange: ['spend', 'resolve'],
  propose: ['say'],
  take: [],
}

/** Moves that only end things are never in front. */
const last: readonly MoveName[] = ['giveBack', 'clearMoney', 'turnDown', 'withdraw', 'merge']

/** The moves of the viewer: the first, the second, and those behind 更多, in the order of the table. */
export interface Moves {
  first: MoveName | null
  second: MoveName | null
  rest: readonly MoveName[]
}

/** Orders what the viewer may do; names that this phone does not know are left out. */
export function movesOf(view: Looked): Moves {
  const known = (Object.keys(labels) as MoveName[]).filter((move) => view.may.includes(move))
  // There is nothing to agree to before it is written, or once she did.
  const { mayAgree = false, onPaper = [] } = view.agreement ?? {}
  const may = known.filter((move) => move !== 'agree' || mayAgree || onPaper.length > 0)
  const first = firstOf(view, may)
  const near = (first && beside[first]) ?? ['say', 'look']
  const others = may.filter((move) => move !== first)
  const second = near.find((move) => others.includes(move)) ?? (first ? null : (others[0] ?? null))
  const rest = may.filter((move) => move !== first && move !== second)
  return {
    first,
    second,
    rest: [...rest.filter((move) => !last.includes(move)), ...last.filter((move) => rest.includes(move))],
  }
}

function firstOf({ state, money, agreement, steps }: Looked, may: readonly MoveName[]): MoveName | null {
  const has = (move: MoveName) => may.includes(move)
  // What is still held has to be spent or handed back before it can be done.
  if (money && money.balance !== 0 && has('spend')) {
    return money.spent > 0 && has('giveChange') ? 'giveChange' : 'spend'
  }
  if (has('propose') && (!agreement || agreement.missing.length > 0)) {
    return has('agree') ? 'agree' : 'propose'
  }
  const isAnew = steps[steps.length - 1]?.move === 'reopen'
  return (
    expected.find((move) => {
      if (!has(move)) return false
      // A unit that has it is not taken away by the button that lies next to the thumb.
      if (move === 'dispatch') return state === 'asked' || state === 'open' || isAnew
      // What is closed is opened again only from behind 更多.
      return move !== 'reopen' || state === 'resolved'
    }) ?? null
  )
}
