import { withNumbersOf } from '@/packages/day/book/numbers'
import { whyWordsOf } from '@/packages/desk/pages/calls/calls-words'
import { phoneWords } from '@/packages/station/words'
import { heldIn, noNumber } from '@/parts/held-words'
import { rowOf } from './day-people'

describe('where numbers are held back for a while', () => {
  test('it is said for how many minutes, and where they are not, that there is none', () => {
    expect(noNumber(12, '没有留')).toBe('电话先不显示，12 分钟后再看')
    expect(noNumber(null, '没有留')).toBe('没有留')
    expect(noNumber(undefined, '没有留')).toBe('没有留')
  })

  test('one page of a list that came without them is enough to say so, with the longest wait', () => {
    expect(heldIn([])).toBeNull()
    expect(heldIn([{}, { held: null }])).toBeNull()
    expect(heldIn([{}, { held: 3 }, { held: 40 }, { held: null }])).toBe(40)
  })

  test('nobody reads of somebody to call, or of an elder, that she left no number', () => {
    const who = { personId: 'p', name: '何玉珍', phone: '', phoneOf: '', kind: 'elder' } as const
    const row = { ...who, why: 'failed', code: null, tries: 1, triedAt: null } as const
    expect(whyWordsOf(row, null)).toBe('微信没送到 · 打过 1 次没人接 · 没有留电话')
    expect(whyWordsOf(row, 12)).toBe('微信没送到 · 打过 1 次没人接')
    expect(phoneWords({ phone: '', keepers: [] }, 12)).toBe('12 分钟后再看')
  })
})

describe('a leader’s book whose numbers are held back', () => {
  const known = [rowOf('1', { phone: '13900001234' }), rowOf('2', { phone: '13900005678' }), rowOf('3')]

  test('keeps those it has, and everything else is as the cloud says', () => {
    const [first, third, fourth] = withNumbersOf(known, [rowOf('1', { inAt: 7 }), rowOf('3'), rowOf('4')])
    expect(first).toEqual(rowOf('1', { phone: '13900001234', inAt: 7 }))
    expect(third).toEqual(rowOf('3'))
    expect(fourth).toEqual(rowOf('4'))
  })

  test('takes a number that came all the same', () => {
    expect(withNumbersOf(known, [rowOf('2', { phone: '13900009999' })])[0]?.phone).toBe('13900009999')
  })
})
