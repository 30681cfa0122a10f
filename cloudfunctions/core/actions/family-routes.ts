import { acceptInvite, invite, previewInvite } from './family-keepers'
import { changeKeeping, stopKeeping } from './family-rights'
import { saveWard, showFamily } from './family-save'
import { withdraw } from './family-withdraw'
import type { Route } from './kernel'

/** See the contract. */
export const familyRoutes: readonly Route[] = [
  showFamily,
  saveWard,
  invite,
  previewInvite,
  acceptInvite,
  stopKeeping,
  changeKeeping,
  withdraw,
]
