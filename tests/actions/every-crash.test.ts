// Every writing call of the contract is cut off after each of its requests in turn, and has each answered by an error once:
// then the timer goes round, nothing is left half, and the same call once more succeeds.
import { each, make, stage, type Answered, type Staged } from './every-run'
import { writes, type Scene } from './every-scenes'
import type { CallStats, Faults } from './cloud-process'
import { County, minute } from './county'
import { problemsOf } from './invariants'

/** All requests in all ways; else every write after which it dies, since reads leave nothing, and every eighth request. */
const isFull = process.env.EVERY_FAULT === '1'

const county = new County(['--no-fsync'])
beforeAll(async () => {
  await county.settle()
  // Their fixtures have no memberships.
  for (const id of ['blue', 'far']) await county.set('teams', id, { members: 0 })
}, 60_000)
afterAll(() => county.end())

interface Trial {
  what: string
  staged: Staged
  faults: Faults
}

const ways = {
  'killed after write': (write: number): Faults => ({ killAfterWrites: write }),
  'killed after': (request: number): Faults => ({ killAfterRequests: request }),
  'an error at': (request: number): Faults => ({ fail: [{ request, code: 'DATABASE_REQUEST_FAILED' }] }),
  'no answer at': (request: number): Faults => ({ fail: [{ request, code: 'DATABASE_REQUEST_FAILED', done: true }] }),
}

/** Which faults a call of so many requests and writes is put through. */
function faultsFor({ requests, writes: written }: Pick<CallStats, 'requests' | 'writes'>): [string, Faults][] {
  return Object.entries(ways).flatMap(([how, faults], way) =>
    Array.from({ length: way === 0 ? written : requests }, (_, n) => n + 1)
      .filter((at) => isFull || way === 0 || at % 8 === way)
      .map((at): [string, Faults] => [`${how} ${at}`, faults(at)]),
  )
}

/** Only what faults of the network may answer: done, or a fault that says it can be repeated. */
function isHonest(reply: Answered | null): boolean {
  if (reply === null || reply.ok) return true
  // Words that could not be looked at go nowhere; she reads that they are still there, and taps again.
  if ('refusal' in reply) return reply.refusal.refused === 'content.unchecked'
  return 'fault' in reply && reply.fault.safeToRepeat
}

/** Counters that the next who looks into her inbox, or the check by night, sets right again. */
const byNight = /^(people-unread|messages-unread) /

/** The place of an order that never came waits for her who asks again; the timer gives it back within the hour. */
const withinTheHour = /^projects-booked /

/** What a call is told minutes later, when the timer has carried out what it began. */
const overLater: Readonly<Record<string, string>> = {
  withdrawElder: 'access.gone',
  scanCode: 'day.code_over',
}

const problems: string[] = []
let tried = 0

const timerProblems = async () =>
  (await problemsOf(county)).filter((line) => !byNight.test(line) && !withinTheHour.test(line))

/** Timer's rounds that carry out whatever a minute or two later is still to be done. */
async function goRound(): Promise<void> {
  for (let n = 0; n < 4; n++) {
    await county.advance(minute + 1000)
    await county.round()
  }
}

async function tryAll(scenes: readonly Scene[]): Promise<void> {
  const plain = await stage(county, scenes)
  const straight = await each(plain, (staged) => make(county, staged))
  const wanted = plain.flatMap((staged, at) => {
    const reply = straight[at]
    if (!reply?.ok) problems.push(`${staged.scene.name}: ${JSON.stringify(reply)}`)
    return (reply ? faultsFor(reply.stats) : []).map(([what, faults]) => ({ scene: staged.scene, what, faults }))
  })
  const set = await stage(
    county,
    wanted.map(({ scene }) => scene),
  )
  const trials = set.map((staged, at): Trial => ({ staged, what: '', faults: {}, ...wanted[at] }))
  tried += trials.length
  await each(trials, async ({ staged, what, faults }) => {
    const reply = await make(county, staged, faults)
    if (!isHonest(reply)) problems.push(`${staged.scene.name}, ${what}: ${JSON.stringify(reply)}`)
  })
  await goRound()
  const broken = await timerProblems()
  const owner = (line: string) => trials.find(({ staged }) => isOf(line, staged))
  problems.push(
    ...broken.map((line) => `${owner(line)?.staged.scene.name}, ${owner(line)?.what}: after the timer ${line}`),
  )
  await each(trials, async ({ staged, what }) => {
    const reply = await make(county, staged)
    const refused = reply && 'refusal' in reply ? reply.refusal.refused : ''
    if (!reply?.ok && overLater[staged.scene.key] !== refused)
      problems.push(`${staged.scene.name}, ${what}, repeated: ${JSON.stringify(reply)}`)
  })
}

const isOf = (line: string, { subject }: Staged) =>
  [subject.id, subject.person('resident'), subject.person('leader'), subject.person('daughter'), subject.person('son')]
    .concat(subject.person('member'), subject.person('staff'))
    .some((id) => line.includes(id))

/** Scenes whose trials share the rounds of the timer. */
const together = 12
/** Names of scenes to look at alone, as a regular expression; all when none is said. */
const only = process.env.EVERY_ONLY ?? ''
const scenes = writes.filter(({ name }) => new RegExp(only).test(name))
const parts = Array.from({ length: Math.ceil(scenes.length / together) }, (_, n) => {
  const part = scenes.slice(n * together, (n + 1) * together)
  return [part.map(({ key }) => key).join(', '), part] as const
})

/** What was found since it was last asked. */
const found = () => [...new Set(problems.splice(0))]

test.each(parts)(
  '%s, cut off wherever, leaves nothing half and can be repeated',
  async (_, part) => {
    await tryAll(part)
    await goRound()
    problems.push(...(await timerProblems()).map((line) => `in the end: ${line}`))
    expect(found()).toEqual([])
  },
  isFull ? 3_600_000 : 300_000,
)

test('after a night nothing is left', async () => {
  await county.ask('county', 'check', { key: 'night' })
  for (let n = 0; n < 12; n++) {
    await county.makeLeftFiles()
    await county.advance(minute + 1000)
  }
  expect(await problemsOf(county)).toEqual([])
  expect(tried).toBeGreaterThan(only ? 0 : 300)
}, 120_000)
