import fc from 'fast-check'
import {
  codeMark,
  codeMoments,
  codeText,
  isGood,
  isUsed,
  passText,
  readCode,
  readPass,
} from '../../cloudfunctions/core/domain/passes'

const letters = (alphabet: string, min: number, max: number) =>
  fc.array(fc.constantFrom(...alphabet), { minLength: min, maxLength: max }).map((each) => each.join(''))
const id = letters('abcXYZ019_-', 1, 64)
const mac = letters('abcdefghijklmnopqrstuvwxyz234567', 16, 16)
const moment = fc.integer({ min: 0, max: 4_102_444_800_000 })
const kind = fc.constantFrom('in' as const, 'out' as const)

describe('passes and codes', () => {
  test('are read as they were written', () => {
    fc.assert(
      fc.property(id, id, kind, moment, mac, (activityId, personId, which, from, seal) => {
        const pass = { activityId, personId, mac: seal }
        const code = { activityId, kind: which, from, mac: seal }
        expect(readPass(passText(pass))).toEqual(pass)
        expect(readCode(codeText(code))).toEqual(code)
        expect([readCode(passText(pass)), readPass(codeText(code))]).toEqual([null, null])
        expect(codeText(code).length).toBeLessThanOrEqual(200)
      }),
    )
  })
  test('anything else is read as neither', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect([readPass(text), readCode(text)]).toEqual([null, null])
      }),
    )
    expect(readCode('7C:C:a:up:1:aa')).toBeNull()
  })
  test('a code is good for thirty seconds, from five seconds before its moment', () => {
    const from = 1_000_000
    const good = [from - 5001, from - 5000, from, from + 29_999, from + 30_000].map((now) => isGood({ from }, now))
    expect(good).toEqual([false, true, true, true, false])
  })
  test('at every moment of the next ten minutes a code is good', () => {
    fc.assert(
      fc.property(moment, fc.integer({ min: 0, max: 600_000 }), (now, later) => {
        expect(codeMoments(now, 600_000).some((from) => from <= now + later && isGood({ from }, now + later))).toBe(
          true,
        )
      }),
    )
  })
  test('a code that was used, or an older one, is used', () => {
    const mark = codeMark({ kind: 'in', from: 30_000 })
    const used = [15_000, 30_000, 45_000].map((from) => isUsed(mark, { kind: 'in', from }))
    expect(used).toEqual([true, true, false])
    expect(isUsed(mark, { kind: 'out', from: 30_000 })).toBe(false)
    expect(isUsed(undefined, { kind: 'in', from: 0 })).toBe(false)
  })
})
