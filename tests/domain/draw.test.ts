// The draw: the same seed draws the same, every order is as likely as any other, and a party is one ticket.
import fc from 'fast-check'
import { draw, drawOrder } from '../../cloudfunctions/core/domain/draw'
import { bondOf, partiesOf } from '../../cloudfunctions/core/domain/parties'

const draws = 10_000
const seeds = Array.from({ length: draws }, (_, n) => `seed ${n}`)

/** How far counts are from being even: chi-square. */
function unevenness(counts: Map<string, number>, kinds: number): number {
  const expected = draws / kinds
  const found = [...counts.values()].reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0)
  return found + (kinds - counts.size) * expected
}

const counted = (keys: string[]) => {
  const counts = new Map<string, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}

const pools = fc
  .array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 12 })
  .map((sizes) => sizes.map((size, party) => Array.from({ length: size }, (_, n) => `p${party}x${n}`)))
const asked = (parties: string[][]) => ({
  pool: parties.flat(),
  bonds: parties.filter((party) => party.length > 1).map(bondOf),
})

describe('a draw by lot', () => {
  test('with the same seed is the same for ever', () => {
    expect(drawOrder(8, '七彩蒲公英')).toEqual(drawOrder(8, '七彩蒲公英'))
    expect(drawOrder(8, 'the first seed')).toEqual([7, 3, 5, 4, 1, 8, 6, 2])
    expect(drawOrder(8, 'another')).not.toEqual(drawOrder(8, 'the first seed'))
  })

  test('draws every ticket once', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 300 }), fc.string(), (tickets, seed) => {
        const order = drawOrder(tickets, seed)
        expect([...order].sort((a, b) => a - b)).toEqual(Array.from({ length: tickets }, (_, n) => n + 1))
      }),
    )
  })

  test('gives each of five tickets the first place equally often in 10,000 draws', () => {
    const first = counted(seeds.map((seed) => String(drawOrder(5, seed)[0])))
    // Chance alone is above this once in a thousand (4 degrees of freedom).
    expect(unevenness(first, 5)).toBeLessThan(18.5)
  })

  test('makes each of the 24 orders of four tickets equally likely in 10,000 draws', () => {
    const orders = counted(seeds.map((seed) => drawOrder(4, seed).join()))
    expect(orders.size).toBe(24)
    expect(unevenness(orders, 24)).toBeLessThan(49.7)
  })

  test('gives nobody a better chance for asking early', () => {
    const places = counted(seeds.flatMap((seed) => drawOrder(20, seed).slice(0, 5).map(String)))
    const expected = draws / 4
    for (const count of places.values()) expect(Math.abs(count - expected)).toBeLessThan(4 * Math.sqrt(expected))
  })

  test('keeps every party together: one ticket, in or waiting', () => {
    fc.assert(
      fc.property(pools, fc.string(), fc.integer({ min: 0, max: 20 }), (parties, seed, seats) => {
        const drawn = draw(asked(parties), seed, () => seats)
        expect(drawn.tickets).toEqual(parties)
        const sides = [...drawn.seated, ...drawn.waiting]
        expect(sides.map(bondOf).sort()).toEqual(parties.map(bondOf).sort())
      }),
    )
  })

  test('seats the first drawn that fit, and leaves no seat empty that somebody waiting fits into', () => {
    fc.assert(
      fc.property(pools, fc.string(), fc.integer({ min: 0, max: 20 }), (parties, seed, seats) => {
        const { order, seated, waiting } = draw(asked(parties), seed, () => seats)
        const free = seats - seated.flat().length
        expect(free).toBeGreaterThanOrEqual(0)
        for (const party of waiting) expect(party.length).toBeGreaterThan(free)
        const place = (party: string[]) => order.indexOf(parties.findIndex((each) => each[0] === party[0]) + 1)
        for (const side of [seated, waiting]) expect(side.map(place)).toEqual(side.map(place).sort((a, b) => a - b))
      }),
    )
  })

  test('draws for each post by itself', () => {
    const pool = ['a', 'b', 'c', 'd']
    const unitOf = (personId: string) => (personId < 'c' ? 'first' : 'second')
    const { seated, waiting } = draw({ pool, bonds: [] }, 'any', () => 1, unitOf)
    expect([...seated.flat().map(unitOf)].sort()).toEqual(['first', 'second'])
    expect([...waiting.flat().map(unitOf)].sort()).toEqual(['first', 'second'])
  })
})

test('a line is cut into its parties, in their order', () => {
  expect(partiesOf(['a', 'b', 'c', 'd', 'e'], ['b+c', 'd+e'])).toEqual([['a'], ['b', 'c'], ['d', 'e']])
})
