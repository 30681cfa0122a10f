import { certificateRoutes } from './certificate'
import { askCorrection, decide, showCorrections } from './correction'
import { showHours } from './hours'
import type { Route } from './kernel'

/** Hours, their corrections, and certificates. */
export const hoursRoutes: readonly Route[] = [showHours, askCorrection, showCorrections, decide, ...certificateRoutes]
