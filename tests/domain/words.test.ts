// Everything the system says in its own words: refusals and messages.
import fc from 'fast-check'
import { actions, isRefusal, refusals, refuse, sentence, type RefusalCode } from '../../cloudfunctions/core/contract'
import { changeWords, formFields } from '../../cloudfunctions/core/domain/form'
import {
  fieldLimits,
  fieldsOf,
  fit,
  messageTemplates,
  templateNames,
} from '../../cloudfunctions/core/services/message-templates'

const codes = Object.keys(refusals) as RefusalCode[]

const someFacts: Record<string, string> = {
  contactName: '吴队长',
  contactPhone: '0555-7654321',
  opens: '明天 9:00',
  reason: '下雨',
}

describe('refusals', () => {
  test.each(codes)('%s says why and what next, calmly', (code) => {
    for (const facts of [{}, someFacts]) {
      const { why, next } = sentence(refuse(code, facts))
      expect(why.length).toBeGreaterThan(4)
      expect(next.length).toBeGreaterThan(4)
      expect(`${why}${next}`).not.toMatch(/[!！]|undefined|null|NaN/)
    }
  })

  test('every code of the catalogue is refused by some action', () => {
    const common = ['denied', 'gone', 'profile_missing', 'too_often', 'too_many_numbers', 'too_many_guesses'].map(
      (why) => `access.${why}`,
    )
    const listed = new Set([
      ...common,
      'content.risky',
      ...Object.values(actions).flatMap((action) => [...action.refuses] as string[]),
    ])
    expect(codes.filter((code) => !listed.has(code))).toEqual([])
  })

  test('a code of a newer cloud still gets a sentence', () => {
    expect(sentence({ refused: 'tea.cold', facts: {} }).why).not.toBe('')
  })

  test('only a refusal is taken for one', () => {
    expect(isRefusal(refuse('access.gone'))).toBe(true)
    expect([null, 'refused', { refused: 'x' }, { items: [] }].some(isRefusal)).toBe(false)
  })
})

describe('messages outside the app', () => {
  const letter = fc.record({
    title: fc.string({ maxLength: 60, unit: 'grapheme' }),
    time: fc.constant('2026年12月31日 23:59'),
    place: fc.string({ maxLength: 60 }),
    note: fc.string({ maxLength: 120 }),
  })

  test.each(templateNames)('%s keeps every field within its limit, and none empty', (name) => {
    fc.assert(
      fc.property(letter, (about) => {
        const fields = fieldsOf(name, about)
        expect(Object.keys(fields)).toEqual(Object.keys(messageTemplates[name].fields))
        for (const [field, value] of Object.entries(fields)) {
          expect(value.length).toBeLessThanOrEqual(field.startsWith('time') ? fieldLimits.time : fieldLimits.thing)
          expect(value.trim()).not.toBe('')
        }
      }),
    )
  })

  test('long words end at a pause, or with an ellipsis when there is none', () => {
    expect(fit('东院那天抢修水管，改天再约大家一起来打扫', 20)).toBe('东院那天抢修水管，改天再约大家一起来打扫')
    expect(fit('东院那天要抢修水管和电路，改天再约大家一起来打扫', 20)).toBe('东院那天要抢修水管和电路')
    expect(fit('一二三四五六七八九十一二三四五六七八九十一', 20)).toBe('一二三四五六七八九十一二三四五六七八九…')
  })
})

describe('what an edit changed', () => {
  test('has a word for every field of the form, and each word once', () => {
    for (const field of formFields) expect(changeWords([field])).not.toBe('')
    expect(changeWords(['startsAt', 'endsAt', 'place'])).toBe('时间、地点')
  })
})
