import type { Correction } from '@core/contract'
import { hoursWords } from '@core/domain/hours'

/** 2 小时 改成 2.5 小时, or that the hours are taken back. */
export const changeWords = ({ from, to }: Pick<Correction, 'from' | 'to'>): string =>
  to === 0 ? `收回 ${hoursWords(from)}` : `${hoursWords(from)} 改成 ${hoursWords(to)}`

/** What became of it, and by whom. */
export function outcomeWords({ state, decidedBy }: Pick<Correction, 'state' | 'decidedBy'>): string {
  if (state === 'asked') return '等另一位负责人'
  return `${decidedBy || '另一位负责人'}${state === 'approved' ? '同意了' : '没有同意'}`
}
