import { approveAsking } from './admitting'
import { openDraw } from './draw'
import { enterByName } from './entering'
import type { Route } from './kernel'

/** See the contract. */
export const seatRoutes: readonly Route[] = [enterByName, approveAsking, openDraw]
