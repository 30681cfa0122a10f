import type { Route } from './kernel'

/** See the contract. */
export const seatRoutes: readonly Route[] = []
