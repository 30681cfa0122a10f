// What the trail says of each fact, and of what is still to come.
import type { CaseStep, CaseView } from '@core/contract'
import { calendar, clockWords } from '@core/domain/times'
import { wayWords, type StepWords } from '@/parts/case'
import { yuan } from './money-words'

/** What each fact is called; its move is the cloud's word, and one that this phone does not know gets a plain one. */
const titles: Readonly<Record<string, string>> = {
  begin: '已提交',
  say: '补了几句',
  look: '看过现场',
  askBack: '问了一句',
  reply: '回了话',
  offer: '请邻居来接',
  take: '有邻居接下',
  giveBack: '退了回来',
  dispatch: '已派单',
  decline: '没有接',
  handOn: '转给同事',
  escalate: '报给上一级',
  return: '退回下一级',
  spend: '买了东西',
  giveChange: '零钱还了',
  clearMoney: '社区把账记平了',
  propose: '写好协议',
  agree: '同意协议',
  reopen: '还没好，接着办',
  score: '问过满不满意',
  makeGood: '回访好了',
  turnDown: '没能办成',
  withdraw: '收回来了',
  merge: '和另一件合在一起',
  joined: '又有邻居说了同一件',
  party: '另一方进来了',
  remind: '快到时间，提醒了',
  overdue: '过了时间，往上报',
  lapse: '没等到回话，先放下',
}

/** A deadline that passed without its going up: the next one was asked, or nobody was left. */
const late: Partial<Record<CaseStep['state'], string>> = {
  dispatched: '没有等到答复，换了一位',
  closed: '一直没有人接',
}

/** A service may say whom it waits for; once it is a fact, that is no longer so: 圆好了，等您看看. */
const fact = (words: string | undefined) => words?.split('，')[0]

/** What a fact is called in the trail. */
export function stepTitle(
  { move, state, outcome }: Pick<CaseStep, 'move' | 'state'> & Partial<Pick<CaseStep, 'outcome'>>,
  words: StepWords = {},
): string {
  if (move === 'lapse' && outcome === 'done') return '没有说还没好，算办好了'
  if (move === 'overdue' && state !== 'asked') return late[state] ?? '过了时间，催了一次'
  if (move === 'accept' || move === 'settle') return words.doing ?? '处理中'
  if (move === 'resolve') return fact(words.resolved) ?? '办好了'
  if (move === 'confirm') return words.closed ?? '点头了'
  if (move === 'take' && state === 'open') return '有邻居接下，还缺人'
  if (move === 'overdue' && state === 'open') return '过了时间，还在等邻居'
  if ((move === 'withdraw' || move === 'lapse') && state !== 'closed') return '提出的人不再等了，还有邻居在等'
  return titles[move] ?? '有了变化'
}

/** 11 月 18 日 19:40, with its year when that is another one. */
export function stepTime(at: number, now: number): string {
  const { year, month, date } = calendar(at)
  return `${year === calendar(now).year ? '' : `${year} 年 `}${month} 月 ${date} 日 ${clockWords(at)}`
}

/** Facts in which somebody speaks for herself: her words stand in quotation marks. */
const spoken = ['begin', 'say', 'reply', 'reopen', 'confirm', 'score']

/** Who did it, to whom, and what was said: 柳湾社区 → 县供电所：先去看看. Whoever asked is named above the trail already. */
export function stepLine(step: Omit<CaseStep, 'turn' | 'at' | 'state' | 'pictures'>): string {
  const { move, as, who, to, words, fen } = step
  const quoted = words && spoken.includes(move) ? `“${words}”` : words
  const said = fen ? [quoted, yuan(fen)].filter(Boolean).join('，') : quoted
  const isKnown = as === 'clock' || (move === 'begin' && as === 'asker')
  const whom = to ? `${who} → ${to}` : isKnown ? '' : who
  return [whom, said].filter(Boolean).join('：')
}

/** What is still to come, each with a sentence on how it will be known. */
export function stepsToCome(view: Pick<CaseView, 'state'>, words: StepWords = {}): { title: string; say: string }[] {
  const taken = { title: words.doing ?? '有人接下', say: '谁来办、什么时候来，这里看得到' }
  const done = { title: fact(words.resolved) ?? wayWords[3], say: '办好了，提的人自己点头才算' }
  const rated = { title: wayWords[4], say: '由别人来问满不满意，不由办事的人问' }
  switch (view.state) {
    case 'asked':
    case 'waiting':
    case 'open':
    case 'dispatched':
      return [taken, done, rated]
    case 'doing':
      return [done, rated]
    case 'resolved':
      return [rated]
    default:
      return []
  }
}
