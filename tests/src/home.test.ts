import { colours, type Colour } from '@core/contract'
import { weekFrom } from '@core/domain/times'
import { dayRows } from '@/pages/home/day-rows'
import { news } from '@/pages/home/news'
import { at, cardWith, now } from './moments'

/** A week from today on with so many activities a day. */
function weekOf(...totals: number[]) {
  const days = weekFrom(now).map((day, index) => ({ day, total: totals[index] ?? 0, byColour: {} }))
  const byColour = Object.fromEntries(colours.map((colour) => [colour, 0])) as Record<Colour, number>
  return { days, total: totals.reduce((sum, total) => sum + total, 0), byColour }
}

const said = { colour: null, from: '2026-11-22', items: [], now, short: false }
const over = cardWith({ startsAt: at('2026-11-22T06:00'), endsAt: at('2026-11-22T08:20') })
const running = cardWith({ startsAt: at('2026-11-22T08:00'), endsAt: at('2026-11-22T08:21') })

describe('the news', () => {
  test.each([
    ['today’s come first', { week: weekOf(3) }, '今天有 3 场活动'],
    ['in care mode as few words as can be', { week: weekOf(3), short: true }, '今天 3 场'],
    ['what is over is not counted', { week: weekOf(3), items: [over, running] }, '今天还有 2 场活动'],
    ['with today’s over, tomorrow’s', { week: weekOf(1, 2), items: [over] }, '明天有 2 场活动'],
    ['with nothing tomorrow, the week’s', { week: weekOf(1, 0, 4), items: [over] }, '这周还有 4 场活动'],
    ['nothing at all', { week: weekOf() }, '这周还没有活动'],
    ['a chosen day', { week: weekOf(0, 0, 0, 0, 0, 0, 5), from: '2026-11-28' }, '周六有 5 场活动'],
    ['a chosen day without any', { week: weekOf(1), from: '2026-11-23' }, '明天没有活动'],
    ['a chosen colour', { week: { ...weekOf(), byColour: { ...weekOf().byColour, red: 2 } }, colour: 'red' }, 2],
    ['a chosen colour without any', { week: weekOf(3), colour: 'red' }, '没有'],
  ] as const)('%s', (_rule, change, words) => {
    expect(news({ ...said, ...change, items: 'items' in change ? [...change.items] : [] })).toContain(String(words))
  })
})

describe('the rows of home', () => {
  const saturday = cardWith({ id: 'saturday' })
  const rows = (showsOver: boolean) => dayRows([over, { ...running, id: 'on' }, saturday], now, showsOver)

  test('what is over today is one line at the end of the day', () => {
    expect(rows(false).map((row) => row.card?.id ?? row.over)).toEqual(['on', 1, 'saturday'])
  })
  test('and unfolds behind what still comes', () => {
    expect(rows(true).map((row) => row.card?.id)).toEqual(['on', 'a', 'saturday'])
  })
  test('each day is opened by its first row only', () => {
    expect(rows(false).map((row) => row.opensDay)).toEqual([true, false, true])
    expect(rows(false).map((row) => row.day)).toEqual(['2026-11-22', '2026-11-22', '2026-11-28'])
  })
  test('a day of which all is over keeps its line', () => {
    expect(dayRows([over], now, false)).toEqual([{ day: '2026-11-22', opensDay: true, over: 1 }])
  })
})
