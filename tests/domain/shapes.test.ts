import * as v from 'valibot'
import { Id, maybeWords, typed, words } from '../../cloudfunctions/core/contract/shapes'
import { illFormed } from '../actions/well-formed'

const kept = (text: string, max = 300) => v.parse(words(max), text)

describe('what she pasted', () => {
  test.each([
    ['half an emoji, cut off by the phone', '灯坏了\ud83d', '灯坏了'],
    ['controls and a NUL', '灯\u0000坏\u0007了\u009f', '灯坏了'],
    ['marks that turn the direction', '\u202e灯坏了\u2066', '灯坏了'],
    ['a byte order mark', '\ufeff灯坏了', '灯坏了'],
    ['a tab', '3\t号楼', '3 号楼'],
    ['lines of another system', '第一行\r\n第二行\u2028第三行', '第一行\n第二行\n第三行'],
    ['an emoji of several characters', '好👨‍👩‍👧‍👦的', '好👨‍👩‍👧‍👦的'],
    ['rare characters', '𠮷野家 ñ é', '𠮷野家 ñ é'],
  ])('keeps all that can be seen of it: %s', (_, pasted, expected) => {
    expect(kept(pasted)).toBe(expected)
    expect(illFormed(kept(pasted))).toEqual([])
  })

  test('is one line where a name or a title is asked for', () => {
    expect(kept('王\n秀兰', 20)).toBe('王 秀兰')
  })

  test('is empty when nothing of it can be seen, and then refused where words are needed', () => {
    expect(v.parse(maybeWords(20), '\u0000\u202e \ud800')).toBe('')
    expect(v.is(words(20), '\u0000\u202e \ud800')).toBe(false)
    for (const blank of ['\u200b', '\u2060\u2064', '\u00ad', '\u3164', '\u2800', '\ufe0f', '\u0301'])
      expect(v.is(words(20), blank)).toBe(false)
  })

  test('is seen when it is a letter, a number, a mark or a picture', () => {
    for (const seen of ['李', 'ñ', '𠮷', '3', '？', '👍', '❤️']) expect(kept(seen, 20)).toBe(seen)
  })

  test('is measured once it is clean', () => {
    expect(v.is(typed(3), '\u0000灯坏了\u0000')).toBe(true)
    expect(v.is(typed(3), '灯坏了了')).toBe(false)
  })

  test('is read in time, however much it is', () => {
    const from = Date.now()
    for (const each of [' ', '\n', '\t', '\u0000', '\ud800', 'a']) v.safeParse(words(500), each.repeat(1_000_000) + 'x')
    expect(Date.now() - from).toBeLessThan(5_000)
  })
})

test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'a.b', '$gt', '', 'a'.repeat(65), 'a\n'])(
  'no id is called %j',
  (id) => expect(v.is(Id, id)).toBe(false),
)
test('an id is what ids are made of', () => expect(v.is(Id, 'p7c_2026-11')).toBe(true))
