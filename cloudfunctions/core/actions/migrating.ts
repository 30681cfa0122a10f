// Brings documents of before to the edition of today, in the background, while the rest goes on.
import { schemaMark, wantedSchema } from '../contract'
import type { Terms } from '../ports/store'
import { firstSchema } from './marks'
import { migrations, type Migration } from './migrations'
import type { Work } from './timer-round'
import type { World } from './world'

/** Documents looked at together. */
const pageSize = 200
/** Documents changed side by side. */
const sideBySide = 20

/**
 * Carries on with the editions that are missing, page by page in the order of ids; where it stands is kept after each
 * page, so that it goes on after a crash. Two at once do the same twice, which harms nothing.
 */
export const carryOnMigrating: Work = async (world, isTimeLeft) => {
  for (let mark = await markOf(world); mark.at < wantedSchema && isTimeLeft(); mark = await markOf(world)) {
    const next = migrations.find(({ to }) => to === mark.at + 1)
    if (!next) throw new Error(`there is no way to the edition ${mark.at + 1} of the documents`)
    const last = await migratePage(world, next, mark.cursor ?? '')
    const same = { _id: schemaMark, at: mark.at }
    await world.store.change('marks', same, last === null ? { at: next.to, cursor: null } : { cursor: last })
  }
}

async function markOf({ store }: World): Promise<{ at: number; cursor?: string | null }> {
  const mark = await store.read('marks', schemaMark)
  if (mark) return mark
  await store.add('marks', { _id: schemaMark, at: firstSchema, cursor: null })
  return { at: firstSchema }
}

/** Changes one page of documents; answers with the last id, or null when there were no more. */
async function migratePage(world: World, migration: Migration, after: string): Promise<string | null> {
  const { store } = world
  const order = [['_id', 'asc']] as const
  const docs = await store.find(migration.collection, { _id: store.is.gt(after) }, { order, limit: pageSize })
  for (let at = 0; at < docs.length; at += sideBySide) {
    await Promise.all(docs.slice(at, at + sideBySide).map((doc) => migrateOne(world, migration, doc)))
  }
  return docs.length < pageSize ? null : (docs.at(-1)?._id ?? null)
}

/** Sets what is missing; a field that somebody else wrote meanwhile keeps what they wrote. */
async function migrateOne(
  { store, now }: World,
  { collection, lacks }: Migration,
  doc: { _id: string },
): Promise<void> {
  const fields = Object.entries(lacks({ ...doc }, now) ?? {})
  for (const [field, value] of fields) {
    const where: Terms = { _id: doc._id, [field]: store.is.exists(false) }
    await store.change(collection, where, { [field]: value })
  }
}
