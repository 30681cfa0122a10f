// What the desks work out themselves: where compounds stand on the map, who is chosen, what a caller wants bought.
import { fenOf, goodsOf } from '@/packages/casedesk/pages/enter/goods'
import {
  firstChoice,
  ledBy,
  mostUnits,
  stepOf,
  tapped,
  toWords,
  together,
  type Choice,
  type Unit,
} from '@/packages/casedesk/pages/dispatch/choice'
import { layOut, pinHeight, pinWidth } from '@/packages/casedesk/pages/inbox/map'

/** The map on the narrowest phone, px. */
const across = 320

const compound = (id: string, latitude: number, longitude: number) => ({ id, latitude, longitude })

/** Compounds of a town by chance, the same each time. */
function scattered(count: number, seed: number) {
  let state = seed
  const next = () => (state = (state * 1103515245 + 12345) % 2147483648) / 2147483648
  return Array.from({ length: count }, (_, n) => compound(`c${n}`, 31 + next() / 100, 121 + next() / 100))
}

describe('the map of compounds', () => {
  test('no pin covers another, however compounds lie', () => {
    for (let seed = 1; seed <= 200; seed += 1) {
      const { pins } = layOut(scattered(1 + (seed % 12), seed))
      for (const [at, a] of pins.entries()) {
        for (const b of pins.slice(at + 1)) {
          const isBeside = Math.abs(a.across - b.across) * (across - pinWidth) >= pinWidth
          expect(isBeside || Math.abs(a.top - b.top) >= pinHeight).toBe(true)
        }
      }
    }
  })

  test('north is above and east is right', () => {
    const { pins } = layOut([compound('south-west', 31, 121), compound('north-east', 31.01, 121.01)])
    const of = (id: string) => pins.find((pin) => pin.id === id)
    expect(of('north-east')).toMatchObject({ across: 1, top: 0 })
    expect(of('south-west')?.across).toBe(0)
    expect(of('south-west')?.top).toBeGreaterThan(0)
  })

  test('every pin lies on the map, and one alone in its middle', () => {
    const { pins, height } = layOut(scattered(9, 5))
    expect(pins).toHaveLength(9)
    expect(pins.every(({ top }) => top >= 0 && top + pinHeight <= height)).toBe(true)
    expect(layOut([compound('one', 31, 121)]).pins[0]?.across).toBe(0.5)
    expect(layOut([])).toEqual({ pins: [], height: 0 })
  })
})

describe('to whom a case goes', () => {
  const unit = (id: string): Unit => ({ id, name: `单位${id}`, kind: 'bureau', why: [], people: [] })
  const units = ['a', 'b', 'c', 'd', 'e', 'f'].map(unit)
  const start = firstChoice(units, [])
  const joint = (ids: string[]): Choice => ({ ...start, isJoint: true, units: ids })

  test('the likeliest is chosen already; one that said no is not proposed again', () => {
    expect(start.units).toEqual(['a'])
    expect(firstChoice(units, ['a', 'b']).units).toEqual(['c'])
    expect(firstChoice(units.slice(0, 1), ['a']).units).toEqual([])
  })

  test('alone another takes its place; jointly it comes beside it, and goes with a second tap', () => {
    expect(tapped(start, 'b').units).toEqual(['b'])
    expect(tapped(joint(['a']), 'b').units).toEqual(['a', 'b'])
    expect(tapped(joint(['a', 'b']), 'a').units).toEqual(['b'])
  })

  test('no more go jointly than a case can have', () => {
    const most = joint(units.slice(0, mostUnits).map(({ id }) => id))
    expect(tapped(most, 'f').units).toEqual(most.units)
  })

  test('the first leads until another is asked to; back to one, the leading one stays', () => {
    const led = ledBy(joint(['a', 'b', 'c']), 'c')
    expect(led.units).toEqual(['c', 'a', 'b'])
    expect(toWords(led, units)).toBe('3 家，单位c牵头')
    expect(together(led, false).units).toEqual(['c'])
  })

  test('who was named of a unit that is chosen no more is left out', () => {
    const named = { ...joint(['a']), people: { a: 'p1', b: 'p2', c: '' } }
    expect(stepOf(named)).toEqual({ move: 'dispatch', units: ['a'], people: { a: 'p1' }, clock: null, words: '' })
  })
})

describe('what a caller wants bought', () => {
  test.each([
    ['大米 10 斤 30', '大米 10 斤', 3000],
    ['鸡蛋，12.5 元', '鸡蛋', 1250],
    ['酱油', '酱油', null],
    ['降压药 2 盒', '降压药 2 盒', null],
    ['大米 99999', '大米 99999', null],
  ])('%s', (line, what, fen) => {
    expect(goodsOf(line)).toEqual([{ what, fen }])
  })

  test('a line for each; empty lines are nothing', () => {
    expect(goodsOf('大米 30\n\n 青菜\n').map(({ what }) => what)).toEqual(['大米', '青菜'])
    expect(goodsOf(' \n')).toEqual([])
  })

  test('money is an amount of at most 5,000 yuan, in whole fen', () => {
    expect(fenOf('50')).toBe(5000)
    expect(fenOf('0.1')).toBe(10)
    for (const wrong of ['', '0', '5000.01', '1.234', '-3', '五十']) expect(fenOf(wrong)).toBeNull()
  })
})
