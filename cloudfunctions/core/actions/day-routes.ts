import type { Route } from './kernel'

/** See the contract. */
export const dayRoutes: readonly Route[] = []
