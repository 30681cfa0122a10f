import type { Page } from 'playwright-core'
import { PATIENCE, until, type View } from './find'

/** Presses a button of something that lies over the page, and waits until it is gone. */
export async function tapPopup(page: View, over: string, button: string, failed: () => Promise<string>): Promise<void> {
  const popup = page.locator(`.popup:not(.popup-leaving) ${over}`).last()
  const pressed = popup.getByRole('button', { name: button, exact: true })
  await until(() => pressed.isVisible(), failed)
  await pressed.tap({ timeout: PATIENCE })
}

/** Drags a finger down from the top of the page on top. */
export async function dragDown(page: Page, view: View): Promise<void> {
  const box = await view.locator('.page[data-active] > iframe').boundingBox()
  if (!box) throw new Error('no page to pull')
  const session = await page.context().newCDPSession(page)
  const x = box.x + box.width / 2
  const from = box.y + 40
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', y?: number) =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints: y === undefined ? [] : [{ x, y }] })
  await touch('touchStart', from)
  for (let step = 1; step <= 8; step += 1) await touch('touchMove', from + step * 25)
  await touch('touchEnd')
  await session.detach()
}

const DATE_PARTS = ['年', '月', '日', '时', '分']

function partsOf(choice: string | string[], labels: string[]): string[] {
  if (Array.isArray(choice)) return choice
  if (!labels.every((label) => DATE_PARTS.includes(label))) return [choice]
  return choice.split(/[-:]/).map((part, place) => `${part.padStart(2, '0')}${labels[place] ?? ''}`)
}

/** Chooses one row in each wheel of the open picker and confirms. */
export async function chooseInWheels(
  page: View,
  choice: string | string[],
  failed: () => Promise<string>,
): Promise<void> {
  const picker = page.locator('.popup:not(.popup-leaving) .picker').last()
  await until(() => picker.isVisible(), failed)
  const wheels = picker.getByRole('listbox')
  const labels = await wheels.evaluateAll((list) => list.map((wheel) => wheel.getAttribute('aria-label') ?? ''))
  const parts = partsOf(choice, labels)
  for (const [place, part] of parts.entries()) {
    const row = wheels.nth(place).getByRole('option', { name: part, exact: true })
    await until(async () => (await row.count()) > 0, failed)
    await row.tap({ timeout: PATIENCE })
    await until(async () => (await row.getAttribute('aria-selected')) === 'true', failed)
  }
  await picker.getByRole('button', { name: '确定' }).tap({ timeout: PATIENCE })
}
