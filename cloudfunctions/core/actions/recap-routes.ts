import type { Route } from './kernel'
import { drawCode } from './poster'
import { rateActivity } from './rating'
import { keepRecap, showRecap } from './recap'

/** What was done, how it was, and the square code of the poster. */
export const recapRoutes: readonly Route[] = [showRecap, keepRecap, rateActivity, drawCode]
