// Hours are written before the row that says them. Where a word was cut off between the two, the timer makes the hours
// what the row says: then everybody still waits for the word, and the leader gives it again.
import type { SignupDoc, TaskDoc } from '../ports/documents'
import { pause } from '../ports/chance'
import { dayOf } from '../domain/times'
import { confirmEntry, entriesOf } from './ledger'
import type { World } from './world'

/** Somebody else writing the same row at the same moment. */
const mostAttempts = 12

/** Makes the hours of those a word was about what their rows say; true: nothing is left of it. */
export async function carryOnHours(world: World, { _id, activityId, people = [] }: TaskDoc): Promise<boolean> {
  const activity = await world.store.read('activities', activityId, ['startsAt'])
  for (const personId of activity ? people : []) {
    await followRow(world, activityId, personId, Number(dayOf(activity?.startsAt ?? 0).slice(0, 4)))
  }
  return (await world.store.remove('tasks', { _id })) >= 0
}

const rowFields = ['_id', 'live', 'minutes', 'word'] as const satisfies readonly (keyof SignupDoc)[]

/** As a leader who says what the row says already: whoever writes the row last wrote the hours last. */
async function followRow(world: World, activityId: string, personId: string, year: number): Promise<void> {
  const { store, ids, trace } = world
  for (let attempt = 0; attempt < mostAttempts; attempt++) {
    const row = await store.read('signups', ids.row(activityId, personId), rowFields)
    const about = (await entriesOf(world, personId, year)).filter((entry) => entry.activityId === activityId)
    const [own] = about
    // What was corrected, or went over to another record, is no leader's word any more.
    if (!row || own?.id !== activityId || about.length > 1) return
    const minutes = row.live ? (row.minutes ?? 0) : 0
    if (!(await confirmEntry(world, personId, { ...own, minutes }))) return
    const same = { _id: row._id, word: row.word ?? store.is.exists(false) }
    if (await store.change('signups', same, { word: `${trace}_${attempt}` })) return
    await pause(attempt)
  }
  throw new Error('the row kept changing')
}
