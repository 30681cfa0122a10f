import { isRefusal } from '../../cloudfunctions/core/contract'
import { ageAt, isGuarded } from '../../cloudfunctions/core/domain/ages'
import { consentFor, maskedName, maskedPhone, whoMayTakeBack } from '../../cloudfunctions/core/domain/family'

const now = Date.parse('2026-11-22T08:20:00+08:00')
const elder = { kind: 'elder' as const, born: null, consent: true }
const codeOf = (answer: ReturnType<typeof consentFor>) => (isRefusal(answer) ? answer.refused : '')

describe('consent', () => {
  test('nobody is kept without it', () => {
    expect(codeOf(consentFor({ ...elder, consent: false }, null, 'p', now))).toBe('family.consent_needed')
    expect(consentFor(elder, null, 'p', now)).toEqual({ at: now, by: 'p', version: 1, asGuardian: false })
  })

  test('a child takes a guardian’s until the month of her fourteenth birthday is over, since she may be 13 all through it', () => {
    expect(isGuarded('2012-12', now)).toBe(true)
    expect(isGuarded('2012-11', now)).toBe(true)
    expect(isGuarded('2012-10', now)).toBe(false)
    expect(isGuarded(null, now)).toBeNull()
    expect(isGuarded('2012-09', Date.parse('2026-09-01T00:00:00+08:00'))).toBe(true)
    expect(isGuarded('2012-09', Date.parse('2026-10-01T00:00:00+08:00'))).toBe(false)
    expect(ageAt('2012-11', now)).toBe(14)
    expect(codeOf(consentFor({ kind: 'child', born: null, consent: true }, null, 'p', now))).toBe('family.born_needed')
  })

  test('one given before still holds, unless its wording changed or a guardian’s is needed now', () => {
    const before = { at: 1, by: 'q', version: 1, asGuardian: false }
    expect(consentFor({ ...elder, consent: false }, before, 'p', now)).toBe(before)
    const young = { kind: 'care' as const, born: '2020-01', consent: false }
    expect(codeOf(consentFor(young, before, 'p', now))).toBe('family.consent_needed')
    expect(codeOf(consentFor({ ...elder, consent: false }, { ...before, version: 0 }, 'p', now))).toBe(
      'family.consent_needed',
    )
  })
})

test('who gave the consent may take it back; once she keeps her no longer, whoever has kept her longest', () => {
  const keepers = [{ id: 'longest' }, { id: 'giver' }, { id: 'newest' }]
  expect(whoMayTakeBack({ keepers, consent: { by: 'giver' } })).toBe('giver')
  expect(whoMayTakeBack({ keepers, consent: { by: 'gone' } })).toBe('longest')
  expect(whoMayTakeBack({ keepers: [{ id: 'last' }], consent: { by: 'gone' } })).toBe('last')
  expect(whoMayTakeBack({ keepers: [], consent: null })).toBeNull()
})

test.each([
  ['何玉珍', '何＊珍'],
  ['何玉', '何＊'],
  ['乐', '乐'],
  ['欧阳春兰', '欧＊＊兰'],
])('the name %s is shown to a stranger as %s', (name, shown) => expect(maskedName(name)).toBe(shown))

test('a number keeps its ends', () => expect(maskedPhone('13900001111')).toBe('139****1111'))
