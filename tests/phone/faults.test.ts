import type { Phone, PhoneOpening } from './harness'
import { useFixture } from './fixture'

const fixture = useFixture()
let phone: Phone
const open = async (opening: Partial<PhoneOpening> = {}) => {
  phone = await fixture.open(opening)
}
/** Every test ends with nothing gone wrong, unless it is about what goes wrong. */
const expectNoErrors = async () => expect(await phone.errors()).toEqual([])

describe('what goes wrong is seen', () => {
  beforeEach(() => open({ path: 'pages/broken/broken' }))

  test.each([
    ['抛错', 'error', '坏在这里'],
    ['没人接', 'rejection', '没有人接'],
    ['报告', 'console', '有点不对'],
    ['绕圈', 'setData', 'circular'],
  ])('%s', async (button, kind, words) => {
    await phone.see('还在')
    await phone.tap(button)
    await phone.page.waitForFunction(() => window.__phone.errors.length > 0)
    const errors = await phone.errors()
    expect(errors.some((error) => error.kind === kind && error.message.includes(words))).toBe(true)
    await phone.see('还在')
  })

  test('an API the phone has not is refused loudly', async () => {
    await phone.restart({ path: 'pages/popups/popups' })
    await phone.tap('蓝牙')
    await phone.see('openBluetoothAdapter:fail local phone does not support')
    expect(await phone.errors()).toEqual([
      { kind: 'unsupported', message: 'openBluetoothAdapter:fail local phone does not support' },
    ])
  })
})

describe('what the app may not do, and who can use it', () => {
  beforeEach(() => open({ path: 'more/pages/deep/deep' }))
  afterEach(expectNoErrors)

  test('no module sees the browser', async () => {
    await phone.see('深处 undefined undefined undefined undefined undefined undefined')
  })

  test('scripts made from text are forbidden', async () => {
    const run = () => phone.page.evaluate(() => window.setTimeout('window.broken = 1', 0))
    await run().catch(() => undefined)
    await phone.page.waitForTimeout(50)
    expect(await phone.page.evaluate(() => 'broken' in window)).toBe(false)
  })

  test('the probe finds targets without name and role, small ones, pale and cut text, and text over text', async () => {
    const { tappable, findings } = await phone.probe()
    expect(tappable).toContainEqual(expect.objectContaining({ role: 'button', name: '好按钮', width: 120, height: 48 }))
    expect(findings.map((finding) => finding.rule).sort()).toEqual([
      'clipped',
      'contrast',
      'name',
      'overlap',
      'role',
      'size',
    ])
  })
})
