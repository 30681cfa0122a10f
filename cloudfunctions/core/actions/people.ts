import { consent, me, messages, readMessages, refuse, saveProfile, type Me } from '../contract'
import { maskedPhone } from '../domain/family'
import { unreached } from '../domain/outbox'
import type { PersonDoc, TeamDoc } from '../ports/documents'
import { checkWords } from './checking'
import { forAnyone } from './kernel'
import { pageOf } from './paging'
import { reachedThrough } from './outbox'
import { templateIds } from './telling'
import { hasProfile, type World } from './world'

export const showMe = forAnyone(me, (_, world) => meOf(world))

const teamFields = ['_id', 'name', 'colour', 'communityId'] as const satisfies readonly (keyof TeamDoc)[]
const refOf = ({ _id: id, name, colour, communityId }: Pick<TeamDoc, (typeof teamFields)[number]>) => ({
  id,
  name,
  colour,
  communityId,
})

/** She as she may see herself, with the communities there are to choose from. */
async function meOf(world: World): Promise<Me> {
  const { person, store } = world
  const [communities, leads, memberOf] = await Promise.all([
    store.find('communities', {}, { order: [['order', 'asc']], limit: 200 }),
    person ? store.find('teams', { leaderIds: world.id }, { fields: teamFields, limit: 20 }) : [],
    person ? teamsOf(world) : [],
  ])
  return {
    id: world.id || 'guest',
    name: person?.name ?? '',
    hasProfile: hasProfile(person),
    phone: maskedPhone(person?.phone ?? ''),
    communityId: person?.communityId ?? null,
    roles: {
      staffOf: person?.staffOf ?? [],
      county: person?.county ?? false,
      gridOf: person?.gridOf ?? [],
      unitOf: person?.unitOf ?? [],
    },
    leads: leads.map(refOf),
    memberOf: memberOf.map(refOf),
    unread: person?.unread ?? 0,
    communities: communities.map(({ _id: id, name, phone, hours, compounds = [] }) => ({
      ...{ id, name, phone, hours },
      compounds: compounds.map((each) => ({ id: each.id, name: each.name })),
    })),
    templates: templateIds(world),
    consents: person?.consents ?? {},
  }
}

async function teamsOf({ store, id }: World) {
  const where = { personId: id, state: store.is.in(['member', 'leader']) }
  const memberships = await store.find('memberships', where, { fields: ['teamId'], limit: 50 })
  const teams = await store.readMany(
    'teams',
    memberships.map((each) => each.teamId),
    teamFields,
  )
  return [...teams.values()]
}

export const saveMyProfile = forAnyone(saveProfile, async ({ name, phone, communityId }, world) => {
  if (!(await world.store.read('communities', communityId, ['_id']))) return refuse('access.gone')
  const no = await checkWords(world, [name])
  if (no) return no
  const said = { name, communityId, ...(phone === null ? {} : { phone }) }
  const known = { ...(world.person ?? newPerson(world)), ...said }
  const say = async () => (await world.store.change('people', { _id: world.id }, said)) > 0
  // Again where another call added her in between.
  if (!(await say()) && !(await world.store.add('people', known))) await say()
  return meOf({ ...world, person: known })
})

/** Somebody who said nothing yet, not even her name. */
export const newPerson = ({ id, openid, now }: World): PersonDoc => ({
  _id: id,
  openid,
  name: '',
  phone: '',
  communityId: null,
  staffOf: [],
  county: false,
  consents: {},
  unread: 0,
  createdAt: now,
})

export const giveConsent = forAnyone(consent, async ({ templates, key }, world) => {
  const { store, id } = world
  const { is } = store
  const names = Object.entries(templateIds(world)).flatMap(([name, given]) => (templates.includes(given) ? [name] : []))
  if (!id || names.length === 0) return {}
  const counts = {
    ...Object.fromEntries(names.map((name) => [`consents.${name}`, is.inc(1)])),
    ...(key && { consentKeys: is.push({ each: [key], slice: -rememberedKeys }) }),
  }
  const uncounted = { _id: id, ...(key && { consentKeys: is.neq(key) }) }
  if (await store.change('people', uncounted, counts)) return {}
  await store.add('people', newPerson(world))
  // Also where she was added at the same moment by another tap: that one counted its own.
  await store.change('people', uncounted, counts)
  return {}
})

/** The last taps with which somebody allowed messages: a repeated one is among them. */
const rememberedKeys = 10

/** Messages on one page of the inbox. */
const pageSize = 20

export const myMessages = forAnyone(messages, async ({ cursor }, world) => {
  if (!world.id) return { items: [], next: null }
  const by = { field: 'at', direction: 'desc', size: pageSize, cursor } as const
  const { items, next } = await pageOf(world.store, 'messages', { personId: world.id }, by)
  if (!cursor && !next) await mendUnread(world, items.filter((message) => !message.read).length)
  return { items: items.map(({ _id: id, about = '', ...rest }) => ({ id, about, ...rest })), next }
})

/** With the whole inbox in sight, the counter says what the inbox says; a crash may have left it behind. */
async function mendUnread({ store, id, person }: World, unread: number): Promise<void> {
  if (person && person.unread !== unread) await store.change('people', { _id: id }, { unread })
}

/** Unread messages that are counted; more of them say the same. */
const mostUnread = 100

export const markRead = forAnyone(readMessages, async ({ ids }, { store, id, person }) => {
  const known = person?.unread ?? 0
  if (!person || ids.length === 0) return { unread: known }
  await reachedByReading(store, id, ids)
  // Counted anew rather than stepped down: a message told meanwhile, or lost by a crash, puts nothing wrong for long.
  const left = await store.find('messages', { personId: id, read: false }, { fields: ['_id'], limit: mostUnread })
  if (left.length !== known) await store.change('people', { _id: id }, { unread: left.length })
  return { unread: left.length }
})

/**
 * Marks as read. Who reads what everybody has to know of is reached by it, and so is whom she keeps. In this order: what
 * still says unread is told again to have been read.
 */
async function reachedByReading(store: World['store'], personId: string, ids: string[]): Promise<void> {
  const { change, find, is } = store
  const hers = { _id: is.in(ids), personId, read: false }
  const unread = await find('messages', hers, { fields: ['stand', 'row', 'about', 'out'], limit: ids.length })
  const known = unread.filter(({ stand, row }) => stand ?? row)
  if (known.length > 0) await reachedThrough(store, personId, known, 'read')
  if (unread.some(({ stand }) => stand)) {
    const stand = is.in([...unreached, 'sent'])
    await change('messages', { ...hers, stand }, { read: true, stand: 'read' })
  }
  if (unread.length > 0) await change('messages', hers, { read: true })
}
