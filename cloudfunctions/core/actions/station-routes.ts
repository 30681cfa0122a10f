import type { Route } from './kernel'
import { changeKeeperOf, inviteFor, joinFor, leaveFor, withdrawFor } from './station-acts'
import { enter, listElders } from './station-elders'

/** What those who work for a community do for its elders; see the contract. */
export const stationRoutes: readonly Route[] = [
  listElders,
  enter,
  inviteFor,
  joinFor,
  leaveFor,
  changeKeeperOf,
  withdrawFor,
]
