import type { Route } from './kernel'

/** What those who work for a community do for its elders; see the contract. */
export const stationRoutes: readonly Route[] = []
