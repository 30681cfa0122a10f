// The standing budgets of every page: what it costs, and who can use it in which sizes of type: every target has a
// role, a name and its size, every text its contrast, and none is clipped.
import { App } from './app'
import { pages } from './pages'
import { said, shown } from './shown'

let app: App
beforeAll(async () => {
  app = await App.start()
}, 60_000)
afterAll(() => app?.stop())
afterEach(async () => expect(await app.closePhones()).toEqual([]))

describe.each(pages)('$name', ({ as, path }) => {
  test.each([1, 1.18, 1.4, 1.75])(
    'can be used with type at %s, within 64 KB of first setData, 1000 nodes and a depth of 30',
    async (font) => {
      const phone = await app.phone(as, { path, font })
      await shown(phone)
      const { tappable, findings } = await phone.probe()
      expect(tappable.length).toBeGreaterThan(0)
      expect(said(findings)).toEqual([])
      const { firstBytes, nodes, depth } = await phone.budget()
      expect(firstBytes).toBeGreaterThan(0)
      expect(firstBytes).toBeLessThanOrEqual(64 * 1024)
      expect(nodes).toBeLessThan(1000)
      expect(depth).toBeLessThan(30)
    },
  )

  test('can be read in the dark', async () => {
    const phone = await app.phone(as, { path, dark: true })
    await shown(phone)
    expect(said((await phone.probe()).findings)).toEqual([])
  })
})
