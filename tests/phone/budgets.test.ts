// The standing budgets of every page: what it costs, and who can use it in which sizes of type: every target has a
// role, a name and its size, every text its contrast, and none is clipped.
import { App } from './app'
import type { Phone } from './harness'
import { pages } from './pages'
import { said, shown } from './shown'

/** From this font on care mode is on by itself; src/device/appearance.ts. */
const careFactor = 1.375

let app: App
beforeAll(async () => {
  app = await App.start()
}, 60_000)
afterAll(() => app?.stop())
afterEach(async () => expect(await app.closePhones()).toEqual([]))

/** The page as somebody sees it who wants large type, and no care mode, which else follows the font. */
async function inPlainLook(as: string, path: string, font: number): Promise<Phone> {
  if (font < careFactor) return app.phone(as, { path, font })
  const phone = await app.phone(as, { path: '/packages/me/pages/settings/index', font })
  await phone.tap('大字模式')
  await phone.restart({ path })
  return phone
}

describe.each(pages)('$name', ({ as, path }) => {
  test.each([1, 1.18, 1.4, 1.75])(
    'can be used with type at %s, within 64 KB of first setData, 1000 nodes and a depth of 30',
    async (font) => {
      const phone = await inPlainLook(as, path, font)
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
