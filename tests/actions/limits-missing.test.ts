// A database in which nothing can be counted: everybody is let in, numbers of others are held back, the log says so.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { County, day, hour, personDoc, personIdOf } from './county'

const folder = mkdtempSync(path.join(tmpdir(), 'dandelion-'))
const declared = path.join(folder, 'collections.json')
const { limits, ...others } = JSON.parse(readFileSync('cloudfunctions/core/ports/collections.json', 'utf8')) as {
  limits: object
}
writeFileSync(declared, JSON.stringify(others))

const county = new County(['--no-fsync', '--indexes', declared])
beforeAll(async () => {
  process.env.FUNCTION_CALLS_PER_MINUTE = '4'
  process.env.FUNCTION_GUESSES_PER_HOUR = '2'
  await county.settle()
}, 60_000)
afterAll(async () => {
  delete process.env.FUNCTION_CALLS_PER_MINUTE
  delete process.env.FUNCTION_GUESSES_PER_HOUR
  await county.end()
  rmSync(folder, { recursive: true })
})
/** Calls are counted by the instance alone, minute by minute. */
beforeEach(() => county.advance(hour - (county.now() % hour)))

const faultsOf = async (counter: string) =>
  (JSON.parse(await county.log()) as { logs: { text: string }[] }).logs.filter(({ text }) =>
    text.includes(`"counter":"${counter}","fault"`),
  ).length

test('the collection of counters is what is missing', () => expect(limits).toBeDefined())

test('calls are answered all the same', async () => {
  for (let n = 0; n < 3; n++) expect(await county.refusalOf('resident', 'me', {})).toBe('')
  expect(await faultsOf('calls')).toBeGreaterThan(0)
})

test('what opens nothing is answered as ever, also again', async () => {
  for (let n = 0; n < 3; n++)
    expect(await county.refusalOf('member', 'openCard', { token: 'a'.repeat(24) })).toBe('card.over')
  expect(await faultsOf('guesses')).toBe(3)
})

test('a list comes without the numbers that could not be counted, for the time being', async () => {
  const people = Array.from({ length: 12 }, (_, n) => `n${n}`)
  const docs = people.map((openid, n) => personDoc(openid, 'east', { phone: `139${String(n).padStart(8, '0')}` }))
  await county.add('people', docs)
  const startsAt = county.now() + 20 * day
  await county.activity('door', { capacity: null, holders: people.map(personIdOf), taken: 12, startsAt })
  const { items, held } = await county.ask('leader', 'roster', { id: 'door', which: 'in' })
  expect(items.map(({ phone }) => phone)).toEqual(people.map(() => ''))
  expect(held).toBe(1)
  expect(await faultsOf('numbers')).toBe(1)
})
