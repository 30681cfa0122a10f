import { round } from '../core/actions/timer-round'

/** Called every minute: mends, moves up, carries on. */
export const main = () => round()
