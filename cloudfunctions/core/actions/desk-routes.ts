import { showCounty, showInbox, showUnit } from './case-desks'
import { showMatches } from './case-matches'
import type { Route } from './kernel'

/** The desks at which cases lie. */
export const deskRoutes: readonly Route[] = [showInbox, showUnit, showCounty, showMatches]
