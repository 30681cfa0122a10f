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
  stateIn: (data: unknown) => (data as OutputOf<typeof join>).mine.state,
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

/** One round: everyone signs up once, so many at a time. */
async function rush(cloud: BenchCloud, { call, seats, stateIn }: Contender, id: string, openids: readonly string[]) {
  await cloud.add('activities', [activityDoc(id, Date.now(), { capacity: seats })])
  const states: Record<string, number> = {}
  const most = { requests: 0, documents: 0 }
  let requests = 0
  let next = 0
  const one = async () => {
    for (let openid = openids[next++]; openid; openid = openids[next++]) {
      const { data, tally } = await call(cloud, openid, id)
      const state = stateIn(data)
      states[state] = (states[state] ?? 0) + 1
      requests += tally.requests
      most.requests = Math.max(most.requests, tally.requests)
      most.documents = Math.max(most.documents, tally.docsExamined)
    }
  }
  const from = performance.now()
  await Promise.all(Array.from({ length: inFlight }, one))
  const seconds = (performance.now() - from) / 1000
  return { perSecond: openids.length / seconds, requests: requests / openids.length, most, states }
}

/** What one sign-up took too much of, in words. */
function excess(name: string, { requests, documents }: { requests: number; documents: number }): string[] {
  if (requests <= budgets.signUpRequests && documents <= budgets.signUpDocuments) return []
  return [`${name}: one sign-up took ${requests} requests and examined ${documents} documents`]
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
    const found = contenders.map((contender) => ({
      contender,
      rates: [] as number[],
      requests: 0,
      most: { requests: 0, documents: 0 },
    }))
    const broken: string[] = []
    const began = Date.now()
    for (let round = 0; round <= rounds && (round < 2 || Date.now() - began < patience); round++) {
      for (const [at, each] of found.entries()) {
        // Round 0 starts the instances and lets them warm up.
        const asked = round === 0 ? openids.slice(0, warmUp) : openids
        const { perSecond, requests, most, states } = await rush(cloud, each.contender, `rush-${round}-${at}`, asked)
        if (round === 0) continue
        say(`${each.contender.name}: ${whole(perSecond)} a second`)
        each.rates.push(perSecond)
        Object.assign(each, { requests, most })
        broken.push(...excess(each.contender.name, most))
        const isRight = states.in === each.contender.seats && (states.waiting ?? 0) === people - each.contender.seats
        if (!isRight) broken.push(`${each.contender.name}: the answers were ${JSON.stringify(states)}`)
      }
    }
    const figures = found.map(({ contender, rates, requests, most }) => {
      return { name: contender.name, perSecond: median(rates), rates, requests, most }
    })
    const least = figures[0]?.perSecond ?? NaN
    const rows = figures.map(({ name, perSecond, requests, most }) => {
      const atMost = `${most.requests} / ${most.documents} ${verdict(excess(name, most).length === 0)}`
      return [name, whole(perSecond), (perSecond / least).toFixed(2), tenth(requests), atMost]
    })
    const head = ['', 'sign-ups/s', 'ratio to bare', 'requests each', 'most requests / documents examined']
    const limits = ['budget', '', '', '', `${budgets.signUpRequests} / ${budgets.signUpDocuments}`]
    return { table: [head, ...rows, limits], figures, broken: [...new Set(broken)] }
  } finally {
    await cloud.end()
  }
}
