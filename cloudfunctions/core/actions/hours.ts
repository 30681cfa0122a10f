import { myHours, refuse } from '../contract'
import { calendar } from '../domain/times'
import type { LedgerEntry } from '../ports/documents'
import { forProfile } from './kernel'
import { ledgersOf } from './ledger'
import { wardsOf } from './persons'

export const showHours = forProfile(myHours, async ({ personId, year: wanted }, world) => {
  const isHers = personId === null || personId === world.id
  const ward = isHers ? null : (await wardsOf(world)).find(({ _id }) => _id === personId)
  if (!isHers && !ward) return refuse('family.not_yours')
  const whose = ward?._id ?? world.id
  const ledgers = await ledgersOf(world, whose)
  const year = wanted ?? calendar(world.now).year
  const ledger = ledgers.find((each) => each.year === year)
  const entries = ledger?.entries ?? []
  const served = servedIn(entries)
  return {
    personId: whose,
    name: ward?.name ?? world.person.name,
    total: ledgers.reduce((sum, each) => sum + each.minutes, 0),
    minutes: ledger?.minutes ?? 0,
    times: served.length,
    year,
    years: [...new Set([year, ...ledgers.map((each) => each.year)])].sort((a, b) => b - a),
    colours: new Set(served.map(({ colour }) => colour)).size,
    items: newestFirst(entries.filter(({ minutes }) => minutes !== 0)).map(
      ({ id, activityId, title, teamName, day, minutes, kind, at, reason }) => {
        return { id, activityId, title, teamName, day, minutes, kind, at, reason }
      },
    ),
  }
})

/** What still stands of each activity she served in, corrections included. */
function servedIn(entries: readonly LedgerEntry[]): Pick<LedgerEntry, 'activityId' | 'colour' | 'minutes'>[] {
  const sums = new Map<string, Pick<LedgerEntry, 'activityId' | 'colour' | 'minutes'>>()
  for (const { activityId, colour, minutes } of entries) {
    sums.set(activityId, { activityId, colour, minutes: minutes + (sums.get(activityId)?.minutes ?? 0) })
  }
  return [...sums.values()].filter(({ minutes }) => minutes > 0)
}

const newestFirst = (entries: LedgerEntry[]) =>
  entries.sort((a, b) => (a.day === b.day ? b.at - a.at : a.day < b.day ? 1 : -1))
