// What holds of hours, their proofs, and files.
import { areThere, lateAfter, type Around, type Facts, type Invariant } from './invariants-facts'
import { numberOf } from './certificate'
import { dayOf } from './times'

type Ledger = Facts['ledgers']

const sumOf = (entries: readonly { minutes: number }[]) => entries.reduce((sum, { minutes }) => sum + minutes, 0)
const areOnce = (ids: readonly string[]) => new Set(ids).size === ids.length

/** What stands in a ledger for each activity; those that come to nothing are left out. */
function byActivity({ entries }: Ledger): [string, number][] {
  const minutes = new Map<string, number>()
  for (const each of entries) minutes.set(each.activityId, (minutes.get(each.activityId) ?? 0) + each.minutes)
  return [...minutes].filter(([, sum]) => sum !== 0)
}

/** Invariants of the ledgers of hours. */
export const ofLedgers: readonly Invariant<'ledgers'>[] = [
  {
    name: 'hours-sum',
    of: 'ledgers',
    says: 'The minutes of a year are the sum of its entries, each of which stands there once and is of that year.',
    holds: ({ _id, personId, year, minutes, entries }) =>
      minutes === sumOf(entries) &&
      _id === `${personId}_${year}` &&
      areOnce(entries.map(({ id }) => id)) &&
      entries.every(({ day }) => day.startsWith(String(year))),
  },
  {
    name: 'hours-rows',
    of: 'ledgers',
    says: 'What a ledger says of an activity, the row there says too.',
    holds: (ledger, around) => {
      const wanted = byActivity(ledger)
      const rows = around.all(
        'signups',
        wanted.map(([activityId]) => `${activityId}_${ledger.personId}`),
      )
      return wanted.every(([, minutes], at) => rows[at]?.minutes === minutes)
    },
  },
  {
    name: 'hours-refs',
    of: 'ledgers',
    says: 'Whose hours they are, and the activities, are there.',
    holds: ({ personId, entries }, around) => {
      const ids = [...new Set(entries.map(({ activityId }) => activityId))]
      const activities = around.all('activities', ids)
      return areThere(around, [personId]) && activities.every(Boolean)
    },
  },
]

/** What a ledger says of a row; undefined where there is no activity any more. */
function minutesFor(around: Around, { activityId, personId }: Facts['signups']): number | undefined {
  const activity = around.get('activities', activityId)
  if (!activity) return undefined
  const ledger = around.get('ledgers', `${personId}_${dayOf(activity.startsAt).slice(0, 4)}`)
  return sumOf(ledger?.entries.filter((entry) => entry.activityId === activityId) ?? [])
}

/** Invariants of the hours of rows. */
export const ofHours: readonly Invariant<'signups'>[] = [
  {
    name: 'rows-hours',
    of: 'signups',
    says: 'Minutes that a row says were confirmed stand in the ledger.',
    holds: (row, around) => !row.minutes || minutesFor(around, row) === row.minutes,
  },
]

/** Invariants of corrections. */
export const ofCorrections: readonly Invariant<'corrections'>[] = [
  {
    name: 'corrections-settled',
    of: 'corrections',
    says: 'A correction is open until it is decided, and what was decided is settled within the hour.',
    holds: ({ state, isOpen, decidedAt }, { now }) =>
      state === 'asked' ? isOpen && decidedAt === null : !isOpen || (decidedAt ?? 0) > now - lateAfter,
  },
  {
    name: 'corrections-entry',
    of: 'corrections',
    says: 'A correction that was agreed to stands in the ledger.',
    holds: ({ _id, state, isOpen, personId, day, from, to }, around) => {
      if (state !== 'approved' || isOpen || from === to) return true
      const record = personId.startsWith('g') ? around.get('dependents', personId) : undefined
      const ledgers = around.all(
        'ledgers',
        [personId, ...(record?.claimedBy ? [record.claimedBy] : [])].map((id) => `${id}_${day.slice(0, 4)}`),
      )
      return ledgers.some((ledger) => ledger?.entries.some(({ id }) => id === _id || id.endsWith(`_${_id}`)))
    },
  },
]

/** Invariants of certificates. */
export const ofCertificates: readonly Invariant<'certificates'>[] = [
  {
    name: 'certificates-number',
    of: 'certificates',
    says: 'The number of a certificate was given to it and to no other.',
    holds: ({ _id, number, issuedAt }, around) => {
      const year = Number(dayOf(issuedAt).slice(0, 4))
      const given = around.get('counters', `certificate_${year}`)?.given ?? []
      const isHers = (to: string) => to === _id
      return given.every((each) => isHers(each.to) === (numberOf(year, each.number) === number))
    },
  },
  {
    name: 'certificates-sum',
    of: 'certificates',
    says: 'The minutes of a certificate are the sum of its lines, and whose it is is there.',
    holds: ({ personId, minutes, lines }, around) => areThere(around, [personId]) && minutes === sumOf(lines),
  },
]

/** Invariants of files that are made to be fetched. */
export const ofFiles: readonly Invariant<'files'>[] = [
  {
    name: 'files-over',
    of: 'files',
    says: 'A file whose time is over is gone within the hour, and one that is there says where.',
    holds: ({ state, fileId, claimedUntil, until }, { now }) => {
      const isOver = until > 0 && Math.max(until, claimedUntil) < now - lateAfter
      return !isOver && (state === 'ready') === (fileId !== '')
    },
  },
  {
    name: 'files-refs',
    of: 'files',
    says: 'Who ordered a file is there, as long as it is.',
    holds: ({ by, until }, around) => until === 0 || areThere(around, [by]),
  },
]
