// What the tests of hours, certificates and recaps start from: somebody who served, as the ledger and the rows say it.
import type { ActivityDoc, LedgerEntry, SignupDoc } from '../../cloudfunctions/core/ports/documents'
import { County, hour, personIdOf } from './county'

/** An entry of the ledger of hours for the green team. */
export function entryOf(
  activityId: string,
  day: string,
  minutes: number,
  more: Partial<LedgerEntry> = {},
): LedgerEntry {
  return {
    ...{ id: activityId, activityId, teamId: 'green', colour: 'green', title: `清扫 ${activityId}` },
    ...{ teamName: '绿叶志愿队', place: '东院', day, minutes, kind: 'confirmed', at: 1, by: 'pleader' },
    ...{ approvedBy: '', reason: '' },
    ...more,
  }
}

/** Gives somebody these hours of 2026. */
export async function giveHours(county: County, openid: string, entries: LedgerEntry[]): Promise<void> {
  const personId = personIdOf(openid)
  const minutes = entries.reduce((sum, entry) => sum + entry.minutes, 0)
  await county.add('ledgers', [{ _id: `${personId}_2026`, personId, year: 2026, minutes, entries }])
}

/** The row of somebody who came, confirmed with her minutes. */
export function cameRow(activity: ActivityDoc, personId: string, more: Partial<SignupDoc> = {}): SignupDoc {
  const { _id: activityId, teamId, startsAt, endsAt } = activity
  return {
    ...{ _id: `${activityId}_${personId}`, activityId, personId, teamId, startsAt, endsAt },
    ...{ state: 'in', live: true, since: 1, answerBy: null, history: [], attendance: 'came', minutes: 60 },
    ...more,
  }
}

/** An activity that ended an hour ago, was counted, and to which these people came. */
export async function overWith(
  county: County,
  id: string,
  openids: readonly string[],
  more: Partial<ActivityDoc> = {},
) {
  const holders = openids.map(personIdOf)
  const endsAt = county.now() - hour
  const times = { startsAt: endsAt - 2 * hour, endsAt, state: 'ended' as const, settledAt: endsAt + 1 }
  const counts = { holders, taken: holders.length, capacity: 50, seatsLeft: 50 - holders.length }
  const activity = await county.activity(id, { ...times, ...counts, ...more })
  await county.add(
    'signups',
    holders.map((personId) => cameRow(activity, personId)),
  )
  return activity
}
