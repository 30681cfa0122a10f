// The page on which a developer looks into the local cloud, opened in a browser.
import { createServer } from 'node:http'
import { type AddressInfo } from 'node:net'
import type { Browser, Page } from 'playwright-core'
import { type LocalCloud } from '../../local/cloud/server'
import { launchBrowser, newContext } from '../phone/chromium'
import { launch, removeFolders, run } from './launch'

let cloud: LocalCloud
let browser: Browser

beforeAll(async () => {
  cloud = await launch({
    collections: { notes: { indexes: [{ name: 'by_state', fields: [['state', 1]], unique: false }] } },
    warn: () => undefined,
  })
  await run(cloud, async ({ db, cloud: sdk }) => {
    const data = Array.from({ length: 25 }, (_, n) => ({ _id: `note${n + 10}`, state: n % 2 ? 'open' : 'done', n }))
    await db.collection('notes').add({ data })
    await db.collection('notes').where({ state: 'open' }).limit(5).get()
    await db.collection('notes').where({ n: 3 }).limit(5).get()
    await sdk.uploadFile({ cloudPath: 'papers/list.txt', fileContent: Buffer.from('a list') })
    console.log(JSON.stringify({ trace: 'trace4711', action: 'note.keep', outcome: 'ok', ms: 12 }))
    console.log(JSON.stringify({ text: '<img src=x onerror="document.title=1">' }))
  })
  browser = await launchBrowser()
})

afterAll(async () => {
  await browser.close()
  await cloud.close()
  removeFolders()
})

/** The page at one of its rooms; what the browser complained of is kept. */
async function open(room: string, width = 1280): Promise<{ page: Page; complaints: string[] }> {
  const context = await newContext(browser, { width, height: 800 })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.goto(`${cloud.url}/#${room}`)
  await page.locator('#room > *').first().waitFor()
  return { page, complaints }
}

test('a collection is read page by page and by a filter', async () => {
  const { page, complaints } = await open('collections')
  await page.getByRole('button', { name: 'notes 25' }).click()
  await page.locator('summary', { hasText: 'note10' }).click()
  expect(await page.locator('pre').first().textContent()).toContain('"n": 0')
  expect(await page.locator('details').count()).toBe(20)
  await page.getByRole('button', { name: '再看一页' }).click()
  await page.locator('summary', { hasText: 'note34' }).waitFor()
  await page.getByLabel('条件').fill('{"n": {"$gte": 23}}')
  await page.getByRole('button', { name: '筛一筛' }).click()
  await page.locator('summary', { hasText: 'note10' }).waitFor({ state: 'detached' })
  expect(await page.locator('summary').allTextContents()).toEqual(['note33', 'note34'])
  await page.getByLabel('条件').fill('{"n": ')
  await page.getByRole('button', { name: '筛一筛' }).click()
  await page.getByText('看不懂这个条件').waitFor()
  expect(complaints.filter((text) => !text.includes('400'))).toEqual([])
})

test('plans name their index, the dangerous ones come first; logs are found by their trace', async () => {
  const { page, complaints } = await open('plans')
  const first = page.locator('.card').first()
  expect(await first.textContent()).toMatch(/notes.*n: =.*没用索引.*an index on n is missing/)
  await page.getByText('索引 by_state').waitFor()
  await page.getByRole('tab', { name: '日志' }).click()
  await page.getByLabel('编号').fill('trace4711')
  await page.getByRole('button', { name: '找一找' }).click()
  await page.getByText('note.keep · ok · 12 毫秒 · trace4711').waitFor()
  expect(await page.locator('pre').nth(1).textContent()).toContain('onerror')
  expect(await page.title()).toContain('本机云')
  expect(complaints).toEqual([])
})

test('a fault is set and taken away, the clock is moved, files and timers are there', async () => {
  const { page, complaints } = await open('faults')
  await page.getByLabel('哪些请求').fill('database.getDocument')
  await page.getByLabel('出什么事').selectOption('error')
  await page.getByLabel('错误代码').fill('SYS_ERR')
  await page.getByRole('button', { name: '加上' }).click()
  await page.getByText('1 条故障规则在起作用').waitFor()
  const read = () => run(cloud, async ({ db }) => (await db.collection('notes').limit(1).get()).data.length)
  await expect(read()).rejects.toMatchObject({ errCode: -501001 })
  await page.getByRole('button', { name: '去掉' }).click()
  await page.getByText('一切正常').waitFor()
  expect(await read()).toBe(1)
  await page.getByRole('tab', { name: '时钟' }).click()
  await page.getByRole('button', { name: '往后一天' }).click()
  await page.getByText('时钟拨动过').waitFor()
  expect(cloud.clock.offset).toBe(86_400_000)
  await page.getByRole('tab', { name: '文件' }).click()
  await page.getByText('papers/list.txt').waitFor()
  await page.getByRole('tab', { name: '定时器' }).click()
  await page.getByText('clockwork / ').first().waitFor()
  await page.getByRole('tab', { name: '消息' }).click()
  await page.getByText('还没有人收到过消息').waitFor()
  expect(complaints).toEqual([])
})

test('an address that names no room shows the collections', async () => {
  const { page, complaints } = await open('constructor')
  await page.getByRole('button', { name: 'notes 25' }).waitFor()
  expect(complaints).toEqual([])
})

test('a file opened by itself runs no script, and pictures show where they are embedded', async () => {
  const script = '<script>document.title = "taken"</script>'
  const square = '<rect width="9" height="9" style="fill: red"/>'
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">${square}${script}</svg>`
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  )
  await run(
    cloud,
    async ({ cloud: sdk }, files) => {
      for (const [cloudPath, text] of Object.entries(files))
        await sdk.uploadFile({ cloudPath, fileContent: Buffer.from(text, 'base64') })
    },
    Object.fromEntries(
      Object.entries({
        'sent/page.html': Buffer.from(`<title>sent</title>${script}`),
        'sent/drawing.svg': Buffer.from(svg),
        'sent/dot.png': png,
      }).map(([path, content]) => [path, content.toString('base64')]),
    ),
  )
  const address = (path: string) =>
    `${cloud.url}/wechat/file?fileID=${encodeURIComponent(`cloud://local-env.local-bucket/sent/${path}`)}`
  const { page } = await open('files')
  for (const path of ['page.html', 'drawing.svg']) {
    await page.goto(address(path))
    expect([path, await page.title()]).not.toEqual([path, 'taken'])
  }
  const outer = createServer((_request, response) => {
    const pictures = ['dot.png', 'drawing.svg'].map((path) => `<img src="${address(path)}">`)
    response.setHeader('content-type', 'text/html').end(pictures.join(''))
  })
  await new Promise<void>((done) => outer.listen(0, '127.0.0.1', done))
  try {
    await page.goto(`http://127.0.0.1:${(outer.address() as AddressInfo).port}/`)
    const widths = await page
      .locator('img')
      .evaluateAll((all) => all.map((one) => (one as HTMLImageElement).naturalWidth))
    expect(widths).toEqual([1, 9])
  } finally {
    outer.closeAllConnections()
    await new Promise((done) => outer.close(done))
  }
})

test('on a phone’s screen nothing is wider than the screen', async () => {
  const { page } = await open('collections/notes', 390)
  for (const room of ['collections/notes', 'plans', 'logs', 'timers', 'files', 'faults', 'clock']) {
    await page.goto(`${cloud.url}/?${room}#${room}`)
    await page.locator('#room > *').first().waitFor()
    expect([room, await page.evaluate(() => document.documentElement.scrollWidth)]).toEqual([room, 390])
  }
})

test('only this machine may look', async () => {
  const foreign = await fetch(`${cloud.url}/collections/notes`, { headers: { origin: 'https://example.com' } })
  expect(foreign.status).toBe(403)
  const answer = await fetch(`${cloud.url}/`)
  expect(answer.headers.get('content-security-policy')).toContain("script-src 'self'")
  expect((await fetch(`${cloud.url}/page/..%2Fserver.ts`)).status).toBe(404)
})
