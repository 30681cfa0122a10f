import { showMyData } from './data-mine'
import { erase } from './erase-me'
import type { Route } from './kernel'

/** What is kept about a person, and its end; see the contract. */
export const dataRoutes: readonly Route[] = [showMyData, erase]
