// How far somebody of hers is on the way there and back, on the day itself.
import type { ActivityCard, Mine } from '@core/contract'
import { clockWords, dayOf } from '@core/domain/times'
import { ourStart, type OurPart } from '@/parts'

type Times = Pick<ActivityCard, 'startsAt' | 'endsAt'>

/** 8:41 到了 · 10:03 走了; 还没签到 while it is on and she has not come; '' before, and where nothing is told. */
export function wayWords({ inAt, outAt, homeAt }: Mine, { startsAt, endsAt }: Times, now: number): string {
  if (inAt === null) return now >= startsAt && now < endsAt ? '还没签到' : ''
  if (inAt === undefined || dayOf(inAt) !== dayOf(now)) return ''
  const then =
    homeAt !== undefined ? `${clockWords(homeAt)} 送到家了` : outAt !== undefined && `${clockWords(outAt)} 走了`
  return [`${clockWords(inAt)} 到了`, then].filter(Boolean).join(' · ')
}

/** The same of each of hers, by what the family calls her where somebody else is meant: 婆婆 8:41 到了；我还没签到 */
export function waysOf(parts: readonly OurPart[], card: ActivityCard, now: number): string {
  const said = parts.flatMap((one) => {
    const words = wayWords(one.mine, { ...card, startsAt: ourStart(card, [one], card.ourUnits) }, now)
    const gap = /^\d/.test(words) ? ' ' : ''
    return words === '' ? [] : one.id === '' && parts.length === 1 ? words : `${one.called}${gap}${words}`
  })
  return said.join('；')
}
