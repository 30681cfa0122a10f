import type { Route } from './kernel'

/** Cards by which somebody signs up with one tap; see the contract. */
export const cardRoutes: readonly Route[] = []
