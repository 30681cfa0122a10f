// By when what happens next, who has it, and what follows when it does not.
import type { CaseView } from '@core/contract'
import { nearMoment } from '@/parts'

type Due = Pick<CaseView, 'state' | 'level' | 'owner' | 'as' | 'isOverdue'>

/** By when, and for what: 周四 17:00 前办好. */
export function byWhenWords(view: Due, dueAt: number, now: number): string {
  return `${nearMoment(dueAt, now)} 前${nextWords(view)}`
}

function nextWords({ state, as }: Due): string {
  switch (state) {
    case 'asked':
      return '有人来看'
    case 'waiting':
      return as === 'asker' ? '等您回一句' : '等对方回一句'
    case 'open':
      return '等邻居来接'
    case 'dispatched':
      return '答复接不接'
    case 'doing':
      return '办好'
    case 'resolved':
      return as === 'asker' ? '请您点个头' : '等提的人点头'
    default:
      return '回访好'
  }
}

/** Who has it now, and what happens when the time passes. */
export function afterWords(view: Due): string {
  return [`${view.owner}${doingWords(view)}`, passedWords(view)].filter(Boolean).join(' · ')
}

function doingWords({ state, owner }: Due): string {
  if (!owner) return ''
  if (state === 'doing') return ' 正在办'
  if (state === 'asked' || state === 'followUp') return ' 在看'
  return ''
}

function passedWords({ state, level, isOverdue }: Due): string {
  if (isOverdue) return level === 'county' ? '县里在催' : '已经告诉上一级'
  switch (state) {
    case 'waiting':
      return '到时没有回话，就先放下'
    case 'resolved':
      return '到时没有回话，社区会来问'
    default:
      return level === 'compound' ? '逾期会自动交给社区' : level === 'community' ? '逾期会自动交给县里' : '逾期县里会催'
  }
}
