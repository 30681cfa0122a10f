import type { Route } from './kernel'

/** See the contract. */
export const familyRoutes: readonly Route[] = []
