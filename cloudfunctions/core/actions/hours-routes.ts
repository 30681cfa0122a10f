import { askCorrection, decide, showCorrections } from './correction'
import { showHours } from './hours'
import type { Route } from './kernel'

/** Hours and their corrections. */
export const hoursRoutes: readonly Route[] = [showHours, askCorrection, showCorrections, decide]
