import type { Route } from './kernel'

/** Whom no message has reached; see the contract. */
export const reachRoutes: readonly Route[] = []
