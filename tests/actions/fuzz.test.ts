// Whatever a phone sends, allowed or not: an answer of the contract, nothing changed by what is kept out, nobody else's data.
// TRIES=10000 is the full run, SEED another one, ACTIONS=join,leave some of it.
import fc from 'fast-check'
import * as v from 'valibot'
import { actions, answeredBy, type AnyAction, type Reply } from '../../cloudfunctions/core/contract'
import { County } from './county'
import type { CallStats } from './cloud-process'
import { callers, digestOf, everything, putBack, settleForFuzz, type Usual } from './fuzz-county'
import { hintsFrom } from './fuzz-hints'
import { envelopes } from './fuzz-hostile'
import { canaries } from './fuzz-village'
import { allowed, changedAt, mark, placesIn, spoilt, varied, type Hints, type Shape } from './fuzz-values'
import { keys, type Key } from './inputs'
import { illFormed } from './well-formed'

const tries = Number(process.env.TRIES ?? 100)
const seed = Number(process.env.SEED ?? 1)
const only = process.env.ACTIONS?.split(',')
/** Tries between which everything is put back. */
const perRound = 200
/** Calls at a time. */
const together = 16
/** No answer takes longer, ms, whatever else the machine does; being forgotten goes through all she ever did. */
const patienceFor = (key: Key) => (key === 'eraseMe' ? 60_000 : 20_000)

// Whoever guesses here goes on all the same.
process.env.FUNCTION_GUESSES_PER_HOUR = '1000000'
const county = new County(['--no-fsync'])
let usual: ReadonlyMap<Key, Usual>
let hints: (key: Key) => Hints
let start: Awaited<ReturnType<typeof everything>>

beforeAll(async () => {
  usual = await settleForFuzz(county)
  start = await everything(county)
  hints = hintsFrom(start, county.now())
}, 60_000)
afterAll(() => county.end())

interface Try {
  openid: string
  input: unknown
}
interface Outcome {
  reply?: Reply
  stats?: CallStats
  broke?: string
  ms: number
}

const shapeOf = (key: Key) => actions[key].input as unknown as Shape
const isAllowed = (key: Key, input: unknown) => v.safeParse((actions[key] as AnyAction).input, input).success
/** As it comes out of the wire. */
const sent = (input: unknown): unknown => (input === undefined ? {} : JSON.parse(JSON.stringify(input)))

function tryOf(key: Key): fc.Arbitrary<Try> {
  const shape = shapeOf(key)
  const { openid, input } = usual.get(key) as Usual
  const right = fc.oneof(varied(shape, input, hints(key)), allowed(shape, hints(key)))
  return fc.record({
    openid: fc.oneof(
      { weight: 1, arbitrary: fc.constant(openid) },
      { weight: 2, arbitrary: fc.constantFrom(...callers) },
    ),
    input: fc.oneof({ weight: 2, arbitrary: right }, { weight: 3, arbitrary: spoilt(right) }),
  })
}

async function send(key: Key, { openid, input }: Try): Promise<Outcome> {
  const { name } = actions[key]
  return timed(() => county.send(answeredBy(name), openid, { action: name, input }))
}

async function timed(call: () => Promise<{ result: unknown; stats: CallStats }>): Promise<Outcome> {
  const from = Date.now()
  try {
    const { result, stats } = await call()
    return { reply: result as Reply, stats, ms: Date.now() - from }
  } catch (error) {
    return { broke: String(error), ms: Date.now() - from }
  }
}

const common = [
  'access.denied',
  'access.gone',
  'access.profile_missing',
  'access.too_often',
  'access.too_many_numbers',
  'access.too_many_guesses',
  'content.risky',
]
const guessed = 'whoever guesses is counted, so that she cannot go on'
const quicker = 'a promise to the timer comes first, and is taken back where somebody else was quicker'
/** Actions that count or note something before they say no, and why. */
const mayWriteBeforeNo: { readonly [Each in Key]?: string } = {
  ...{ previewKeeping: guessed, acceptKeeping: guessed, scanCode: guessed, partyCase: guessed },
  claim: 'of two at once, the one who comes second takes back her promise to tell the team',
  ...{ openCard: guessed, answerCard: guessed, acceptCard: guessed },
  ...{ decide: quicker, saveDependent: quicker, letGo: quicker, changeKeeper: quicker },
}

/** What is wrong with an answer; '' when nothing is. */
function wrongWith(key: Key, { input }: Try, { reply, stats, broke, ms }: Outcome): string {
  if (!reply || broke !== undefined) return `the call broke off: ${broke}`
  const kind = reply.ok ? 'ok' : 'refusal' in reply ? 'refused' : reply.fault.kind
  if (kind === 'fault') return 'a fault'
  if (isAllowed(key, input) !== (kind !== 'bad_input'))
    return kind === 'bad_input' ? 'kept out what is allowed' : 'let in what is not allowed'
  const listed: readonly string[] = [...common, ...actions[key].refuses]
  if (!reply.ok && 'refusal' in reply && !listed.includes(reply.refusal.refused))
    return `refused with ${reply.refusal.refused}`
  if (kind !== 'ok' && (stats?.writes ?? 0) > 0 && !(key in mayWriteBeforeNo))
    return `${JSON.stringify(reply)} after writing`
  if (canaries.some((each) => JSON.stringify(reply).includes(each))) return 'what she may not read'
  return ms > patienceFor(key) ? `answered after ${patienceFor(key)} ms` : ''
}

/** A smaller input with which the same is wrong. */
async function shrunk(key: Key, found: Try, wrong: string): Promise<Try> {
  let least = found
  for (let budget = 120; budget > 0;) {
    const smaller = candidates(least.input)
    const next = await firstWrong(key, least, smaller.slice(0, budget), wrong)
    budget -= next ? smaller.indexOf(next.input) + 1 : budget
    if (next) least = next
  }
  return least
}

async function firstWrong(key: Key, { openid }: Try, inputs: readonly unknown[], wrong: string) {
  for (const input of inputs) {
    const one = { openid, input }
    if (wrongWith(key, one, await send(key, one)) === wrong) return one
  }
  return null
}

const candidates = (input: unknown): unknown[] =>
  placesIn(input)
    .slice(1)
    .flatMap((place) =>
      [undefined, 'half'].map((how) => sent(changedAt(input, place, (old) => (how ? halved(old) : undefined)))),
    )
    .filter((each) => JSON.stringify(each).length < JSON.stringify(input).length)

const halved = (old: unknown) =>
  typeof old === 'string' || Array.isArray(old) ? old.slice(0, Math.floor(old.length / 2)) : old

/** Says whether any of them wrote something. */
async function expectRight(key: Key, all: readonly Try[]): Promise<boolean> {
  let writes = 0
  for (let from = 0; from < all.length; from += together) {
    const some = all.slice(from, from + together)
    const outcomes = await Promise.all(some.map((each) => send(key, each)))
    for (const [n, outcome] of outcomes.entries()) {
      const one = some[n] as Try
      writes += outcome.stats?.writes ?? 0
      if (outcome.reply?.ok) answered.add(key)
      const wrong = wrongWith(key, one, outcome)
      if (!wrong) continue
      const least = await shrunk(key, one, wrong)
      const trace = outcome.reply?.trace ?? ''
      const log = trace ? (await county.log()).split('"requestId"').find((line) => line.includes(trace)) : ''
      throw new Error(`${key}, SEED=${seed}: ${wrong}\n${JSON.stringify(least).slice(0, 2000)}\n${log}`)
    }
  }
  return writes > 0
}

/** Nothing was hung on what every object has: what may be left out can still be left out, in every instance. */
async function expectUnspoilt(key: Key): Promise<void> {
  const name = answeredBy(actions[key].name)
  const asked = { api: 'people.messages', jobs: 'system.watch', cases: 'case.mine' }[name]
  for (const { result } of await Promise.all(
    callers.slice(0, 8).map((openid) => county.send(name, openid, { action: asked })),
  ))
    expect(JSON.stringify(result)).not.toMatch(/fault/)
}

async function expectQuietLog(): Promise<void> {
  const log = await county.log()
  for (const each of [...canaries, mark]) expect([each, log.includes(each)]).toEqual([each, false])
}

/** What nobody guesses, and chance does not either; their own tests carry them out. */
const secret: readonly Key[] = ['partyCase', 'scanCode', 'correctHours', 'decideCorrection']
/** Actions that were carried out at least once: the fuzz is not hollow. */
const answered = new Set<Key>()
let isTouched = false
/** Everything as it was at first. */
async function anew(): Promise<void> {
  if (isTouched) await putBack(county, start)
  isTouched = false
}

async function expectUntouched(): Promise<void> {
  const now = digestOf(await everything(county))
  expect(now === digestOf(start)).toBe(true)
  isTouched = false
}

async function round(key: Key, from: number): Promise<void> {
  await anew()
  isTouched = true
  const size = Math.min(perRound, tries - from)
  const all = fc.sample(tryOf(key), { seed: seed + from * 1000 + keys.indexOf(key), numRuns: size })
  const made = all.map(({ openid, input }) => ({ openid, input: sent(input) }))
  const [allowedOnes, others] = [true, false].map((wanted) =>
    made.filter(({ input }) => isAllowed(key, input) === wanted),
  )
  await expectRight(key, others ?? [])
  await expectUntouched()
  isTouched = true
  isTouched = await expectRight(key, allowedOnes ?? [])
  if (isTouched) expect(illFormed([...(await everything(county))])).toEqual([])
  await expectUnspoilt(key)
  await expectQuietLog()
}

test.each(keys.filter((key) => !only || only.includes(key)))(
  '%s answers whatever it is sent, and changes nothing when it says no',
  async (key) => {
    for (let from = 0; from < tries; from += perRound) await round(key, from)
    if (tries >= 1000 && !secret.includes(key)) expect(answered).toContain(key)
  },
  30_000 + tries * 500,
)

test.each(['api', 'jobs', 'cases', 'timer'])('%s answers envelopes that are none, and does nothing', async (name) => {
  await anew()
  isTouched = true
  const forged = actionsOfOthers(name).map((action) => ({
    action,
    input: {},
    userInfo: { openId: 'staff' },
    openid: 'staff',
  }))
  for (const data of [...envelopes, ...forged]) {
    const { reply, broke } = await timed(() => county.send(name, 'guest', data))
    expect([data, broke]).toEqual([data, undefined])
    if (name !== 'timer') expect(JSON.stringify(reply)).toMatch(/bad_input|success/)
  }
  await expectUntouched()
})

const actionsOfOthers = (name: string) =>
  Object.values(actions)
    .map((each) => each.name)
    .filter((each) => answeredBy(each) !== name)
