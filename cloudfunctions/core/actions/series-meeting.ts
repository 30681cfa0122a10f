// One meeting of a series is made: once for each day and edit, with those who come every time in it before anybody else.
import { meetingForm, seatRegulars } from '../domain/series'
import type { ActivityDoc, SeriesDoc, TeamDoc } from '../ports/documents'
import { draftOf } from './activity-form'
import { makePublic } from './desk-drafts'
import { writeJoined, type Notes, type Part } from './rows'
import { regularsFor } from './series-regulars'
import { countOnItsDay } from './tallies'
import type { World } from './world'

/** Rows written side by side. */
const sideBySide = 8

/** Does something with each, some side by side. */
export async function each<T>(items: readonly T[], work: (item: T) => Promise<unknown>): Promise<void> {
  for (let from = 0; from < items.length; from += sideBySide) {
    await Promise.all(items.slice(from, from + sideBySide).map(work))
  }
}

/** Makes the meeting of a day. Repeating it finishes what was begun, and changes nothing of one that is public. */
export async function makeMeeting(world: World, series: SeriesDoc, team: TeamDoc, day: string, number: number) {
  const { store, ids, now } = world
  const form = meetingForm(series.form, day)
  const _id = ids.meeting(series._id, Number(day.replaceAll('-', '')) * 1000 + series.revision)
  const empty: ActivityDoc = {
    ...draftOf(form, team, { _id, personId: series.createdBy, now }),
    ...{ seriesId: series._id, meeting: number, meetingDay: day, isChanged: false, seriesEdit: series.revision },
  }
  const notes = await regularsFor(world, series, empty)
  const draft = { ...empty, ...seatsOf(notes, empty) }
  await store.add('activities', draft)
  const kept = (await store.read('activities', _id)) ?? draft
  if (kept.state === 'draft') {
    // The rows come first: nobody mends a draft, and a row mended from the seats alone would lack the guardian's yes.
    await writeRows(world, kept, notes)
    await makePublic(world, kept, team)
  }
  await countOnItsDay(world, kept)
}

function seatsOf(notes: ReadonlyMap<string, Notes>, { seatsLeft, units = [], approval, drawAt }: ActivityDoc) {
  if (notes.size === 0) return {}
  const regulars = [...notes].map(([id, { unit = null, party = [] }]) => ({ id, unit, party }))
  const isAsking = approval === true || typeof drawAt === 'number'
  return seatRegulars(regulars, { seatsLeft, units, isAsking })
}

async function writeRows(
  world: World,
  { holders, line, pool = [], ...meeting }: ActivityDoc,
  notes: Map<string, Notes>,
) {
  const lists: [Part['state'], readonly string[]][] = [
    ['in', holders],
    ['waiting', line],
    ['asked', pool],
  ]
  for (const [state, people] of lists) {
    const part = { state, answerBy: null }
    await each(people, (personId) => writeJoined(world, meeting, personId, part, false, notes.get(personId)))
  }
}
