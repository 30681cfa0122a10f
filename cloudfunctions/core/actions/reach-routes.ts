import type { Route } from './kernel'
import { listCalls } from './reach-list'
import { tick } from './reach-tick'

/** Whom no message has reached; see the contract. */
export const reachRoutes: readonly Route[] = [listCalls, tick]
