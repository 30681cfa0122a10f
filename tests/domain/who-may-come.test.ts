import type { Question } from '../../cloudfunctions/core/contract'
import {
  answersKept,
  needsGuardian,
  notToCome,
  unanswered,
  type Comer,
  type Invitation,
} from '../../cloudfunctions/core/domain/who-may-come'

const startsAt = Date.parse('2026-09-05T09:00:00+08:00')
const activity = (more: Partial<Invitation> = {}): Invitation => ({
  audience: 'anyone',
  communityId: 'east',
  communityName: '柳湾社区',
  teamName: '绿叶志愿队',
  contact: { name: '吴队长', phone: '0555-7654321' },
  startsAt,
  ...more,
})
const comer = (more: Partial<Comer> = {}): Comer => ({
  kind: 'self',
  called: '',
  communityId: 'east',
  isMember: false,
  born: null,
  thisMonth: 0,
  ...more,
})
const codeOf = (what: Invitation, who: Comer) => notToCome(what, who)?.refused ?? ''
const child = (born: string | null) => comer({ kind: 'child', called: '乐乐', born })

describe('by age', () => {
  const six = activity({ ages: { from: 6, to: 12 } })

  test.each([
    ['is old enough from the month of her birthday', '2020-09', ''],
    ['is too young a month before it', '2020-10', 'activity.age'],
    ['is still young enough until her next birthday', '2013-10', ''],
    ['is too old from her next birthday on', '2013-09', 'activity.age'],
  ])('a child %s', (_, born, code) => {
    expect(codeOf(six, child(born))).toBe(code)
  })

  test('somebody kept by a family whose month of birth is not known is asked for it', () => {
    expect(notToCome(six, child(null))).toMatchObject({ refused: 'activity.age_unknown', facts: { name: '乐乐' } })
  })

  test('whoever has an account is taken at her word, except where only children are asked', () => {
    expect(codeOf(activity({ ages: { from: 60, to: null } }), comer())).toBe('')
    expect(codeOf(activity({ ages: { from: 18, to: 45 } }), comer())).toBe('')
    expect(notToCome(six, comer())).toMatchObject({ refused: 'activity.age', facts: { ages: '6–12 岁' } })
  })

  test('is said in words', () => {
    const wordsOf = (ages: Invitation['ages']) => notToCome(activity({ ages }), child('2026-01'))?.facts.ages
    expect(wordsOf({ from: 60, to: null })).toBe('60 岁以上')
    expect(notToCome(activity({ ages: { from: null, to: 3 } }), child('2000-01'))?.facts.ages).toBe('3 岁以下')
  })
})

describe('by month', () => {
  test('whoever has had her share this month is told whom to call', () => {
    const limited = activity({ perMonth: 2 })
    expect(codeOf(limited, comer({ thisMonth: 1 }))).toBe('')
    expect(notToCome(limited, comer({ thisMonth: 2, called: '妈妈', kind: 'elder' }))).toMatchObject({
      refused: 'activity.month_limit',
      facts: { name: '妈妈', limit: 2, contactPhone: '0555-7654321' },
    })
  })
})

describe('a guardian’s yes', () => {
  test.each([
    ['is needed for a child of 13', { kind: 'child', born: '2012-10' }, true],
    ['is needed till the month of the fourteenth birthday is over', { kind: 'child', born: '2012-09' }, true],
    ['is not needed from 14 on', { kind: 'child', born: '2012-08' }, false],
    ['is needed for a child whose age is not known', { kind: 'child', born: null }, true],
    ['is not needed for an elder', { kind: 'elder', born: null }, false],
    ['is not needed for oneself', { kind: 'self', born: null }, false],
  ] as const)('%s', (_, who, is) => {
    expect(needsGuardian(who, startsAt)).toBe(is)
  })
})

describe('questions of the activity', () => {
  const question = (more: Partial<Question>): Question => ({
    ...{ id: 'q', kind: 'text', label: '忌口', options: [], required: true },
    ...more,
  })

  test.each([
    ['a text by words', question({}), '花生', ''],
    ['a number by a number, also none', question({ kind: 'number' }), 0, true],
    ['a choice by one of its options', question({ kind: 'choice', options: ['上午', '下午'] }), '上午', '晚上'],
    ['a consent only by yes', question({ kind: 'consent' }), true, false],
  ])('%s', (_, asked, right, wrong) => {
    expect(unanswered([asked], { q: right })).toBeNull()
    expect(unanswered([asked], { q: wrong })).toBe(asked)
    expect(unanswered([asked])).toBe(asked)
    expect(unanswered([{ ...asked, required: false }])).toBeNull()
    expect(answersKept([asked], { q: right, other: 'x' })).toEqual({ q: right })
  })
})
