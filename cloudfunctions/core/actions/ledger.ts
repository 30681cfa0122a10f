// The ledger of hours. One write adds an entry and its minutes, so that a balance is the sum of its entries at every
// moment; the id of an entry says what it is about, so that none is added twice.
import type { LedgerDoc, LedgerEntry } from '../ports/documents'
import { pause } from '../ports/chance'
import type { World } from './world'

/** Concurrent confirmations of one person's hours; each look again is one of them having won. */
const mostAttempts = 12

const yearOf = (day: string) => Number(day.slice(0, 4))
const ledgerId = (personId: string, year: number) => `${personId}_${year}`

/** Adds an entry to her ledger of its year; false when it is there already. Harmless to repeat. */
export async function addEntry({ store }: World, personId: string, entry: LedgerEntry): Promise<boolean> {
  const { is } = store
  const year = yearOf(entry.day)
  const _id = ledgerId(personId, year)
  const append = () =>
    store.change(
      'ledgers',
      { _id, 'entries.id': is.neq(entry.id) },
      { minutes: is.inc(entry.minutes), entries: is.push([entry]) },
    )
  if (await append()) return true
  if (await store.add('ledgers', { _id, personId, year, minutes: entry.minutes, entries: [entry] })) return true
  // It holds the entry, or somebody began the ledger between the two.
  return (await append()) > 0
}

/**
 * Makes her hours for an activity what the leader confirmed, as long as the day is not closed: the first time by an
 * entry, later by setting that one entry right, both in one write. After that only a correction changes them. Says
 * whether they were anything else before.
 */
export async function confirmEntry(world: World, personId: string, entry: LedgerEntry): Promise<boolean> {
  const { store } = world
  const { is } = store
  const _id = ledgerId(personId, yearOf(entry.day))
  for (let attempt = 0; attempt < mostAttempts; attempt++) {
    const entries = (await store.read('ledgers', _id))?.entries ?? []
    const about = entries.filter(({ activityId }) => activityId === entry.activityId)
    const missing = entry.minutes - about.reduce((sum, { minutes }) => sum + minutes, 0)
    if (missing === 0) return attempt > 0
    const own = about.find(({ id }) => id === entry.id)
    if (!own) {
      if (await addEntry(world, personId, { ...entry, minutes: missing })) return true
    } else {
      const same = { _id, entries: is.elemMatch({ id: own.id, minutes: own.minutes }) }
      const right = is.set({ ...own, minutes: own.minutes + missing, at: entry.at, by: entry.by })
      if (await store.change('ledgers', same, { 'entries.$': right, minutes: is.inc(missing) })) return true
    }
    await pause(attempt)
  }
  throw new Error('the ledger kept changing')
}

/** Her entries of a year, as they were added; empty when there are none. */
export async function entriesOf({ store }: World, personId: string, year: number): Promise<LedgerEntry[]> {
  return (await store.read('ledgers', ledgerId(personId, year)))?.entries ?? []
}

/** What stands in her ledger for an activity of this day (yyyy-mm-dd), corrections included. */
export async function minutesFor(world: World, personId: string, activityId: string, day: string): Promise<number> {
  const entries = await entriesOf(world, personId, yearOf(day))
  return entries.reduce((sum, entry) => sum + (entry.activityId === activityId ? entry.minutes : 0), 0)
}

/** Every ledger of hers, the latest year first. */
export const ledgersOf = ({ store }: World, personId: string): Promise<LedgerDoc[]> =>
  store.find('ledgers', { personId }, { order: [['year', 'desc']], limit: 100 })

/**
 * Hours of one record go over to another, such as a guest's to the account that she is: each entry anew with the
 * other, and against it one of the same minutes below zero. For an activity in which the other has hours of her own
 * nothing is added: she was there once. Repeating it finishes what a crash left; nothing is lost.
 */
export async function moveLedger(world: World, fromId: string, toId: string): Promise<void> {
  const from = await ledgersOf(world, fromId)
  if (from.length === 0) return
  const own = ownMinutes(await ledgersOf(world, toId), `${fromId}_`)
  for (const { entries } of from) {
    const against = new Set(entries.filter(({ id }) => id.startsWith(`${toId}_`)).map(({ id }) => id))
    for (const entry of entries) {
      const isMoved = against.has(entry.id) || against.has(`${toId}_${entry.id}`)
      if (isMoved || entry.minutes === 0) continue
      const moved = { ...entry, kind: 'moved' as const, at: world.now, by: world.id }
      const isDouble = (own.get(entry.activityId) ?? 0) > 0
      if (!isDouble) await addEntry(world, toId, { ...moved, id: `${fromId}_${entry.id}` })
      await addEntry(world, fromId, { ...moved, id: `${toId}_${entry.id}`, minutes: -entry.minutes })
    }
  }
}

/** Minutes by activity, without those entries that came with `prefix` from the other record. */
function ownMinutes(ledgers: readonly LedgerDoc[], prefix: string): Map<string, number> {
  const minutes = new Map<string, number>()
  for (const entry of ledgers.flatMap(({ entries }) => entries)) {
    if (entry.id.startsWith(prefix)) continue
    minutes.set(entry.activityId, (minutes.get(entry.activityId) ?? 0) + entry.minutes)
  }
  return minutes
}
