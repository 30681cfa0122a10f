// Lists that grow by pages: what one sees of them, and what they cost however far one scrolls.
import { App, morning } from './app'
import type { Phone } from './harness'
import { published, signUpCrowd } from './published'

const hour = 3_600_000
const crowd = 300

let app: App
beforeAll(async () => {
  app = await App.start()
})
afterAll(() => app?.stop())
afterEach(async () => expect(await app.closePhones()).toEqual([]))

/** Scrolls on by less than a screen; answers whether the page had more below. */
const scrollOn = (phone: Phone) =>
  phone.page.evaluate(() => {
    const view = (document.querySelector('.page[data-active] > iframe') as HTMLIFrameElement).contentWindow as Window
    const from = view.scrollY
    view.scrollBy({ top: 600, behavior: 'instant' })
    return view.scrollY > from
  })

const whereScrolled = (phone: Phone) =>
  phone.page.evaluate(
    () => (document.querySelector('.page[data-active] > iframe') as HTMLIFrameElement).contentWindow?.scrollY ?? 0,
  )

/** Names of what can be tapped and lies on the screen now. */
const rowsOnScreen = (phone: Phone, selector: string) =>
  phone.page.evaluate((rows) => {
    const frame = document.querySelector('.page[data-active] > iframe') as HTMLIFrameElement
    const doc = frame.contentDocument as Document
    const bottom = frame.getBoundingClientRect().height
    return Array.from(doc.querySelectorAll(rows))
      .filter((row) => {
        const box = row.getBoundingClientRect()
        return box.bottom > 0 && box.top < bottom && box.height > 0
      })
      .map((row) => row.getAttribute('aria-label') ?? row.textContent ?? '')
  }, selector)

/** The same, once it is drawn: two looks in a row see the same, each after two frames. */
async function rowsAtRest(phone: Phone, selector: string): Promise<string[]> {
  for (let before: string | undefined; ;) {
    await phone.page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))))
    const rows = await rowsOnScreen(phone, selector)
    if (JSON.stringify(rows) === before) return rows
    before = JSON.stringify(rows)
  }
}

/** Scrolls to the end as a finger does; every row that was on the screen, and the most nodes there ever were. */
async function readToTheEnd(phone: Phone, selector: string, isEnd: () => Promise<boolean>) {
  const seen = new Set<string>()
  let mostNodes = 0
  for (;;) {
    for (const row of await rowsAtRest(phone, selector)) seen.add(row)
    mostNodes = Math.max(mostNodes, (await phone.budget()).nodes)
    if (await scrollOn(phone)) continue
    await phone.settled()
    if (!(await scrollOn(phone)) && (await isEnd())) break
  }
  const { setData } = await phone.budget()
  return { seen, mostNodes, mostBytes: Math.max(...setData.map(({ bytes }) => bytes)) }
}

test('home for the whole county shows every activity and stays small, however far one scrolls', async () => {
  const phone = await app.phone('梁文娟')
  await phone.see('今天有 4 场活动')
  await phone.tap('柳湾社区')
  await phone.tap('全县')
  await phone.notSee('看哪个社区')
  await phone.settled()
  const isEnd = async () => (await phone.text()).includes('接下来的都在这里了')
  const { seen, mostNodes, mostBytes } = await readToTheEnd(phone, '.ticket', isEnd)

  let cursor: string | null = null
  const all: string[] = []
  do {
    const page: { items: { title: string }[]; next: string | null } = await app.call('梁文娟', 'activity.list', {
      communityId: null,
      colour: null,
      from: morning - (morning % (24 * hour)) - 8 * hour,
      to: null,
      search: '',
      week: false,
      cursor,
    })
    all.push(...page.items.map(({ title }) => title))
    cursor = page.next
  } while (cursor)
  expect(all.length).toBeGreaterThan(40)
  expect(seen.size).toBe(all.length)
  expect(mostNodes).toBeLessThan(1000)
  expect(mostBytes).toBeLessThanOrEqual(64 * 1024)
})

test('a roster of 300 shows every neighbour and stays small, down to the end and up again', async () => {
  const id = await published(app, '百家宴', 400)
  await signUpCrowd(app, id, crowd)
  const phone = await app.phone('苏桂兰', { path: `/packages/desk/pages/roster/index?id=${id}` })
  await phone.see('邻居001')
  const isEnd = async () => (await phone.text()).includes(`一共 ${crowd} 位`)
  const { seen, mostNodes, mostBytes } = await readToTheEnd(phone, '.person', isEnd)
  expect([...seen].filter((name) => name.startsWith('邻居'))).toHaveLength(crowd)
  expect(mostNodes).toBeLessThan(1000)
  expect(mostBytes).toBeLessThanOrEqual(64 * 1024)

  const end = await whereScrolled(phone)
  for (let at = end; at > 0; at -= 1500) {
    await phone.page.evaluate((top) => {
      const frame = document.querySelector('.page[data-active] > iframe') as HTMLIFrameElement
      frame.contentWindow?.scrollTo({ top, behavior: 'instant' })
    }, at)
    const rows = await rowsAtRest(phone, '.person')
    expect(Math.abs((await whereScrolled(phone)) - at)).toBeLessThan(2)
    expect(rows).not.toEqual([])
  }
}, 120_000)
