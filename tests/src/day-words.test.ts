import { countOf, notTakenWords, remarkOf, shown, spokenRow, tagOf } from '@/packages/day/book/words'
import { personOf, rowOf } from './day-people'
import { at } from './moments'

const half9 = at('2026-11-22T09:25')

describe('a row at the door says', () => {
  test('who came with nobody’s phone, how old she is and who signed her up', () => {
    const he = personOf(rowOf('p', { name: '何玉珍', kind: 'elder', age: 72, broughtBy: '何秀兰' }))
    expect(tagOf(he)).toBe('没有手机')
    expect(remarkOf(he, '')).toBe('72 岁 · 何秀兰代报')
    expect(spokenRow(he, 'in', '')).toBe('何玉珍，没有手机，72 岁 · 何秀兰代报，未到')
  })

  test('when she came, and that it waits to be merged', () => {
    const guo = personOf(rowOf('p', { name: '郭淑芬' }), { inAt: half9, isPending: true })
    expect(remarkOf(guo, '')).toBe('9:25 到 · 待上传')
  })

  test('that her going is only assumed', () => {
    const row = rowOf('p', { inAt: half9, outAt: half9 + 3_600_000, outAssumed: true })
    expect(remarkOf(personOf(row), '量血压')).toBe('9:25 到 · 没签退 · 量血压')
  })
})

describe('who is shown', () => {
  const people = [
    personOf(rowOf('1', { name: '何玉珍', phone: '13900001234', unit: 'a' })),
    personOf(rowOf('2', { name: '许长山', phone: '13900005678', inAt: half9, unit: 'b' })),
    personOf(rowOf('3', { name: '郭淑芬', state: 'waiting' })),
  ]
  const all = { mode: 'in', which: 'all', unit: '', search: '' } as const
  const ids = (sought: Parameters<typeof shown>[1]) => shown(people, sought).map(({ id }) => id)

  test('who waits for a seat is there but not counted until she comes', () => {
    expect(ids(all)).toEqual(['1', '2', '3'])
    expect(countOf(people, 'in')).toEqual({ done: 1, all: 2 })
  })

  test('by not yet and done, and by post', () => {
    expect(ids({ ...all, which: 'notYet' })).toEqual(['1', '3'])
    expect(ids({ ...all, which: 'done' })).toEqual(['2'])
    expect(ids({ ...all, unit: 'b' })).toEqual(['2'])
  })

  test('by a piece of the name, or the last digits of the number', () => {
    expect(ids({ ...all, search: '长' })).toEqual(['2'])
    expect(ids({ ...all, search: '1234' })).toEqual(['1'])
    expect(ids({ ...all, search: '3' })).toEqual([])
  })

  test('only who came can go', () => {
    expect(ids({ ...all, mode: 'out' })).toEqual(['2'])
    expect(countOf(people, 'out')).toEqual({ done: 0, all: 1 })
  })
})

test('what the cloud did not take says what to do instead', () => {
  expect(notTakenWords({ key: 'k', name: '何玉珍', why: 'forged' })).toContain('按名字点')
  expect(notTakenWords({ key: 'k', name: '', why: 'unknown' })).toContain('没报名的')
})
