import { scan, showCodes } from './day-codes'
import { mergeSteps } from './day-merge'
import { showPasses } from './day-pass'
import { settle } from './day-settle'
import { showDaySheet } from './day-sheet'
import type { Route } from './kernel'

/** See the contract. */
export const dayRoutes: readonly Route[] = [showDaySheet, mergeSteps, showCodes, scan, showPasses, settle]
