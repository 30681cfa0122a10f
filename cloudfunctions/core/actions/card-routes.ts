import { accept } from './card-accept'
import { answer, open } from './card-answer'
import { make, sent } from './card-make'
import type { Route } from './kernel'

/** Cards by which somebody signs up with one tap; see the contract. */
export const cardRoutes: readonly Route[] = [make, open, answer, accept, sent]
