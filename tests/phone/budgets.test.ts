// The standing budgets of every page: what it costs, and who can use it in which sizes of type: every target has a
// role, a name and its size, every text its contrast, and none is clipped.
import { App } from './app'
import { KeptPhones } from './kept-phones'
import { pages } from './pages'
import { said, shown } from './shown'

/** From this font on care mode is on by itself; src/device/appearance.ts. */
const careFactor = 1.375
const settings = '/packages/me/pages/settings/index'

let app: App
beforeAll(async () => {
  app = await App.start()
})
afterAll(() => app?.stop())

const usual = new KeptPhones(() => app, { path: settings })
/** Of people who want large type and no care mode, which else follows the font. */
const plain = new KeptPhones(
  () => app,
  { path: settings, font: 1.75 },
  (phone) => phone.tap('大字模式'),
)

describe.each(pages)('$name', ({ as, path }) => {
  test.each([1, 1.18, 1.4, 1.75])(
    'can be used with type at %s, within 64 KB of first setData, 1000 nodes and a depth of 30',
    async (font) => {
      const phone = await (font < careFactor ? usual : plain).at(as, { path, font })
      await shown(phone)
      const { tappable, findings } = await phone.probe()
      expect(tappable.length).toBeGreaterThan(0)
      expect(said(findings)).toEqual([])
      const { firstBytes, nodes, depth } = await phone.budget()
      expect(firstBytes).toBeGreaterThan(0)
      expect(firstBytes).toBeLessThanOrEqual(64 * 1024)
      expect(nodes).toBeLessThan(1000)
      expect(depth).toBeLessThan(30)
      expect(await phone.errors()).toEqual([])
    },
  )

  test('can be read in the dark', async () => {
    const phone = await usual.at(as, { path, dark: true })
    await shown(phone)
    expect(said((await phone.probe()).findings)).toEqual([])
    expect(await phone.errors()).toEqual([])
  })
})
