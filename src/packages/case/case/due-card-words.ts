// By when what happens next, who has it, and what follows when it does not.
import type { CaseView } from '@core/contract'
import { nearMoment } from '@/parts'

type Due = Pick<CaseView, 'state' | 'level' | 'owner' | 'as' | 'isOverdue'>

/** By when, and for what: 周四 17:00 前办好. */
export function byWhenWords({ state, as }: Due, dueAt: number, now: number): string {
  const until = nearMoment(dueAt, now)
  const isMine = as === 'asker'
  switch (state) {
    case 'asked':
      return `${until} 前有人来看`
    case 'waiting':
      return isMine ? `请您在 ${until} 前回一句` : `等对方回一句，到 ${until}`
    case 'open':
      return `${until} 前找到人来帮`
    case 'dispatched':
      return `${until} 前答复接不接`
    case 'doing':
      return `${until} 前办好`
    case 'resolved':
      return isMine ? `请您在 ${until} 前点个头` : `等提的人点头，到 ${until}`
    default:
      return `${until} 前回访好`
  }
}

/** Who has it now, and what happens when the time passes. */
export const afterWords = (view: Due, isSealed = false): string =>
  [ownerWords(view), isSealed ? sealedWords(view) : passedWords(view)].filter(Boolean).join(' · ')

/** Of what only its parties see nothing goes up, and nobody comes to ask. */
function sealedWords({ state, isOverdue }: Due): string {
  if (state === 'waiting') return '到时没有回话，就先放下'
  if (state === 'resolved') return '到时没有说还没好，就算办好了'
  if (state === 'dispatched') return '到时没有答复，就请下一位来接'
  return isOverdue ? '已经催过了' : '逾期会去催'
}

function ownerWords({ state, owner, isOverdue }: Due): string {
  switch (state) {
    case 'doing':
      return owner && `${owner} 正在办`
    case 'asked':
    case 'followUp':
      return owner && `${owner} 在看`
    case 'dispatched':
      return owner && `${owner} 还没答复`
    case 'waiting':
    case 'resolved':
      // It is hers to answer, which the first line has said; once that is over, the community has it.
      return isOverdue ? owner : ''
    default:
      return owner
  }
}

function passedWords({ state, level, isOverdue }: Due): string {
  if (state === 'resolved') return isOverdue ? '会来问一问' : '到时没有回话，社区会来问'
  if (isOverdue) return level === 'county' ? '县里在催' : '已经告诉上一级'
  if (state === 'waiting') return '到时没有回话，就先放下'
  return level === 'compound' ? '逾期会自动交给社区' : level === 'community' ? '逾期会自动交给县里' : '逾期县里会催'
}
