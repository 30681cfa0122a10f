// Every field of every message is within what WeChat takes, and reads as something somebody wrote.
import fc from 'fast-check'
import { refusedField } from '../../local/cloud/openapi/field-types'
import { letterTime } from '../../cloudfunctions/core/domain/outbox'
import {
  askedFor,
  fieldsOf,
  fit,
  messageTemplates,
  templateNames,
  type Letter,
} from '../../cloudfunctions/core/services/message-templates'

const written = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc
    .array(fc.constantFrom('义诊', '，', '👨‍👩‍👧‍👦', '🌶️', '𠮷', '0555-7654321', '。', '来不了请打给队长', '：', '\n', ' '), {
      maxLength: 20,
    })
    .map((parts) => parts.join('')),
)
const whole = (words: string) =>
  Array.from(new Intl.Segmenter('zh', { granularity: 'grapheme' }).segment(words), ({ segment }) => segment)

describe.each(templateNames)('%s', (name) => {
  test('has no field that WeChat would refuse, whatever words come', () => {
    const letters: fc.Arbitrary<Letter> = fc.record({
      title: written,
      place: written,
      note: written,
      who: fc.option(written, { nil: undefined }),
      time: fc.integer({ min: 0, max: 4_000_000_000_000 }).map(letterTime),
    })
    fc.assert(fc.property(letters, (letter) => expect(refusedField(fieldsOf(name, letter))).toBeUndefined()))
  })

  test('says what it is for', () => {
    expect(messageTemplates[name].purpose).not.toBe('')
  })
})

describe('words for a field', () => {
  test('that fit stay as they are', () => {
    fc.assert(
      fc.property(written, (words) => {
        const plain = words.replace(/\s+/g, ' ').trim()
        if (plain !== '' && plain.length <= 20) expect(fit(words, 20)).toBe(plain)
      }),
    )
  })

  test('are never longer than the limit, never empty, and no letter of them is cut in half', () => {
    fc.assert(
      fc.property(written, fc.integer({ min: 5, max: 40 }), (words, limit) => {
        const cut = fit(words, limit)
        expect(cut.length).toBeLessThanOrEqual(Math.max(limit, '见活动页'.length))
        expect(cut.trim()).not.toBe('')
        expect(cut).not.toMatch(/\p{Surrogate}/u)
        const said = whole(words.replace(/\s+/g, ' ').trim())
        const kept = whole(cut.replace(/…$/, ''))
        if (cut !== '见活动页') expect(said.slice(0, kept.length).join('')).toBe(kept.join(''))
      }),
    )
  })

  test('end at a pause where that leaves enough of them, else with an ellipsis', () => {
    expect(fit('原定的场地停电了，改到下个星期三上午九点，还在老地方', 20)).toBe(
      '原定的场地停电了，改到下个星期三上午九点',
    )
    expect(fit('原定的场地忽然停了电，改到下个星期三的上午九点整还在老地方', 20)).toBe('原定的场地忽然停了电')
    expect(fit('妈妈：原定的场地停电了所以改到下个星期三上午九点整', 20)).toBe(
      '妈妈：原定的场地停电了所以改到下个星期…',
    )
  })

  test('never end in half a number', () => {
    expect(fit('有事请马上打给吴队长0555-7654321', 20)).toBe('有事请马上打给吴队长…')
    expect(fit('来不了请打给队长：0555-7654321', 20)).toBe('来不了请打给队长…')
    expect(fit('请在 9 月 3 日 周三 17:30 前回复来不来', 20)).not.toMatch(/\d…$/)
  })

  test('that are missing point to the page', () => {
    expect(fit(' \n ', 20)).toBe('见活动页')
  })
})

test('at most three templates are asked for at once, as WeChat allows', () => {
  for (const names of Object.values(askedFor)) expect(names.length).toBeLessThanOrEqual(3)
})
