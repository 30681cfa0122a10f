import type { FileJob } from '../../cloudfunctions/core/contract'
import type { SignupDoc } from '../../cloudfunctions/core/ports/documents'
import { activityDoc, personDoc, teamDoc } from '../actions/county'
import { BenchCloud } from './bench-cloud'
import { budgets } from './budgets'
import { kilobytes, median, verdict, whole, type Measured, type Progress } from './measured'
import { asLeader } from './sizes-of-data'
import type { Workshop } from './workshop'

const people = 2000
const times = 3
const id = 'act-list'

const lists = [
  { name: 'spreadsheet (.xlsx)', kind: 'roster-xlsx' },
  { name: 'large-type sheet (.pdf)', kind: 'roster-sheet' },
] as const

async function fill(cloud: BenchCloud, now: number): Promise<void> {
  const everyone = Array.from({ length: people }, (_, n) => personDoc(`other-${n}`, 'east'))
  const holders = everyone.map((person) => person._id)
  const seats = { capacity: people, holders, taken: people, seatsLeft: 0 }
  const activity = activityDoc(id, now, seats)
  const { teamId, startsAt, endsAt } = activity
  const rows = holders.map((personId): SignupDoc => ({
    ...{ _id: `${id}_${personId}`, activityId: id, personId, teamId, startsAt, endsAt, state: 'in', live: true },
    ...{ since: now, answerBy: null, history: [], attendance: 'came', minutes: 90 },
  }))
  await cloud.add('people', [personDoc(asLeader, 'east'), ...everyone])
  await cloud.add('teams', [teamDoc('green', 'east', 'green', [asLeader])])
  await cloud.add('activities', [activity])
  await cloud.add('signups', rows)
}

/** What it takes to make a roster of two thousand people. */
export async function measureFiles({ functions }: Workshop, say: Progress): Promise<Measured> {
  const cloud = await new BenchCloud(functions).start()
  const most = people * budgets.rosterDocumentsEach + budgets.rosterDocumentsBesides
  const figures = []
  try {
    await fill(cloud, Date.now())
    for (const { name, kind } of lists) {
      const made = []
      for (let n = 0; n < times; n++) {
        const order = await cloud.act(asLeader, 'file.roster', { id, key: `${kind}${n}`, kind, phones: true })
        const answered = await cloud.act(asLeader, 'file.run', { id: (order.data as FileJob).id })
        const { state, url } = answered.data as FileJob
        if (state !== 'ready') throw new Error(`${name} is ${state}`)
        const { byteLength } = await (await fetch(url)).arrayBuffer()
        made.push({ ...answered, byteLength })
      }
      const [first] = made
      if (!first) throw new Error('nothing was made')
      const { requests, docsExamined } = first.tally
      const milliseconds = median(made.map((each) => each.milliseconds))
      figures.push({ name, people, bytes: first.byteLength, requests, docsExamined, milliseconds })
      say(`${name}: ${whole(milliseconds)} ms`)
    }
  } finally {
    await cloud.end()
  }
  const rows = figures.map(({ name, bytes, requests, docsExamined, milliseconds }) => {
    const examined = `${whole(docsExamined)} ${verdict(docsExamined <= most)}`
    return [name, whole(people), kilobytes(bytes), whole(requests), examined, whole(milliseconds)]
  })
  const broken = figures.flatMap(({ name, docsExamined }) =>
    docsExamined > most ? [`the ${name} examines ${whole(docsExamined)} documents, more than ${whole(most)}`] : [],
  )
  const head = ['', 'people', 'file', 'requests', 'documents examined', 'median ms']
  return { table: [head, ...rows, ['budget', '', '', '', whole(most), '']], figures, broken }
}
