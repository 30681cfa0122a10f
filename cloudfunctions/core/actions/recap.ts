import { getRecap, refuse, saveRecap, type InputOf, type OutputOf } from '../contract'
import { runs } from '../domain/rights'
import type { ActivityDoc, RecapDoc } from '../ports/documents'
import { files } from '../ports/files'
import { note } from './audit'
import { checkWords } from './checking'
import { forActivityDesk, forAnyone, type KnownWorld } from './kernel'
import { countCame, didCome } from './recap-people'
import { isPictureOf, lookedAt } from './recap-pictures'
import { carryOnThanks, promiseThanks } from './recap-task'
import type { World } from './world'

/** Others writing the same recap at the same moment, or verdicts coming in meanwhile. */
const mostAttempts = 12

const shownFields = [
  ...(['_id', 'teamId', 'served', 'words', 'thanks', 'pictures'] as const),
  ...(['at', 'by', 'revision', 'looked', 'counted', 'owed'] as const),
] as const satisfies readonly (keyof RecapDoc)[]

export const showRecap = forAnyone(getRecap, async ({ id }, world) => {
  const activity = await world.store.read('activities', id)
  if (!activity || !activity.listed) return refuse('access.gone')
  const team = await world.store.read('teams', activity.teamId, ['leaderIds', 'communityId'])
  const canManage = !!world.person && !!team && runs(world.person, team)
  const recap = await (canManage ? world.store.read('recaps', id) : readByVisitor(world, id))
  return recapOf(world, activity, recap, canManage)
})

/** Every rating lies in the recap; of these a visitor gets her own. */
async function readByVisitor({ store, id: personId }: World, id: string): Promise<RecapDoc | null> {
  const own = personId ? ([`marks.${personId}`] as const) : []
  const recap = await store.read('recaps', id, [...shownFields, ...own])
  return recap && { ...recap, marks: recap.marks ?? {} }
}

async function recapOf(
  world: World,
  activity: ActivityDoc,
  recap: RecapDoc | null,
  canManage: boolean,
): Promise<OutputOf<typeof getRecap>> {
  const [counted, cameHerself] = await Promise.all([
    countedOf(world, activity, recap, canManage),
    didCome(world, activity._id),
  ])
  const pictures = (recap?.pictures ?? []).filter((picture) => canManage || picture.state === 'fine')
  const marks = Object.values(recap?.marks ?? {})
  const stars = marks.reduce((sum, mark) => sum + mark.stars, 0)
  const words = marks.filter((mark) => mark.words).sort((a, b) => b.at - a.at)
  return {
    activityId: activity._id,
    served: recap?.served ?? 0,
    words: recap?.words ?? '',
    thanks: recap?.thanks ?? '',
    pictures: pictures.map(({ fileId, state }) => ({ fileId, state })),
    at: recap?.revision ? recap.at : null,
    ...counted,
    ratings:
      canManage && marks.length > 0
        ? { count: marks.length, mean: stars / marks.length, words: words.map((mark) => mark.words) }
        : null,
    canRate: cameHerself,
    myStars: recap?.marks[world.id]?.stars ?? null,
    canManage,
  }
}

/** Those who run it see the count of now; others the one kept, renewed once the day was confirmed. */
async function countedOf(world: World, activity: ActivityDoc, recap: RecapDoc | null, canManage: boolean) {
  const kept = recap?.counted
  if (!canManage && (!recap?.revision || (kept && kept.at >= (activity.settledAt ?? 0)))) {
    return { came: kept?.came ?? 0, minutes: kept?.minutes ?? 0 }
  }
  const counted = await countCame(world, activity)
  const isNew = kept && (kept.came !== counted.came || kept.minutes !== counted.minutes)
  if (recap?.revision && (isNew || (kept?.at ?? 0) < (activity.settledAt ?? 0))) {
    await world.store.change('recaps', { _id: activity._id }, { counted: { at: world.now, ...counted } })
  }
  return counted
}

export const keepRecap = forActivityDesk(saveRecap, async (input, world, { activity }) => {
  if (activity.state === 'cancelled') return refuse('activity.called_off', { reason: activity.reason })
  if (activity.state === 'draft' || activity.endsAt > world.now) return refuse('recap.not_over')
  if (input.pictures.some((fileId) => !isPictureOf(activity._id, fileId))) return refuse('recap.not_your_picture')
  const no = await checkWords(world, [input.words, input.thanks])
  if (no) return no
  const counted = { at: world.now, ...(await countCame(world, activity)) }
  for (let attempt = 0; attempt < mostAttempts; attempt++) {
    const before = await world.store.read('recaps', activity._id)
    const isFirst = !before?.revision
    const revision = (before?.revision ?? 0) + 1
    const pictures = await lookedAt(world, input.pictures, before?.pictures ?? [])
    // Whoever was confirmed after the last thanks is thanked now; nobody is thanked twice.
    const thanks = isFirst || (before.counted?.at ?? 0) < (activity.settledAt ?? 0)
    // Saved once more as it is: nothing is to be written.
    if (before && !isFirst && !thanks && isSame(before, input)) return recapOf(world, activity, before, true)
    const task = await promiseThanks(world, activity, revision, thanks)
    const said = { served: input.served, words: input.words, thanks: input.thanks, pictures, counted }
    const more = { people: input.served - (isFirst ? 0 : before.served), isWhole: isFirst }
    if (!(await write(world, activity, before, { ...said, revision }, more))) continue
    await note(world, 'recap.save', activity._id, revision)
    await removeDropped(activity._id, before?.pictures ?? [], input.pictures)
    await carryOnThanks(world, task)
    return recapOf(world, activity, await world.store.read('recaps', activity._id), true)
  }
  throw new Error('the recap kept changing')
})

const isSame = (before: RecapDoc, { served, words, thanks, pictures }: InputOf<typeof saveRecap>) =>
  before.served === served &&
  before.words === words &&
  before.thanks === thanks &&
  before.pictures.map(({ fileId }) => fileId).join() === pictures.join()

type Said = Pick<RecapDoc, 'served' | 'words' | 'thanks' | 'pictures' | 'counted' | 'revision'>

/** Writes the recap when it still is as it was read; `more` is what the sums are owed. */
async function write(
  { store, id: by, now: at }: KnownWorld,
  { _id, teamId }: ActivityDoc,
  before: RecapDoc | null,
  said: Said,
  more: Pick<RecapDoc['owed'][number], 'people' | 'isWhole'>,
): Promise<boolean> {
  const owed = { mark: `${_id}_r${said.revision}`, ...more }
  if (!before) {
    return store.add('recaps', { _id, teamId, ...said, at, by, marks: {}, looked: 0, owed: [owed] })
  }
  const { revision, looked } = before
  const owing = before.owed.some((each) => each.mark === owed.mark) ? {} : { owed: store.is.push([owed]) }
  return (await store.change('recaps', { _id, revision, looked }, { ...said, at, by, ...owing })) > 0
}

/** Pictures taken out of the recap go from the storage too. */
async function removeDropped(activityId: string, before: RecapDoc['pictures'], kept: readonly string[]): Promise<void> {
  const dropped = before.map((picture) => picture.fileId).filter((fileId) => !kept.includes(fileId))
  await files.remove(dropped.filter((fileId) => isPictureOf(activityId, fileId)))
}
