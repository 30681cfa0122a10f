// Every writing call of the contract, made twice at once and once more later, is as if made once: the same answer, the same
// database. And whatever only reads writes nothing.
import { actions } from '../../cloudfunctions/core/contract'
import { rightOf } from '../../cloudfunctions/core/domain/rights'
import { each, make, stage, type Answered, type Staged } from './every-run'
import { writes } from './every-scenes'
import { settleCases } from './cases'
import { County } from './county'
import { roles } from './subjects'
import { inputFor, type Key } from './inputs'
import { collectionNames } from './left'

const county = new County(['--no-fsync'])
beforeAll(() => settleCases(county), 60_000)
afterAll(() => county.end())

/** Collections about the cloud itself, and what many share. */
const apart = /^(limits|slow|marks|checks|codes|counters|secrets)$/
/** Fields that say when and by which call, not what. */
const moving = /^(word|takenBy|trace|lastScan|lastCode|touchedAt|now)$/
/** Ids and tokens made of chance or of other ids, and moments, also those in ids. */
const madeUp =
  /(?<![A-Za-z0-9])[a-z2-7]{13,32}(?![A-Za-z0-9])|(?<![0-9a-f])[0-9a-f]{32,64}(?![0-9a-f])|1[78]\d{11}|"[A-Za-z0-9_-]{40,}"|t=\d{10}/g

/** A value without what differs between two that are the same; her people are called by their parts. */
function plain(value: unknown, { subject }: Staged): string {
  let text = JSON.stringify(value, (key, inner: unknown) => (moving.test(key) ? 0 : inner)) ?? ''
  for (const role of roles) text = text.replaceAll(subject.person(role), role.toUpperCase())
  return text
    .replaceAll(subject.id, 'ID')
    .replace(madeUp, '#')
    .replace(/\d+:\d\d/g, 'T')
    .replace(/20\d\d\d{6}(?="|\.)/g, 'N')
}

/** All documents that name one of these and no other, by whose they are; one line each. */
async function linesOf(staged: readonly Staged[]): Promise<Map<Staged, string[]>> {
  const lines = new Map(staged.map((each) => [each, [] as string[]]))
  const owners = new Map<string, Staged>()
  for (const one of staged) for (const role of roles) owners.set(one.subject.person(role), one)
  const bySubject = new Map(staged.map((one) => [one.subject.id, one]))
  for (const name of collectionNames.filter((each) => !apart.test(each))) {
    for (const doc of await county.find(name, {})) {
      const text = JSON.stringify(doc)
      const named = [
        ...[...text.matchAll(/s\d{4}/g)].map(([id]) => bySubject.get(id)),
        ...[...text.matchAll(/\bp[a-z2-7]{12}\b/g)].map(([id]) => owners.get(id)),
      ].filter((each) => each !== undefined)
      const [owner] = named
      if (owner && named.every((each) => each === owner)) lines.get(owner)?.push(`${name} ${plain(doc, owner)}`)
    }
  }
  for (const own of lines.values()) own.sort()
  return lines
}

/** Answers that say of themselves what came of this very call, or what others did meanwhile. */
const answersDiffer: Readonly<Record<string, string>> = {
  eraseMe: 'how many seats this very call gave up',
  withdrawConsent: 'how many seats this very call gave up',
  withdrawElder: 'how many seats this very call gave up, and who agrees no more is nobody’s to ask about',
  confirmClaim: 'how many sign-ups this very call moved',
  edit: 'who else came meanwhile',
  enterPeople: 'whether this very call brought them in',
  approve: 'how many this very call decided on',
  leaveSeries: 'how many meetings this very call gave up',
  runFile: 'how far it is at this moment',
  discard: 'what is thrown away is gone',
}
/** Where a later call is told that there is nothing any more. */
const goneLater = new Set(['discard', 'withdrawElder'])
/** Notes of who did what, with the moment in their ids: two at once may note it twice. */
const notedTwice = new Set([
  ...['close', 'dismiss', 'enterPeople', 'approve', 'saveProject', 'saveResource'],
  ...['changeRights', 'letGo', 'changeKeeper'],
])

/** Which requests are late; SEED=n for others. */
const seed = Number(process.env.SEED ?? 1)

test('twice at once and once more later is as if once', async () => {
  const once = await stage(county, writes)
  const often = await stage(county, writes)
  await each(once, (staged) => make(county, staged))
  // Requests overtake each other, as they do in the cloud.
  await county.faults(
    [
      { on: 'database.*', do: 'delay', ms: 60, chance: 0.3 },
      { on: 'database.*', do: 'delay', ms: 5, chance: 0.4 },
    ],
    seed,
  )
  const answers = await each(often, async (staged) => {
    const both = await Promise.all([make(county, staged), make(county, staged)])
    return [...both, await make(county, staged)]
  })
  await county.faults([])
  await county.mend()
  const lines = await linesOf([...once, ...often])
  const wrong: string[] = []
  for (const [at, staged] of often.entries()) {
    const { name, key } = staged.scene
    const replies = answers[at] ?? []
    const isFine = (reply: Answered | null) =>
      reply?.ok === true ||
      (goneLater.has(key) && !!reply && 'refusal' in reply && reply.refusal.refused === 'access.gone')
    if (!replies.every(isFine))
      wrong.push(`${name} answers ${JSON.stringify(replies.map((each) => ({ ...each, stats: 0 }))).slice(0, 900)}`)
    const said = replies.map((reply) => (reply?.ok ? plain(reply.data, staged) : ''))
    if (!(key in answersDiffer) && new Set(said).size > 1) wrong.push(`${name} says ${[...new Set(said)].join(' | ')}`)
    const twin = once[at]
    const [first, third] = [twin, staged].map((one) => {
      const own = (one && lines.get(one)) ?? []
      return notedTwice.has(key) ? own.filter((line) => !line.startsWith('audit ')) : own
    }) as [string[], string[]]
    const more = third.filter((line) => !first.includes(line))
    const less = first.filter((line) => !third.includes(line))
    if (more.length + less.length > 0 || first.length !== third.length)
      wrong.push(`${name} leaves\n  + ${more.join('\n  + ')}\n  - ${less.join('\n  - ')}`)
  }
  expect(wrong).toEqual([])
}, 240_000)

/** Inputs of what only reads, for whoever has every part in a little world. */
const reads = Object.keys(actions).filter((key) => !writes.some((scene) => scene.key === key)) as Key[]
/** Reads that count who reads, so that nobody guesses or gathers. */
const counting: readonly Key[] = ['verifyCertificate']

/** What keeps something the first time it is read, so that it is the same the next time. */
test.each(reads)('%s writes nothing, from the second time on', async (key) => {
  const who = { county: 'county', unit: 'power' }
  const right = rightOf(actions[key].name)?.may ?? ''
  const openid = who[right as keyof typeof who] ?? 'staff'
  const input = await inputFor(county, key, openid)
  await county.call(openid, key, input)
  const { stats, ...reply } = await county.call(openid, key, input)
  const writes = counting.includes(key) ? 1 : 0
  expect([key, stats.writes, reply]).toEqual([
    key,
    writes,
    expect.objectContaining({ ok: expect.any(Boolean) as boolean }),
  ])
})
