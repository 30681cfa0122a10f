import type { Frame, FrameLocator, Locator, Page } from 'playwright-core'

/** Where a phone is: a page of the browser, or a frame of the table. */
export type View = Page | Frame

/** Milliseconds a step waits for what it needs. */
export const PATIENCE = 12_000
const STEP = 25

/** The document of the page on top. */
export function activePage(page: View): FrameLocator {
  return page.frameLocator('.page[data-active] > iframe')
}

const isSelector = (target: string) => /^[.#[]|^wx-[a-z]|^css=/.test(target)

/** Where a person would look: in the sheet that lies over the page, if there is one, then on the page. */
function candidates(frame: FrameLocator, target: string): Locator[] {
  if (isSelector(target)) return [frame.locator(target)]
  return [frame.locator('[aria-modal="true"]'), frame].flatMap((where) => [
    where.getByText(target, { exact: true }),
    where.getByLabel(target, { exact: true }),
    where.getByText(target),
    where.getByLabel(target),
  ])
}

const startingAnew = /__phone is not defined|context was destroyed|frame was detached/i

/** Tries a step again and again until it answers something, or throws what `failed` says after the patience is over. */
export async function until<T>(
  step: () => Promise<T | undefined | false>,
  failed: () => Promise<string>,
  patience = PATIENCE,
): Promise<T> {
  const end = Date.now() + patience
  for (;;) {
    const answer = await step().catch((error: unknown) => {
      // A phone that is being started anew answers nothing for a moment.
      if (Date.now() > end || !startingAnew.test(String(error))) throw error
      return undefined
    })
    if (answer) return answer
    if (Date.now() > end) throw new Error(await failed())
    await new Promise((resolve) => setTimeout(resolve, STEP))
  }
}

/** The first visible element for a text, an aria-label or a CSS selector; exact texts go before parts of texts. */
export async function findVisible(page: View, target: string): Promise<Locator | undefined> {
  const frame = activePage(page)
  for (const candidate of candidates(frame, target)) {
    const seen = candidate.filter({ visible: true })
    if ((await seen.count()) > 0) return seen.first()
  }
  return undefined
}

/** The native field of an input, by selector, placeholder or label. */
export async function findField(page: View, target: string): Promise<Locator | undefined> {
  const frame = activePage(page)
  const fields = isSelector(target)
    ? [frame.locator(target).locator('input,textarea'), frame.locator(target)]
    : [frame.getByPlaceholder(target), frame.getByLabel(target).locator('input,textarea'), frame.getByLabel(target)]
  for (const candidate of fields) {
    const seen = candidate.filter({ visible: true })
    if ((await seen.count()) > 0) return seen.first()
  }
  return undefined
}

/** Whether a text holds what is wanted. */
export function matches(text: string, wanted: string | RegExp): boolean {
  return typeof wanted === 'string' ? text.includes(wanted) : wanted.test(text)
}
