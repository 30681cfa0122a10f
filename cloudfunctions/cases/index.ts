import { caseRoutes } from '../core/actions/case-routes'
import { answer } from '../core/actions/router'

/** What is asked for and what becomes of it: wishes, whistles, errands, orders, and the lists beside them. */
export const main = (event: unknown) => answer(event, caseRoutes)
