import { actions, type InputOf, type OutputOf } from '../../cloudfunctions/core/contract'
import { startOfDay } from '../../cloudfunctions/core/domain/times'
import { BenchCloud } from './bench-cloud'
import { kilobytes, median, tenth, verdict, whole, type Measured, type Progress } from './measured'
import { asLeader, asResident, dataSizes, fillCloud, mainActivity, type DataSize } from './sizes-of-data'
import type { Workshop } from './workshop'

const warmUp = 3
const times = 15

type Actions = typeof actions

/** One screen's call, and the most documents that one page of its answer can need. */
interface Question {
  name: string
  openid: string
  action: string
  input: (now: number) => object
  items: (data: unknown) => number
  most: number
}

const question = <K extends keyof Actions>(
  name: string,
  openid: string,
  key: K,
  input: (now: number) => Partial<InputOf<Actions[K]>>,
  items: (data: OutputOf<Actions[K]>) => number,
  most: number,
): Question => ({
  ...{ name, openid, action: actions[key].name, input, most },
  items: (data) => items(data as OutputOf<Actions[K]>),
})

const listed = ({ items }: { items: readonly unknown[] }) => items.length
const nearby = (now: number) => ({ communityId: 'east', from: startOfDay(now) })

// Most: the caller, a page and one more, her rows, the lines she waits in, and what the screen shows besides.
const questions: readonly Question[] = [
  question('home', asResident, 'listActivities', (now) => ({ ...nearby(now), week: true }), listed, 1 + 21 + 40 + 7),
  question('home, searching', asResident, 'listActivities', (now) => ({ ...nearby(now), search: '扫扫' }), listed, 62),
  question(
    'detail',
    asResident,
    'getActivity',
    () => ({ id: mainActivity }),
    ({ faces }) => faces.length,
    3 + 2 + 12 + 40,
  ),
  question('roster', asLeader, 'roster', () => ({ id: mainActivity, which: 'in' as const }), listed, 3 + 100),
  question(
    'roster, waiting',
    asLeader,
    'roster',
    () => ({ id: mainActivity, which: 'waiting' as const }),
    listed,
    3 + 100,
  ),
  question('the day', asLeader, 'daySheet', () => ({ id: mainActivity }), listed, 3 + 200),
  question('my sign-ups', asResident, 'myActivities', () => ({ which: 'coming' as const }), listed, 1 + 21 + 20 + 40),
  question(
    'desk',
    asLeader,
    'desk',
    () => ({}),
    ({ coming }) => coming.length,
    2 + 60 + 60,
  ),
]

interface Cell extends DataSize {
  items: number
  docsExamined: number
  keysExamined: number
  requests: number
  bytes: number
  milliseconds: number
  scans: unknown
}

async function measure(cloud: BenchCloud, { openid, action, input, items }: Question, size: DataSize, now: number) {
  for (let n = 0; n < warmUp; n++) await cloud.act(openid, action, input(now))
  const answers = []
  for (let n = 0; n < times; n++) answers.push(await cloud.act(openid, action, input(now)))
  const [first] = answers
  if (!first) throw new Error('nothing was asked')
  const { docsExamined, keysExamined = 0, requests, scans = [] } = first.tally
  const milliseconds = median(answers.map((answer) => answer.milliseconds))
  const cell: Cell = {
    ...size,
    items: items(first.data),
    docsExamined,
    keysExamined,
    requests,
    bytes: first.bytes,
    milliseconds,
    scans,
  }
  return cell
}

/** Why a screen's cost depends on how much there is: more than a page can need, or more for as long an answer. */
function growth({ name, most }: Question, cells: readonly Cell[]): string[] {
  const over = cells.filter((cell) => cell.docsExamined > most)
  const uneven = cells.filter((cell) => {
    const alike = cells.filter((other) => other.items === cell.items)
    const least = (key: 'docsExamined' | 'keysExamined') => Math.min(...alike.map((other) => other[key]))
    return cell.docsExamined > least('docsExamined') || cell.keysExamined > least('keysExamined')
  })
  return [...new Set([...over, ...uneven])].map((cell) => {
    const examined = `${whole(cell.docsExamined)} documents and ${whole(cell.keysExamined)} keys for ${cell.items} items`
    const of = `${whole(cell.activities)} activities and ${whole(cell.signups)} sign-ups`
    return `${name} with ${of} examines ${examined} (most ${most}) ${JSON.stringify(cell.scans)}`
  })
}

const inRow = (cells: readonly Cell[], show: (cell: Cell) => string) => cells.map(show).join(' / ')

/** What the screens' calls cost as the data grows; documents examined must stay as many. */
export async function measureReads({ functions }: Workshop, say: Progress): Promise<Measured> {
  const found = questions.map((asked) => ({ asked, cells: [] as Cell[] }))
  for (const size of dataSizes) {
    const now = Date.now()
    const cloud = await new BenchCloud(functions).start()
    try {
      await fillCloud(cloud, size, now)
      for (const each of found) each.cells.push(await measure(cloud, each.asked, size, now))
    } finally {
      await cloud.end()
    }
    say(`${whole(size.activities)} activities, ${whole(size.signups)} sign-ups`)
  }
  const broken = found.flatMap(({ asked, cells }) => growth(asked, cells))
  const rows = found.flatMap(({ asked, cells }) =>
    [...new Set(cells.map((cell) => cell.activities))].map((activities) => {
      const row = cells.filter((cell) => cell.activities === activities)
      return [
        `${asked.name} (\`${asked.action}\`)`,
        whole(activities),
        inRow(row, ({ items }) => whole(items)),
        `${inRow(row, ({ docsExamined }) => whole(docsExamined))} ${verdict(growth(asked, cells).length === 0)}`,
        inRow(row, ({ requests }) => whole(requests)),
        inRow(row, ({ bytes }) => kilobytes(bytes)),
        inRow(row, ({ milliseconds }) => tenth(milliseconds)),
      ]
    }),
  )
  const head = ['call', 'activities', 'items', 'documents examined', 'requests', 'answer', 'median ms']
  return { table: [head, ...rows], figures: found.map(({ asked, cells }) => ({ name: asked.name, cells })), broken }
}
