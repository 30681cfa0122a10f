import { mergeSteps } from './day-merge'
import { showDaySheet } from './day-sheet'
import type { Route } from './kernel'

/** See the contract. */
export const dayRoutes: readonly Route[] = [showDaySheet, mergeSteps]
