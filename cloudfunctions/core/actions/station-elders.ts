// Elders as those who work for their community see them: by name, a page at a time.
import { Buffer } from 'node:buffer'
import { elders, enterElder, isRefusal, refuse, type Elder } from '../contract'
import { ageAt } from '../domain/ages'
import { consentFor, isElder } from '../domain/family'
import type { DependentDoc } from '../ports/documents'
import type { Terms } from '../ports/store'
import { note } from './audit'
import { checkWords } from './checking'
import { namesOf, shownKeepers } from './family-kept'
import { forStaff } from './kernel'
import type { World } from './world'

/** Elders on one page. */
const pageSize = 20
/** Nothing that begins with a text comes after the text and this. */
const last = '\u{10FFFF}'

export const listElders = forStaff(elders, async ({ communityId, search, id, cursor }, world) => {
  if (id !== null) {
    const ward = await world.store.read('dependents', id)
    const isTheirs = ward?.communityId === communityId && isElder(ward, world.now)
    const [elder] = await shownElders(world, isTheirs ? [ward] : [])
    if (!elder) return { items: [], next: null }
    return { items: [elder.isOurs ? { ...elder, coming: await comingOf(world, id) } : elder], next: null }
  }
  const after = markIn(cursor)
  const found = await Promise.all(
    (['elder', 'care'] as const).map((kind) => oneKind(world, { communityId, kind }, search, after)),
  )
  const all = found.flat().sort(byName)
  const page = all.slice(0, pageSize)
  const end = page.at(-1)
  const next = end && all.length > pageSize ? cursorOf([end.name, end._id]) : null
  const theirs = page.filter((each) => isElder(each, world.now))
  return { items: await shownElders(world, theirs), next }
})

/** Sign-ups shown of one elder. */
const mostComing = 20

/** What she is signed up for and has not ended. */
async function comingOf({ store, now }: World, personId: string): Promise<NonNullable<Elder['coming']>> {
  const rows = await store.find(
    'signups',
    { personId, live: true, endsAt: store.is.gte(now) },
    { fields: ['activityId', 'state', 'startsAt'], order: [['endsAt', 'asc']], limit: mostComing },
  )
  const ids = rows.map(({ activityId }) => activityId)
  const titles = await store.readMany('activities', ids, ['title'])
  return rows.flatMap(({ activityId, state, startsAt }) => {
    const title = titles.get(activityId)?.title
    return title && state !== 'left' ? [{ activityId, title, startsAt, state }] : []
  })
}

/** Where a page ended: the name, and the id that settles ties. */
type Mark = readonly [string, string]
const cursorOf = (mark: Mark) => Buffer.from(JSON.stringify(mark)).toString('base64url')

/** The mark in a cursor; null for none and for one we never gave. */
function markIn(cursor: string | null): Mark | null {
  try {
    const mark: unknown = cursor && JSON.parse(Buffer.from(cursor, 'base64url').toString())
    const [name, id] = Array.isArray(mark) ? (mark as unknown[]) : []
    return typeof name === 'string' && typeof id === 'string' ? [name, id] : null
  } catch {
    return null
  }
}

/** In the order of the database: by the bytes of the name, then of the id. */
const byName = (a: DependentDoc, b: DependentDoc) =>
  Buffer.compare(Buffer.from(a.name), Buffer.from(b.name)) || Buffer.compare(Buffer.from(a._id), Buffer.from(b._id))

/** One page and one more of a kind, each read along the index: ties of the last page first, then the names after it. */
async function oneKind({ store }: World, of: Terms, search: string, after: Mark | null): Promise<DependentDoc[]> {
  const { is } = store
  const order = [['name', 'asc'] as const, ['_id', 'asc'] as const]
  const limit = pageSize + 1
  const read = (more: Terms) => store.find('dependents', { ...of, ...more, consent: is.neq(null) }, { order, limit })
  const ties = after ? await read({ name: after[0], _id: is.gt(after[1]) }) : []
  if (ties.length === limit) return ties
  // Whoever's data is gone has no name.
  const from = after ? is.gt(after[0]) : search ? is.gte(search) : is.gt('')
  return [...ties, ...(await read({ name: from.and(is.lt(search + last)) }))].slice(0, limit)
}

/** Elders as staff may see them: their own numbers whole, of those who keep them the names alone. */
export async function shownElders(world: World, wards: readonly DependentDoc[]): Promise<Elder[]> {
  const people = await namesOf(world, wards)
  const nameOf = (id: string) => people.get(id)?.name ?? ''
  return wards.flatMap((ward): Elder[] => {
    const { _id: id, name, phone, kind, born, createdAt: since, consent } = ward
    if (consent === null || (kind !== 'elder' && kind !== 'care')) return []
    const { at, by, version } = consent
    return [
      {
        ...{ id, name, phone, kind, since, isOurs: isOurs(ward) },
        age: ageAt(born, world.now),
        keepers: shownKeepers(world, ward, nameOf),
        consent: { at, by: nameOf(by), version },
      },
    ]
  })
}

/** Whether the community she lives in entered her, and acts for her. */
export const isOurs = ({ station, communityId }: DependentDoc) => !!station && station === communityId

export const enter = forStaff(enterElder, async ({ communityId, key, name, kind, born, phone, consent }, world) => {
  const { store, ids, id: by, now } = world
  const given = consentFor({ kind, born, consent }, null, by, now)
  if (isRefusal(given)) return refuse('family.consent_needed')
  const _id = ids.ward(`${communityId} ${by}`, key)
  const ward: DependentDoc = {
    ...{ _id, kind, name, phone, born, communityId, keepers: [], station: communityId, consent: given },
    ...{ invite: null, enteredBy: '', claimedBy: '', createdAt: now },
  }
  // A guardian agrees for a child, and a community is none.
  if (!isElder(ward, now)) return refuse('family.consent_needed')
  const no = await checkWords(world, [name])
  if (no) return no
  await store.add('dependents', ward)
  await note(world, 'station.enter', _id, 'once', ['consent'])
  const [elder] = await shownElders(world, [(await store.read('dependents', _id)) ?? ward])
  return elder ?? refuse('access.gone')
})
