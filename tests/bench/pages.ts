import { App } from '../phone/app'
import type { Phone } from '../phone/harness'
import type { Budget } from '../phone/opening'
import { pages } from '../phone/pages'
import { budgets } from './budgets'
import { kilobytes, verdict, whole, type Measured, type Progress } from './measured'
import type { Workshop } from './workshop'

/** So long nothing may change before a page counts as drawn, and so long we wait at most, in ms. */
const quiet = 500
const patience = 20_000

/** What a page costs once the cloud has answered it and nothing has changed on it for a while. */
async function settled(phone: Phone): Promise<Budget> {
  const end = Date.now() + patience
  for (let since = Date.now(), last = await phone.budget(); ;) {
    await new Promise((resolve) => setTimeout(resolve, 100))
    const pending = await phone.page.evaluate(() => window.__phone.pending())
    const now = await phone.budget()
    const isSame = pending === 0 && now.setData.length === last.setData.length && now.nodes === last.nodes
    if (!isSame) since = Date.now()
    if (Date.now() - since > quiet) return now
    if (Date.now() > end) throw new Error(`${now.route} does not come to rest`)
    last = now
  }
}

async function measure(app: App, { name, as, path }: (typeof pages)[number]) {
  const { firstBytes, setData, nodes, depth, mostChildren } = await settled(await app.phone(as, { path }))
  const errors = await app.closePhones()
  const bytes = setData.map((one) => one.bytes)
  return { name, firstBytes, largest: Math.max(0, ...bytes), times: bytes.length, nodes, depth, mostChildren, errors }
}
type Page = Awaited<ReturnType<typeof measure>>

/** What of a page is over its budget, in words. */
function excess({ name, firstBytes, largest, nodes, depth, mostChildren, errors }: Page): string[] {
  const over = [
    firstBytes === 0 && 'no first setData',
    firstBytes > budgets.firstSetDataBytes && `a first setData of ${kilobytes(firstBytes)}`,
    largest > budgets.setDataBytes && `a setData of ${kilobytes(largest)}`,
    nodes >= budgets.nodes && `${whole(nodes)} nodes`,
    depth >= budgets.depth && `a depth of ${depth}`,
    mostChildren > budgets.children && `${mostChildren} children of one node`,
    errors.length > 0 && `errors: ${errors.join('; ')}`,
  ]
  return over.flatMap((each) => (each === false ? [] : [`page ${name} has ${each}`]))
}

/** The first setData, the largest, and the tree of each page of the compiled mini-program with the demo county. */
export async function measurePages(_: Workshop, say: Progress): Promise<Measured> {
  const figures: Page[] = []
  const app = await App.start()
  try {
    for (const page of pages) {
      const found = await measure(app, page)
      figures.push(found)
      say(`${page.name}: ${whole(found.firstBytes)} bytes, ${whole(found.nodes)} nodes`)
    }
  } finally {
    await app.stop()
  }
  const rows = figures.map((page) => [
    `${page.name} ${verdict(excess(page).length === 0)}`,
    kilobytes(page.firstBytes),
    kilobytes(page.largest),
    whole(page.times),
    whole(page.nodes),
    whole(page.depth),
    whole(page.mostChildren),
  ])
  const { firstSetDataBytes, setDataBytes, nodes, depth, children } = budgets
  const bytes = [kilobytes(firstSetDataBytes), kilobytes(setDataBytes)]
  const limits = ['budget', ...bytes, '', whole(nodes), whole(depth), whole(children)]
  const head = ['page', 'first setData', 'largest setData', 'setData calls', 'nodes', 'depth', 'most children']
  return { table: [head, ...rows, limits], figures, broken: figures.flatMap(excess) }
}
