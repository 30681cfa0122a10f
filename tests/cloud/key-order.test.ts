// An index that is made of many documents at once stands in the same order as one that grew document by document.
import fc from 'fast-check'
import { inKeyOrder } from '../../local/cloud/store/key-order'
import { compareValues } from '../../local/cloud/store/values'

const value = fc.oneof(
  fc.constantFrom(undefined, null, true, false, NaN, -0, 0, 'a', 'b', '', '\u{20000}', '\uff01', '岭', new Date(5)),
  fc.integer({ min: -3, max: 3 }),
  fc.string({ unit: 'binary', maxLength: 2 }),
)
const keys = fc.array(fc.tuple(value, value), { minLength: 2, maxLength: 120 })

test('whatever the values are, empty lists among them', () => {
  fc.assert(
    fc.property(keys, fc.constantFrom(1 as const, -1 as const), (all, second) => {
      const entries = all.map((key, record) => ({ key: [...key], id: record, record }))
      const ordered = inKeyOrder([...entries], [1, second])
      expect(ordered).toHaveLength(entries.length)
      for (const [at, entry] of ordered.entries()) {
        const before = ordered[at - 1]
        if (!before) continue
        const first = compareValues(before.key[0], entry.key[0])
        expect(first || compareValues(before.key[1], entry.key[1]) * second).toBeLessThanOrEqual(0)
      }
    }),
    { numRuns: 300 },
  )
})
