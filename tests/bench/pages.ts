import path from 'node:path'
import type { LocalCloud } from '../../local/cloud/server'
import { openidOf } from '../../local/demo/cast'
import { startStack } from '../../local/stack'
import { pathTo, type RouteName } from '../../src/device/routes'
import { launchBrowser, openPhone, type Budget, type Phone } from '../phone/harness'
import { budgets } from './budgets'
import { kilobytes, verdict, whole, type Measured, type Progress } from './measured'
import type { Workshop } from './workshop'

const resident = openidOf('梁文娟')
const leader = openidOf('苏桂兰')
/** So long nothing may change before a page counts as drawn, in ms; and so long we wait at most. */
const quiet = 700
const patience = 15_000

/** A page, who holds the phone, and what its query names. */
interface Visit {
  name: string
  route: RouteName
  as: string
  query?: Record<string, string>
}

/** Ids the pages are opened with: an activity with seats and a line, and a team of the leader. */
function visits(cloud: LocalCloud): Visit[] {
  const idOf = (collection: string, query: object) => {
    const [text = '{}'] = cloud.store.find({ collection, query: JSON.stringify(query), limit: 1 })
    return (JSON.parse(text) as { _id: string })._id
  }
  const id = idOf('activities', { communityId: 'liuwan', state: 'published', title: '一起唱：那些年的电影歌' })
  const team = idOf('teams', { name: '柳湾巧手队' })
  const own = idOf('activities', { teamId: team, state: 'published' })
  return [
    { name: 'home', route: 'home', as: resident },
    { name: 'activity', route: 'activity', as: resident, query: { id } },
    { name: 'my sign-ups', route: 'mine', as: resident },
    { name: 'teams', route: 'teams', as: resident },
    { name: 'team', route: 'team', as: resident, query: { id: team } },
    { name: 'members', route: 'members', as: leader, query: { id: team } },
    { name: 'me', route: 'me', as: resident },
    { name: 'profile', route: 'profile', as: resident },
    { name: 'messages', route: 'messages', as: resident },
    { name: 'settings', route: 'settings', as: resident },
    { name: 'desk', route: 'desk', as: leader },
    { name: 'publish', route: 'publish', as: leader },
    { name: 'roster', route: 'roster', as: leader, query: { id: own } },
  ]
}

/** What the page costs once nothing has changed on it for a while. */
async function settled(phone: Phone): Promise<Budget> {
  const end = Date.now() + patience
  for (let since = Date.now(), last = await phone.budget(); ;) {
    await new Promise((resolve) => setTimeout(resolve, 100))
    const now = await phone.budget()
    const isSame = now.setData.length === last.setData.length && now.nodes === last.nodes
    if (!isSame) since = Date.now()
    if ((isSame && Date.now() - since > quiet) || Date.now() > end) return now
    last = now
  }
}

/** The first setData, all of them, and the tree of each page, on the compiled mini-program with the demo county. */
export async function measurePages({ folder, functions, weapp }: Workshop, say: Progress): Promise<Measured> {
  const dataDir = path.join(folder, 'pages')
  const stack = await startStack({ dataDir, weapp, functions, port: 0, fsync: false })
  const browser = await launchBrowser()
  const figures = []
  const broken: string[] = []
  try {
    for (const { name, route, as, query } of visits(stack.cloud)) {
      const phone = await openPhone({ url: stack.url, as, path: pathTo(route, query), browser })
      const { firstBytes, setData, nodes, depth, mostChildren } = await settled(phone)
      const errors = (await phone.errors()).map(({ kind, message }) => `${kind}: ${message.split('\n')[0]}`)
      await phone.close()
      const bytes = setData.map((one) => one.bytes)
      const figure = {
        name,
        firstBytes,
        most: Math.max(0, ...bytes),
        times: bytes.length,
        nodes,
        depth,
        mostChildren,
        errors,
      }
      figures.push(figure)
      say(`${name}: ${whole(firstBytes)} bytes, ${whole(nodes)} nodes`)
      const over = [
        figure.most > budgets.setDataBytes && `a setData of ${whole(figure.most)} bytes`,
        nodes >= budgets.nodes && `${whole(nodes)} nodes`,
        depth >= budgets.depth && `a depth of ${depth}`,
        mostChildren > budgets.children && `${mostChildren} children of one node`,
        firstBytes === 0 && 'no first setData',
        errors.length > 0 && errors.join('; '),
      ].filter((each) => each !== false)
      broken.push(...over.map((each) => `page ${name} has ${each}`))
    }
  } finally {
    await browser.close()
    await stack.close()
  }
  const rows = figures.map((each) => [
    `${each.name} ${verdict(!broken.some((line) => line.startsWith(`page ${each.name} has`)))}`,
    whole(each.firstBytes),
    kilobytes(each.most),
    whole(each.times),
    whole(each.nodes),
    whole(each.depth),
    whole(each.mostChildren),
  ])
  const { setDataBytes, nodes, depth, children } = budgets
  const limits = ['WeChat’s limit', '', kilobytes(setDataBytes), '', whole(nodes), whole(depth), whole(children)]
  const head = ['page', 'first setData, bytes', 'largest setData', 'setData calls', 'nodes', 'depth', 'most children']
  return { table: [head, ...rows, limits], figures, broken }
}
