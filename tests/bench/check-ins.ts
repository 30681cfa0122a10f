import type { DayStep, OutputOf, mergeDay } from '../../cloudfunctions/core/contract'
import { mostSteps } from '../../cloudfunctions/core/contract'
import { activityDoc, hour, personDoc, personIdOf, teamDoc } from '../actions/county'
import { rowIn, stepAt } from '../actions/day-county'
import { BenchCloud, type Answered } from './bench-cloud'
import { budgets } from './budgets'
import { median, tenth, verdict, whole, type Measured, type Progress } from './measured'
import { asLeader } from './sizes-of-data'
import type { Workshop } from './workshop'

const people = 500
const openids = Array.from({ length: people }, (_, n) => `comer-${n}`)

/** How a leader's phone sends what it noted: so many steps in one call. */
interface Way {
  name: string
  together: number
  /** Whether the budgets are for this way: those of a queue. */
  isQueue: boolean
}

const ways: readonly Way[] = [
  { name: 'with network, each person at once', together: 1, isQueue: false },
  { name: `queued without network, ${mostSteps} together`, together: mostSteps, isQueue: true },
]

/** An activity that has just begun, with five hundred seats taken. */
async function begin(cloud: BenchCloud, id: string): Promise<void> {
  const startsAt = Date.now() - 60_000
  const holders = openids.map(personIdOf)
  const seats = { holders, taken: people, capacity: people, seatsLeft: 0 }
  const activity = activityDoc(id, Date.now(), { ...seats, startsAt, endsAt: startsAt + 2 * hour, closesAt: startsAt })
  await cloud.add('activities', [activity])
  await cloud.add(
    'signups',
    holders.map((personId) => rowIn(activity, personId)),
  )
}

/** One tap by name for each person; the calls follow one another, as those of a phone do. */
async function checkIn(cloud: BenchCloud, id: string, { together }: Way) {
  const steps: DayStep[] = openids.map((openid) => stepAt(Date.now(), { personId: personIdOf(openid) }))
  const answers: Answered[] = []
  const began = performance.now()
  for (let at = 0; at < steps.length; at += together) {
    const input = { id, sentAt: Date.now(), steps: steps.slice(at, at + together) }
    answers.push(await cloud.act(asLeader, 'day.merge', input))
  }
  const seconds = (performance.now() - began) / 1000
  const results = answers.flatMap(({ data }) => (data as OutputOf<typeof mergeDay>).results)
  const sum = (of: (answer: Answered) => number) => answers.reduce((total, answer) => total + of(answer), 0)
  return {
    done: results.filter(({ outcome, row }) => outcome === 'done' && row?.inAt !== null).length,
    taps: steps.length / people,
    calls: answers.length / people,
    requests: sum(({ tally }) => tally.requests) / people,
    documents: sum(({ tally }) => tally.docsExamined) / people,
    perSecond: people / seconds,
    milliseconds: median(answers.map(({ milliseconds }) => milliseconds)),
  }
}

/** What it takes to check in five hundred people, one by one and from a queue. */
export async function measureCheckIns({ functions }: Workshop, say: Progress): Promise<Measured> {
  const cloud = await new BenchCloud(functions).start()
  try {
    await cloud.add('teams', [teamDoc('green', 'east', 'green', [asLeader])])
    await cloud.add(
      'people',
      [asLeader, ...openids].map((openid) => personDoc(openid, 'east')),
    )
    const figures = []
    for (const [at, way] of ways.entries()) {
      await begin(cloud, `door-${at}`)
      const found = await checkIn(cloud, `door-${at}`, way)
      say(`${way.name}: ${whole(found.perSecond)} a second`)
      const isCheap = !way.isQueue || (found.calls <= budgets.checkInCalls && found.requests <= budgets.checkInRequests)
      const broken = [
        ...(found.done === people ? [] : [`${way.name}: ${found.done} of ${people} are checked in`]),
        ...(found.taps <= budgets.checkInTaps ? [] : [`${way.name}: ${tenth(found.taps)} taps for each person`]),
        ...(isCheap ? [] : [`${way.name}: ${found.calls} calls and ${found.requests} requests for each person`]),
      ]
      figures.push({ name: way.name, ...found, broken })
    }
    const rows = figures.map(({ name, taps, calls, requests, documents, perSecond, milliseconds, broken }) => [
      name,
      tenth(taps),
      `${calls.toFixed(2)} ${verdict(broken.length === 0)}`,
      requests.toFixed(2),
      tenth(documents),
      whole(perSecond),
      tenth(milliseconds),
    ])
    const head = [
      '',
      'taps each',
      'calls each',
      'requests each',
      'documents examined',
      'people/s',
      'median ms of a call',
    ]
    const { checkInTaps, checkInCalls, checkInRequests } = budgets
    const limits = ['budget, queued', whole(checkInTaps), whole(checkInCalls), checkInRequests.toFixed(2), '', '', '']
    return { table: [head, ...rows, limits], figures, broken: figures.flatMap(({ broken }) => broken) }
  } finally {
    await cloud.end()
  }
}
