import { askToClaim, showClaimable, takeClaimBack } from './claim-asking'
import { confirmRecord, showClaims } from './claim-deciding'
import type { Route } from './kernel'

/** Records entered by name that an account says are its own; answered by `jobs`, see the contract. */
export const claimRoutes: readonly Route[] = [showClaimable, askToClaim, takeClaimBack, showClaims, confirmRecord]
