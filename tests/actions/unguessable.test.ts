// Ids and tokens: what can be derived opens nothing, and what opens something cannot be guessed.
import { ids } from '../../cloudfunctions/core/ports/ids'
import { County, personIdOf } from './county'
import { inputFor, keys, type Input } from './inputs'
import { askedOf, marks, settleMarked, type Marked } from './marked'

const county = new County(['--no-fsync'])
let marked: Marked
beforeAll(async () => {
  // The guesses of limits.test are far fewer; here all of them are looked at.
  process.env.FUNCTION_GUESSES_PER_HOUR = '1000000'
  marked = await settleMarked(county)
}, 60_000)
afterAll(async () => {
  delete process.env.FUNCTION_GUESSES_PER_HOUR
  await county.end()
})

/** Ids that whoever knows what they are about can work out. */
const derived = () => [
  ids.person('resident'),
  ids.draft(personIdOf('leader'), 'rich'),
  ids.ward(personIdOf('daughter'), 'mother'),
  ids.guest('east', '王zzvisitor', marks['visitor.phone'] ?? ''),
  ids.series(personIdOf('leader'), 'rich'),
  ids.meeting('rich', 1),
  ids.made('v', personIdOf('resident'), 'proof'),
  ids.made('f', personIdOf('leader'), 'list'),
  ids.card('sent', 'dmother', personIdOf('daughter')),
  ids.row('rich', personIdOf('resident')),
  ids.message('cancelled', 'off', 'once', personIdOf('resident')),
  'dmother',
]

describe('an id that can be derived', () => {
  test('is one for each kind of id there is', () => {
    const tried = ['person', 'draft', 'ward', 'guest', 'series', 'meeting', 'made', 'card', 'row', 'message']
    expect(Object.keys(ids).sort()).toEqual([...tried, 'secret', 'trace'].sort())
  })

  test('is there: the certificate, the card and the record stand under the ids that were worked out', async () => {
    const [proof] = await county.find('certificates', {})
    const [card] = await county.find('cards', {})
    expect([proof?._id, card?._id].every((id) => derived().includes(id ?? ''))).toBe(true)
    expect((await county.find('dependents', { _id: { $in: derived() } })).length).toBeGreaterThan(1)
  })

  test.each(['outsider'])(
    'opens nothing of anybody to who has no right to it: %s',
    async (openid) => {
      const own = Object.values(marks).filter((mark) => mark === `zz${openid}`)
      const answers: string[] = []
      for (const key of keys.filter((each) => each !== 'eraseMe')) {
        const plain = askedOf(marked)[key]?.[0] ?? (await inputFor(county, key, openid))
        for (const field of ['id', 'personId', 'wardId', 'token', 'code', 'text'].filter((each) => each in plain)) {
          for (const id of derived()) {
            const reply = await county.call(openid, key, { ...plain, [field]: id } as Input<typeof key>)
            answers.push(JSON.stringify(reply.ok ? reply.data : reply))
          }
        }
      }
      const text = answers.join('\n')
      expect(answers.length).toBeGreaterThan(500)
      expect(Object.values(marks).filter((mark) => !own.includes(mark) && text.includes(mark))).toEqual([])
    },
    120_000,
  )
})

describe('a token', () => {
  test('has eighty bits at least, whatever it opens', () => {
    const { card, invitation, code } = marked
    for (const token of [card, invitation, code]) expect(token).toMatch(/^[a-z2-7]{16,}$/)
  })

  test('is never the same again, and no letter of it is likelier than another', () => {
    const many = Array.from({ length: 2_000 }, () => ids.secret(20))
    expect(new Set(many).size).toBe(many.length)
    const counts = new Map<string, number>()
    for (const letter of many.join('')) counts.set(letter, (counts.get(letter) ?? 0) + 1)
    expect(counts.size).toBe(32)
    // 1,250 of each are expected; six standard deviations either side.
    for (const count of counts.values()) expect(Math.abs(count - 1_250)).toBeLessThan(210)
  })

  test('that is one letter off opens nothing', async () => {
    const off = (token: string) => `${token.slice(0, -1)}${token.endsWith('a') ? 'b' : 'a'}`
    expect(await county.refusalOf('outsider', 'openCard', { token: off(marked.card) })).toBe('card.over')
    expect(await county.refusalOf('outsider', 'previewKeeping', { token: off(marked.invitation) })).toBe(
      'family.invite_over',
    )
    expect(await county.ask('outsider', 'verifyCertificate', { code: off(marked.code) })).toMatchObject({
      state: 'unknown',
      name: '',
    })
    expect(await county.refusalOf('outsider', 'scanCode', { text: off(marked.pass), key: 'x' })).toBe(
      'day.code_unknown',
    )
    expect(await county.refusalOf('outsider', 'partyCase', { id: marked.quarrel, token: 'a'.repeat(16) })).toBe(
      'access.gone',
    )
  })
})
