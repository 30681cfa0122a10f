import fc from 'fast-check'
import { clashing, overlap } from '../../cloudfunctions/core/domain/clash'

const span = fc
  .tuple(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 1, max: 20 }))
  .map(([startsAt, length]) => ({ startsAt, endsAt: startsAt + length }))

describe('clashes', () => {
  test('two things clash when some minute belongs to both', () => {
    fc.assert(
      fc.property(span, span, (a, b) => {
        const minutes = Array.from({ length: a.endsAt - a.startsAt }, (_, n) => a.startsAt + n)
        expect(overlap(a, b)).toBe(minutes.some((each) => each >= b.startsAt && each < b.endsAt))
      }),
    )
  })

  test('what starts when the other ends is no clash', () => {
    expect(overlap({ startsAt: 9, endsAt: 11 }, { startsAt: 11, endsAt: 12 })).toBe(false)
  })

  test('only those that overlap are named', () => {
    const others = [
      { id: 'before', startsAt: 7, endsAt: 9 },
      { id: 'across', startsAt: 8, endsAt: 20 },
    ]
    expect(clashing({ startsAt: 9, endsAt: 11 }, others).map((each) => each.id)).toEqual(['across'])
  })
})
