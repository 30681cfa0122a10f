import { answer } from '../core/actions/router'
import { routes } from '../core/actions/routes'

/** What the phone calls: one action, answered with a value. */
export const main = (event: unknown) => answer(event, routes)
