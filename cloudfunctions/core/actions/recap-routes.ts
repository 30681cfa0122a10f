import type { Route } from './kernel'

/** See the contract. */
export const recapRoutes: readonly Route[] = []
