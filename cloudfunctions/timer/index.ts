import { roundOnSchedule } from '../core/actions/scheduled'

/** Called every minute: mends, moves up, carries on. */
export const main = () => roundOnSchedule()
