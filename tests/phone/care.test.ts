// 关怀模式 on every page, in every font setting of a phone: targets of 60 px, no text clipped or lying over other text.
import { App } from './app'
import { KeptPhones } from './kept-phones'
import { pages } from './pages'
import { said, shown } from './shown'

let app: App
beforeAll(async () => {
  app = await App.start()
})
afterAll(() => app?.stop())

const inCareMode = new KeptPhones(
  () => app,
  { path: '/packages/me/pages/settings/index' },
  (phone) => phone.tap('大字模式'),
)

test.each(pages)(
  '$name can be used in care mode with type at 1, 1.18, 1.4 and 1.75',
  async ({ as, path }) => {
    for (const font of [1, 1.18, 1.4, 1.75]) {
      const phone = await inCareMode.at(as, { path, font })
      await shown(phone)
      const { findings } = await phone.probe({ size: 60 })
      expect(said(findings).map((finding) => `at ${font}: ${finding}`)).toEqual([])
      expect(await phone.errors()).toEqual([])
    }
  },
  60_000,
)
