import { givenName, goodUntil, holderOf, mayAnswer } from '@core/domain/card'

const daughter = { id: 'p1' }
const cousin = { id: 'p2', may: { signUp: false, told: true } }
const herself = { id: 'p3', isSelf: true }
const keepers = [daughter, cousin, herself]

describe('what an account is to a card', () => {
  test('before anybody answered, whoever holds it may answer; a phone that WeChat names nobody for may only read', () => {
    const held = { keepers: [daughter], answeredBy: '' }
    expect([holderOf(held, 'p9'), mayAnswer(held, 'p9')]).toEqual(['new', true])
    expect([holderOf(held, ''), mayAnswer(held, '')]).toEqual(['new', false])
  })

  test('after an answer it is who answered, and everybody else is a stranger', () => {
    const held = { keepers: [daughter], answeredBy: 'p9' }
    expect([holderOf(held, 'p9'), mayAnswer(held, 'p9')]).toEqual(['hand', true])
    for (const id of ['p8', '']) expect([holderOf(held, id), mayAnswer(held, id)]).toEqual(['stranger', false])
  })

  test('those who keep her are known as that at any time, and answer if they may sign her up', () => {
    for (const answeredBy of ['', 'p9']) {
      const held = { keepers, answeredBy }
      expect(['p1', 'p2', 'p3'].map((id) => [holderOf(held, id), mayAnswer(held, id)])).toEqual([
        ['keeper', true],
        ['keeper', false],
        ['self', true],
      ])
    }
  })
})

test('a card is good for a day after its activity', () => {
  const endsAt = Date.parse('2026-11-27T11:00:00+08:00')
  expect(goodUntil(endsAt)).toBe(Date.parse('2026-11-28T11:00:00+08:00'))
})

test.each([
  ['梁文娟', '文娟'],
  ['欧阳秀兰', '秀兰'],
  ['何珍', '何珍'],
  ['欧阳静', '欧阳静'],
  ['珍', '珍'],
  ['', ''],
])('%s is called %s by those who know her', (name, given) => {
  expect(givenName(name)).toBe(given)
})
