import { acceptInvite, invite, previewInvite, stopKeeping } from './family-keepers'
import { saveWard, showFamily } from './family-save'
import { withdraw } from './family-withdraw'
import { claimRecord, showClaimable } from './claim'
import type { Route } from './kernel'

/** See the contract. */
export const familyRoutes: readonly Route[] = [
  showFamily,
  saveWard,
  invite,
  previewInvite,
  acceptInvite,
  stopKeeping,
  withdraw,
  showClaimable,
  claimRecord,
]
