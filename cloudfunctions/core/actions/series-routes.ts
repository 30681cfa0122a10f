import type { Route } from './kernel'

/** See the contract. */
export const seriesRoutes: readonly Route[] = []
