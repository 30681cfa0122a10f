import type { Probe } from '../../local/phone/runtime/probe'
import type { Phone } from './harness'

/** Waits until the page shows what it fetched, and that it is not an error. */
export async function shown(phone: Phone): Promise<void> {
  await phone.settled()
  await phone.see(/[\s\S]{12,}/)
  expect(await phone.text()).not.toContain('再试一次')
}

/** Findings of a probe, a line each. */
export const said = (findings: Probe['findings']) =>
  findings.map(({ rule, what, detail }) => `${rule}: ${what}: ${detail}`)
