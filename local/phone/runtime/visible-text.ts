import { top } from './navigation'
import { part } from './screen'

/** Everything a person can read on the phone now: title, page, fields, and what lies over the page. */
export function visibleText(): string {
  const page = top()
  const body = page?.frame.contentDocument?.body
  const fields = Array.from(body?.querySelectorAll('input,textarea') ?? []) as HTMLInputElement[]
  const values = fields.map((field) => field.value || field.placeholder)
  const title = page?.bar.hidden ? '' : (page?.bar.textContent ?? '')
  const parts = [
    title,
    body?.innerText ?? '',
    ...values,
    part('layers').innerText,
    part('splash').hidden ? '' : part('splash').innerText,
  ]
  return parts
    .join('\n')
    .replace(/[ \t\u00a0]+/g, ' ')
    .replace(/\s*\n\s*/g, '\n')
    .trim()
}
