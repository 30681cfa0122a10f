import type { Route } from './kernel'

/** See the contract. */
export const hoursRoutes: readonly Route[] = []
