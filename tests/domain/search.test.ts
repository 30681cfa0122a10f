import fc from 'fast-check'
import { terms, termsOf, wantedTerms } from '../../cloudfunctions/core/domain/search'

describe('search', () => {
  test('a text is found by each of its characters, each pair of neighbours and each Latin word', () => {
    expect(terms('学用App')).toEqual(['学', '用', '学用', 'app'])
  })

  test('any piece cut out of a text finds it', () => {
    const text = '义诊：量血压、测血糖 CPR课'
    const pieces = fc.tuple(fc.nat(text.length - 1), fc.integer({ min: 1, max: 8 }))
    fc.assert(
      fc.property(pieces, ([from, length]) => {
        const wanted = wantedTerms(text.slice(from, from + length)).filter((term) => !/^[a-z]+$/.test(term))
        const found = terms(text)
        expect(wanted.every((term) => found.includes(term))).toBe(true)
      }),
    )
  })

  test('two characters are looked for side by side, not apart', () => {
    expect(wantedTerms('血糖')).toEqual(['血糖'])
    expect(wantedTerms('糖')).toEqual(['糖'])
  })

  test('an activity is found by its title, its team and its place', () => {
    const found = termsOf({ title: '义诊', teamName: '红柳队', place: { name: '东院' } })
    for (const word of ['义诊', '红柳', '东院'])
      expect(wantedTerms(word).every((term) => found.includes(term))).toBe(true)
    expect(found).not.toContain('诊红')
  })

  test('punctuation looks for nothing', () => {
    expect(wantedTerms('，。-')).toEqual([])
  })
})
