import { actions, type InputOf } from '../../cloudfunctions/core/contract'
import { BenchCloud } from './bench-cloud'
import { kilobytes, median, tenth, verdict, whole, type Measured, type Progress } from './measured'
import { asNeighbour, asUnit, asWorker, fillWithCases, numbersOfCases, openOnes } from './sizes-of-cases'
import type { Workshop } from './workshop'

const warmUp = 3
const times = 15

type Actions = typeof actions

/** One desk's or list's call, and the most documents that one page of its answer can need. */
interface Question {
  name: string
  openid: string
  action: string
  input: object
  most: number
}

const question = <K extends keyof Actions>(
  name: string,
  openid: string,
  key: K,
  input: Partial<InputOf<Actions[K]>>,
  most: number,
): Question => ({ name, openid, action: actions[key].name, input, most })

/** The caller, her desk, a page and one more, what its cards name, and, for the numbers at the top, what is open. */
const desk = 1 + 1 + 21 + 10
const east = { communityId: 'east' }

const questions: readonly Question[] = [
  question('inbox', asWorker, 'inboxCases', { ...east, which: 'ours' }, desk + openOnes),
  question('inbox, overdue', asWorker, 'inboxCases', { ...east, which: 'overdue' }, desk + openOnes),
  question(
    'inbox, one compound',
    asWorker,
    'inboxCases',
    { ...east, which: 'all', compoundId: 'river' },
    desk + openOnes,
  ),
  question('unit', asUnit, 'unitCases', { partnerId: 'power', which: 'asked' }, desk + openOnes),
  question('public list', asNeighbour, 'listCases', { ...east, which: 'open' }, desk),
  question('what was done', asNeighbour, 'listCases', { ...east, which: 'done' }, desk),
]

interface Cell {
  cases: number
  docsExamined: number
  keysExamined: number
  requests: number
  bytes: number
  milliseconds: number
  items: number
}

async function measure(cloud: BenchCloud, { openid, action, input }: Question, cases: number): Promise<Cell> {
  for (let n = 0; n < warmUp; n++) await cloud.act(openid, action, input)
  const answers = []
  for (let n = 0; n < times; n++) answers.push(await cloud.act(openid, action, input))
  const [first] = answers
  if (!first) throw new Error('nothing was asked')
  const { docsExamined, keysExamined = 0, requests } = first.tally
  const { items } = first.data as { items: readonly unknown[] }
  const milliseconds = median(answers.map((answer) => answer.milliseconds))
  return { cases, docsExamined, keysExamined, requests, bytes: first.bytes, milliseconds, items: items.length }
}

/** Why a desk's cost depends on what was closed: more than a page can need, or more for as long an answer. */
function growth({ name, most }: Question, cells: readonly Cell[]): string[] {
  const uneven = cells.filter((cell) => {
    const alike = cells.filter((other) => other.items === cell.items)
    return alike.some((other) => cell.docsExamined > other.docsExamined || cell.keysExamined > other.keysExamined)
  })
  return [...new Set([...cells.filter((cell) => cell.docsExamined > most), ...uneven])].map(
    ({ cases, docsExamined, keysExamined }) =>
      `${name} with ${whole(cases)} cases examines ${whole(docsExamined)} documents (most ${most}) and ${whole(keysExamined)} keys`,
  )
}

/** What the desks and lists of cases cost as more and more cases are closed; documents examined must stay as many. */
export async function measureCases({ functions }: Workshop, say: Progress): Promise<Measured> {
  const found = questions.map((asked) => ({ asked, cells: [] as Cell[] }))
  for (const cases of numbersOfCases) {
    const cloud = await new BenchCloud(functions).start()
    try {
      await fillWithCases(cloud, cases, Date.now())
      for (const each of found) each.cells.push(await measure(cloud, each.asked, cases))
    } finally {
      await cloud.end()
    }
    say(`${whole(cases)} cases`)
  }
  const broken = found.flatMap(({ asked, cells }) => growth(asked, cells))
  const rows = found.flatMap(({ asked, cells }) =>
    cells.map(({ cases, items, docsExamined, requests, bytes, milliseconds }) => [
      `${asked.name} (\`${asked.action}\`)`,
      whole(cases),
      whole(items),
      `${whole(docsExamined)} ${verdict(growth(asked, cells).length === 0)}`,
      whole(requests),
      kilobytes(bytes),
      tenth(milliseconds),
    ]),
  )
  const head = ['call', 'cases', 'items', 'documents examined', 'requests', 'answer', 'median ms']
  return { table: [head, ...rows], figures: found.map(({ asked, cells }) => ({ name: asked.name, cells })), broken }
}
