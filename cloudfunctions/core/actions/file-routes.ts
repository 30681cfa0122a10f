import type { Route } from './kernel'

/** See the contract. */
export const fileRoutes: readonly Route[] = []
