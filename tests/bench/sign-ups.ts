import type { OutputOf, join } from '../../cloudfunctions/core/contract'
import { activityDoc, personDoc } from '../actions/county'
import { BenchCloud, type Answered } from './bench-cloud'
import { budgets } from './budgets'
import { median, tenth, verdict, whole, type Measured, type Progress } from './measured'
import type { Workshop } from './workshop'

const people = 2000
const inFlight = 32
const rounds = 3
const warmUp = 160
/** On a busy machine no further round begins after so long, in ms. */
const patience = 120_000

/** Who answers the call, and how many seats there are for everyone. */
interface Contender {
  name: string
  seats: number
  call: (cloud: BenchCloud, openid: string, id: string) => Promise<Answered>
  stateIn: (data: unknown) => string
}

const joining = {
  call: (cloud: BenchCloud, openid: string, id: string) => cloud.act(openid, 'activity.join', { id }),
  stateIn: (data: unknown) => (data as OutputOf<typeof join>).mine?.state ?? '',
}

const contenders: readonly Contender[] = [
  {
    name: 'bare: one conditional update, one set',
    seats: people,
    call: (cloud, openid, id) => cloud.bare(openid, id),
    stateIn: (data) => (data as { state: string }).state,
  },
  { name: 'activity.join, a seat for everyone', seats: people, ...joining },
  { name: 'activity.join, 50 seats, the rest wait', seats: 50, ...joining },
]

/** One round: everyone signs up once, so many at a time. `requests` and `documents` are for one sign-up on average. */
async function rush(cloud: BenchCloud, { call, seats, stateIn }: Contender, id: string, openids: readonly string[]) {
  await cloud.add('activities', [activityDoc(id, Date.now(), { capacity: seats })])
  const states: Record<string, number> = {}
  const tallies: Answered['tally'][] = []
  let next = 0
  const one = async () => {
    for (let openid = openids[next++]; openid; openid = openids[next++]) {
      const { data, tally } = await call(cloud, openid, id)
      const state = stateIn(data)
      states[state] = (states[state] ?? 0) + 1
      tallies.push(tally)
    }
  }
  const from = performance.now()
  await Promise.all(Array.from({ length: inFlight }, one))
  const seconds = (performance.now() - from) / 1000
  const requests = tallies.reduce((sum, tally) => sum + tally.requests, 0) / tallies.length
  const documents = tallies.reduce((sum, tally) => sum + tally.docsExamined, 0) / tallies.length
  const mostRequests = Math.max(...tallies.map((tally) => tally.requests))
  return { perSecond: openids.length / seconds, requests, documents, mostRequests, states }
}
type Rush = Awaited<ReturnType<typeof rush>>

/** What is wrong with a round, in words: a wrong answer, or too much asked of the database. */
function faults({ name, seats }: Contender, { states, requests, documents }: Rush): string[] {
  const isRight = states.in === seats && (states.waiting ?? 0) === people - seats
  const isCheap = requests <= budgets.signUpRequests && documents <= budgets.signUpDocuments
  return [
    ...(isRight ? [] : [`${name}: the answers were ${JSON.stringify(states)}`]),
    ...(isCheap
      ? []
      : [`${name}: a sign-up took ${tenth(requests)} requests and examined ${tenth(documents)} documents`]),
  ]
}

/** Every contender in turn, round after round; the rounds of each. */
async function compete(cloud: BenchCloud, openids: readonly string[], say: Progress): Promise<Rush[][]> {
  const found: Rush[][] = contenders.map(() => [])
  const began = Date.now()
  for (let round = 0; round <= rounds && (round < 2 || Date.now() - began < patience); round++) {
    for (const [at, contender] of contenders.entries()) {
      // Round 0 starts the instances and lets them warm up.
      const asked = round === 0 ? openids.slice(0, warmUp) : openids
      const rushed = await rush(cloud, contender, `rush-${round}-${at}`, asked)
      if (round === 0) continue
      say(`${contender.name}: ${whole(rushed.perSecond)} a second`)
      found[at]?.push(rushed)
    }
  }
  return found
}

/** Sign-ups a second and requests for each, through the function host, beside the least that a sign-up can be. */
export async function measureSignUps({ functions }: Workshop, say: Progress): Promise<Measured> {
  const cloud = await new BenchCloud(functions).start()
  try {
    const openids = Array.from({ length: people }, (_, n) => `rush-${n}`)
    await cloud.add(
      'people',
      openids.map((openid) => personDoc(openid, 'east')),
    )
    const found = await compete(cloud, openids, say)
    const [bare = []] = found
    const figures = contenders.map((contender, at) => {
      const rushes = found[at] ?? []
      return {
        name: contender.name,
        perSecond: median(rushes.map((each) => each.perSecond)),
        // Rounds are compared one by one, so that a machine busy for a while does not tilt the ratio.
        ratio: median(rushes.map((each, round) => each.perSecond / (bare[round]?.perSecond ?? NaN))),
        requests: median(rushes.map((each) => each.requests)),
        documents: median(rushes.map((each) => each.documents)),
        mostRequests: Math.max(...rushes.map((each) => each.mostRequests)),
        broken: [...new Set(rushes.flatMap((each) => faults(contender, each)))],
      }
    })
    const rows = figures.map(({ name, perSecond, ratio, requests, documents, mostRequests, broken }) => {
      const cost = [`${tenth(requests)} ${verdict(broken.length === 0)}`, tenth(documents), whole(mostRequests)]
      return [name, whole(perSecond), ratio.toFixed(2), ...cost]
    })
    const head = ['', 'sign-ups/s', 'ratio to bare', 'requests each', 'documents examined', 'most requests']
    const limits = ['budget', '', '', whole(budgets.signUpRequests), whole(budgets.signUpDocuments), '']
    return { table: [head, ...rows, limits], figures, broken: figures.flatMap(({ broken }) => broken) }
  } finally {
    await cloud.end()
  }
}
