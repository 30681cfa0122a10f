import { isRefusal } from '../../cloudfunctions/core/contract'
import { ageAt, isGuarded } from '../../cloudfunctions/core/domain/ages'
import {
  consentFor,
  isElder,
  isTold,
  maskedName,
  maskedPhone,
  mayManage,
  maySignUp,
  selfOnTrial,
  mayTakeBack,
  whoMayTakeBack,
} from '../../cloudfunctions/core/domain/family'

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

describe('who may end or change what others do for her', () => {
  const family = { keepers: [{ id: 'daughter' }, { id: 'son' }], consent: { by: 'daughter' } }
  const asked = (ward: typeof family & { station?: string }, rule: typeof mayManage, now = selfOnTrial) =>
    ['daughter', 'son', 'mother', 'stranger'].filter((id) => rule(ward, id, now))

  test('who gave the consent, as long as she has no account of her own', () => {
    expect(asked(family, mayManage)).toEqual(['daughter'])
    expect(asked(family, mayTakeBack)).toEqual(['daughter'])
  })

  test('with one it is hers alone; the consent she takes back as well as who gave it', () => {
    const withHer = { ...family, keepers: [...family.keepers, { id: 'mother', isSelf: true }] }
    expect(asked(withHer, mayManage)).toEqual(['mother'])
    expect(asked(withHer, mayTakeBack)).toEqual(['daughter', 'mother'])
  })

  test('for a week her new account has no say, and who could before can take it away', () => {
    const withHer = { ...family, keepers: [...family.keepers, { id: 'mother', isSelf: true, since: 1 }] }
    expect(asked(withHer, mayManage)).toEqual(['daughter'])
    expect(asked(withHer, mayTakeBack)).toEqual(['daughter'])
    expect(asked(withHer, mayManage, selfOnTrial + 1)).toEqual(['mother'])
    const onlyHers = { keepers: [{ id: 'mother', isSelf: true, since: 1 }], consent: { by: 'gone' } }
    expect(asked({ ...family, ...onlyHers }, mayTakeBack)).toEqual(['mother'])
  })

  test('of one a community entered it is nobody’s of the family, unless one of them agreed anew', () => {
    const entered = { ...family, consent: { by: 'worker' }, station: 'east' }
    expect(asked(entered, mayManage)).toEqual([])
    expect(asked(entered, mayTakeBack)).toEqual([])
    expect(asked({ ...entered, consent: { by: 'son' } }, mayTakeBack)).toEqual(['son'])
  })
})

test('a keeper may do all as long as nobody said otherwise', () => {
  expect([maySignUp({}), isTold({})]).toEqual([true, true])
  const may = { signUp: false, told: true }
  expect([maySignUp({ may }), isTold({ may })]).toEqual([false, true])
})

test.each([
  ['an elder', { kind: 'elder', born: null, consent: {} }, true],
  ['somebody grown up in care', { kind: 'care', born: '1990-01', consent: {} }, true],
  ['a child in care', { kind: 'care', born: '2018-01', consent: {} }, false],
  ['a child', { kind: 'child', born: '2018-01', consent: {} }, false],
  ['a guest', { kind: 'guest', born: null, consent: {} }, false],
  ['one whose consent was taken back', { kind: 'elder', born: null, consent: null }, false],
])('%s is looked after by a community: %#', (_, ward, does) => expect(isElder(ward, now)).toBe(does))

test.each([
  ['何玉珍', '何＊珍'],
  ['何玉', '何＊'],
  ['乐', '乐'],
  ['欧阳春兰', '欧＊＊兰'],
])('the name %s is shown to a stranger as %s', (name, shown) => expect(maskedName(name)).toBe(shown))

test('a number keeps its ends, one of a house the last four', () => {
  expect(['13900001111', '0555-1234567', ''].map(maskedPhone)).toEqual(['139****1111', '****4567', ''])
})
