import type { Frame, FrameLocator, Locator, Page } from 'playwright-core'

/** Where a phone is: a page of the browser, or a frame of the table. */
export type View = Page | Frame

/** Milliseconds a step waits for what it needs. */
export const PATIENCE = 12_000
const STEP = 25
const SETTLE = 100

/** The document of the page on top. */
export function activePage(page: View): FrameLocator {
  return page.frameLocator('.page[data-active] > iframe')
}

const isSelector = (target: string) => /^[.#[]|^wx-[a-z]|^css=/.test(target)

interface Candidate {
  where: Locator
  exact: boolean
}

/** Where a person would look: on the page, or in the sheet that lies over it and lets no finger through. */
async function candidates(frame: FrameLocator, target: string): Promise<Candidate[]> {
  if (isSelector(target)) return [{ where: frame.locator(target), exact: true }]
  const sheet = frame.locator('[aria-modal="true"]').filter({ visible: true })
  const within = (await sheet.count()) > 0 ? sheet.first() : frame
  return [true, false].flatMap((exact) => [
    { where: within.getByText(target, { exact }), exact },
    { where: within.getByLabel(target, { exact }), exact },
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

/**
 * The first visible element for a text, an aria-label or a CSS selector; exact texts go before parts of texts. Where
 * only a part is there, it looks once more: the page may have been drawn between two looks.
 */
export async function findVisible(page: View, target: string): Promise<Locator | undefined> {
  const first = await look(page, target)
  if (!first || first.exact) return first?.where
  await new Promise((resolve) => setTimeout(resolve, SETTLE))
  return (await look(page, target))?.where
}

async function look(page: View, target: string): Promise<Candidate | undefined> {
  for (const { where, exact } of await candidates(activePage(page), target)) {
    const seen = where.filter({ visible: true })
    if ((await seen.count()) > 0) return { where: seen.first(), exact }
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
