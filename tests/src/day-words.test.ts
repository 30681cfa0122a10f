import { countOf, late, notTakenWords, remarkOf, shown, spokenRow, tagOf } from '@/packages/day/book/words'
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

describe('on the way home', () => {
  const out = half9 + 3_600_000
  const people = [
    personOf(rowOf('1', { name: '何玉珍', kind: 'elder', inAt: half9, outAt: out })),
    personOf(rowOf('2', { name: '许长山', inAt: half9, outAt: out }), { homeAt: out + 600_000 }),
    personOf(rowOf('3', { name: '梁文娟', role: 'helper', inAt: half9, outAt: out })),
    personOf(rowOf('4', { name: '郭淑芬', inAt: half9 })),
  ]

  test('are those who were checked out, but not who came to help', () => {
    const found = shown(people, { mode: 'home', which: 'all', unit: '', search: '' })
    expect(found.map(({ id }) => id)).toEqual(['1', '2'])
    expect(countOf(people, 'home')).toEqual({ done: 1, all: 2 })
  })

  test('a row says when she was seen home, and to the ear that she was not yet', () => {
    expect(people.slice(0, 2).map((person) => remarkOf(person, ''))).toEqual([
      '9:25 到 · 10:25 走',
      '9:25 到 · 10:25 走 · 10:35 送到家',
    ])
    expect(spokenRow(people[0]!, 'home', '')).toContain('还没送到家')
    expect(spokenRow(people[1]!, 'home', '')).not.toContain('还没')
  })
})

describe('twenty minutes after her part began', () => {
  const startsAt = half9
  const units = [{ id: 'ten', startsAt: startsAt + 3_600_000 }]
  const people = [
    personOf(rowOf('self')),
    personOf(rowOf('mother', { kind: 'elder', broughtBy: '何秀兰' })),
    personOf(rowOf('there', { kind: 'elder', inAt: half9 })),
    personOf(rowOf('ten', { kind: 'elder', unit: 'ten' })),
    personOf(rowOf('waits', { state: 'waiting' })),
  ]
  const idsLate = (minutes: number) => {
    const { missing, rest } = late(people, { startsAt, units }, startsAt + minutes * 60_000)
    expect(missing.length + rest.length).toBe(people.length)
    return missing.map(({ id }) => id)
  }

  test('whoever is not there stands apart, those first whom others signed up', () => {
    expect(idsLate(19)).toEqual([])
    expect(idsLate(20)).toEqual(['mother', 'self'])
  })

  test('who has a slot of her own is late by its start', () => {
    expect(idsLate(80)).toEqual(['mother', 'ten', 'self'])
  })
})

test('what the cloud did not take says what to do instead', () => {
  expect(notTakenWords({ key: 'k', name: '何玉珍', why: 'forged' })).toContain('按名字点')
  expect(notTakenWords({ key: 'k', name: '', why: 'unknown' })).toContain('没报名的')
})
