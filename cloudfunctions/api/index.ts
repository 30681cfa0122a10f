import { answer } from '../core/actions/router'

/** What the phone calls: one action, answered with a value. */
export const main = (event: unknown) => answer(event)
