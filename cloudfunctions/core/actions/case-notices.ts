// What people are told of a case, in their words. No names of people stand in them: the page says those to whom may see.
import { isSealed } from '../domain/case'
import { othersWaiting } from '../domain/case-others'
import type { CaseNotice } from '../domain/case-tells'
import { letterTime } from '../domain/outbox'
import { momentWords } from '../domain/times'
import type { CaseDoc, CaseStepDoc } from '../ports/documents'
import type { CaseService } from '../services/case-service'
import { pages } from '../services/pages'
import type { Notice } from './telling'

/** What the words are made of. */
interface Said {
  /** 「巷子里没有灯」; of a sealed one only what service it is of. */
  it: string
  service: CaseService
  /** The reason somebody gave, as a sentence; '' without one. */
  reason: string
  /** 明天 9:00 前; '' where no clock runs. */
  by: string
  unit: string
  isDone: boolean
  /** How many wait for it beside who asked. */
  others: number
}
type Words = (said: Said) => { title: string; body: string }

const say =
  (title: (said: Said) => string, body: (said: Said) => string): Words =>
  (said) => ({ title: title(said), body: body(said) })

const words: Readonly<Record<CaseNotice, Words>> = {
  arrived: say(
    ({ it, service }) => `${service.name}${it}等您看`,
    ({ by }) => `${by}请看一看：自己办，派给单位，还是请邻居来认领。`,
  ),
  whistled: say(
    ({ it }) => `${it}派到您这里了`,
    ({ by, reason }) => `${reason}${by}请点「接单」；办不了的请点「退单」，写上原因。`,
  ),
  dispatched: say(
    ({ it, unit }) => `${it}派给${unit || '单位'}了`,
    () => '接单以后会告诉您，进展在这件事的页面上。',
  ),
  calledOff: say(
    ({ it }) => `${it}不用您这边办了`,
    () => '这件事有了别的安排，谢谢您。',
  ),
  question: say(
    ({ it }) => `${it}想问一句`,
    ({ reason }) => `${reason}等回了话再接着办。`,
  ),
  answered: say(
    ({ it }) => `${it}有回话了`,
    ({ reason, by }) => `${reason}${by}请接着办。`,
  ),
  offered: say(
    ({ it }) => `${it}请邻居来认领了`,
    () => '有邻居接下会告诉您。',
  ),
  taken: say(
    ({ it }) => `${it}有邻居接下了`,
    () => '谁来、什么时候来，打开就能看到。',
  ),
  allHere: say(
    ({ it }) => `${it}的帮手到齐了`,
    ({ by }) => `打开看看另一位是谁，约好一起去。${by ? `${by}办好就行。` : ''}`,
  ),
  leftBy: say(
    ({ it }) => `${it}有人退出了`,
    ({ reason }) => `${reason}正在重新安排，有人接下会再告诉您。`,
  ),
  begun: say(
    ({ it }) => `${it}开始办了`,
    ({ service }) => `${service.words.doing ?? '正在办'}，办好了会请您看一看。`,
  ),
  accepted: say(
    ({ it, unit }) => `${unit || '单位'}接单了：${it}`,
    ({ by }) => (by ? `${by}办好。` : '办好了会告诉您。'),
  ),
  declinedBy: say(
    ({ it, unit }) => `${unit || '单位'}退单了：${it}`,
    ({ reason }) => `${reason}请改派别的单位，或者自己来办。`,
  ),
  named: say(
    ({ it }) => `${it}由您来办`,
    ({ by }) => (by ? `${by}办好。` : '打开看看要做什么。'),
  ),
  climbed: say(
    ({ it }) => `${it}报到上一级了`,
    ({ reason, by }) => `${reason}${by ? `${by}会有人接着看。` : '会有人接着看。'}`,
  ),
  sentBack: say(
    ({ it }) => `${it}退回来了`,
    ({ reason, by }) => `${reason}${by}请再看一看。`,
  ),
  spent: say(
    ({ it }) => `${it}买好了一样`,
    () => '小票和余下的钱，打开就能看到。',
  ),
  change: say(
    ({ it }) => `${it}的零钱还了`,
    () => '请点一点数对不对，不对就在页面上说一声。',
  ),
  agreeable: say(
    ({ it }) => `${it}有了协议，请您看看`,
    () => '写的都同意，就点「同意」；不同意，请告诉调解的人。',
  ),
  agreed: say(
    ({ it }) => `${it}的协议有一方同意了`,
    () => '都同意以后，这件事就可以办结。',
  ),
  resolved: say(
    ({ it, service }) => `${it}${service.words.resolved ?? '办好了，等您看看'}`,
    () => '办好了请点「办好了」，还没好就点「还没好」，会接着办。',
  ),
  asksScore: say(
    ({ it }) => `${it}办好了，请问问满不满意`,
    ({ by }) => `${by}请打个电话，或者上门问一问提出的人。`,
  ),
  reopened: say(
    ({ it }) => `${it}还没有好，重新办`,
    ({ reason, by }) => `${reason}${by ? `${by}请再看一看。` : '会有人再来看。'}`,
  ),
  lookAgain: say(
    ({ it }) => `${it}没有办到心坎上`,
    ({ reason, by }) => `${reason}${by}请去看一看，补好了再写上。`,
  ),
  closed: say(
    ({ it, isDone }) => (isDone ? `${it}办成了` : `${it}结束了`),
    ({ service, isDone }) => (isDone ? `${service.words.closed}。谢谢每一位出力的人。` : '不用再办了，谢谢您。'),
  ),
  turnedDown: say(
    ({ it }) => `${it}这次办不了`,
    ({ reason }) => `${reason}有疑问请打给社区。`,
  ),
  withdrawn: say(
    ({ it }) => `${it}撤回了`,
    ({ reason }) => `${reason}不用再办了，谢谢您。`,
  ),
  mergedInto: say(
    ({ it }) => `${it}和另一件合在一起办了`,
    () => '那一件办好了，一样会告诉您。',
  ),
  dueSoon: say(
    ({ it }) => `${it}快到时间了`,
    ({ by }) => `${by}请往前走一步，好让等着的人心里有数。`,
  ),
  overdue: say(
    ({ it }) => `${it}过了时间`,
    ({ by }) => `${by}请尽快看一看。`,
  ),
  sealedOverdue: say(
    ({ service }) => `有一件${service.name}过了时间`,
    ({ unit }) => `内容只有当事人看得到。请打给${unit || '接手的人'}，催一催。`,
  ),
  nobodyTookIt: say(
    ({ it }) => `${it}一直没有人接`,
    () => '请打给社区，问问还能找谁。电话在这件事的页面上；也可以在那里点「还没好」，再请人来接。',
  ),
  stillNobody: say(
    ({ it }) => `${it}还没有人接手`,
    ({ by }) => `又催了一次。${by ? `${by}再看有没有人接手。` : ''}`,
  ),
  takenForGood: say(
    ({ it }) => `${it}算办好了`,
    () => '没有听到您说还没好。还没好的，三十天里打开点「还没好」，会接着办。',
  ),
  partyHere: say(
    ({ it }) => `${it}另一方进来了`,
    () => '从现在起，写的话两边都看得到。',
  ),
  lapsed: say(
    ({ it }) => `${it}没有等到您的回话，先放下了`,
    () => '还需要的话，打开再提一次就行。',
  ),
  othersWait: say(
    ({ it }) => `${it}的提出人不再等了`,
    ({ others }) => `还有 ${others} 位邻居在等，照样办。`,
  ),
  yourTurn: say(
    ({ it }) => `${it}以后由您来看办得好不好`,
    ({ others }) =>
      `先提出的人不再等了。${others > 0 ? `连您在内，还有 ${others + 1} 位邻居在等。` : '有了进展会告诉您。'}`,
  ),
  moneyCleared: say(
    ({ it }) => `${it}的账由社区记成平了`,
    ({ reason }) => `${reason}没有还的钱和收着钱的人，打开能看到；有出入请打给社区。`,
  ),
  letGo: say(
    ({ it }) => `${it}没有等到您的回话，您那一份先放下了`,
    ({ others }) => `还有 ${others} 位邻居在等，照样办。想知道结果，打开点「我也是」。`,
  ),
  ringUp: say(
    ({ it }) => `${it}办不了，请打个电话说一声`,
    () => '打电话来提的人没有微信，要由社区告诉他们。电话在这件事的页面上。',
  ),
  said: say(
    ({ it }) => `${it}有新的话`,
    () => '打开就能看到。',
  ),
}

/** Puts a stop after what somebody wrote, unless she did. */
const sentence = (written: string) => (written === '' || /[。！？…!?]$/.test(written) ? written : `${written}。`)

/** Notices in which the words of the step are part of what is said. */
const withReason: readonly CaseNotice[] = [
  ...(['question', 'answered', 'leftBy', 'declinedBy', 'climbed', 'sentBack', 'reopened'] as const),
  ...(['lookAgain', 'turnedDown', 'whistled', 'moneyCleared'] as const),
]

/**
 * The notice of one step to those who are told the same of it; `unit` is a name. The asker's goes when the data
 * of whom it is for goes.
 */
export function caseNotice(
  what: CaseNotice,
  kase: CaseDoc,
  step: CaseStepDoc,
  service: CaseService,
  { now, unit, isForAsker }: { now: number; unit: string; isForAsker: boolean },
): Notice {
  const hidden = isSealed(service)
  const isDeskOnly = what === 'sealedOverdue'
  const due = kase.dueAt > now ? `${momentWords(kase.dueAt, now)} 前` : ''
  const reason = withReason.includes(what) && !hidden ? sentence(step.words) : ''
  const it = hidden ? `「${service.name}」` : `「${kase.title}」`
  const isDone = step.outcome === 'done'
  const others = othersWaiting(kase)
  const { title, body } = words[what]({
    it,
    service,
    reason,
    by: due,
    unit: hidden && !isDeskOnly ? '' : unit,
    isDone,
    others,
  })
  // What kind of thing it is stands where other templates name a place: where somebody lives is on no locked screen.
  const letter = {
    title: hidden ? service.name : kase.title,
    note: title.replace(it, ''),
    time: letterTime(step.at),
    place: service.name,
  }
  return {
    ...{ kind: 'case', about: kase._id, rev: step.turn, title, body },
    page: isDeskOnly ? pages.inbox(kase.communityId) : pages.case(kase._id),
    ...(isForAsker && kase.forId.startsWith('d') && { ward: kase.forId }),
    outside: { template: 'case', letter },
    ...(kase.dueAt > 0 && kase.isUrgent && { startsAt: kase.dueAt }),
  }
}
