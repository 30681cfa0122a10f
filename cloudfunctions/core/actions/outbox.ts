// The way out of the app. A message is taken by one call, pays with one consent, and WeChat is asked once: whatever breaks
// off, nobody is told twice, and whoever may not have been told stands on the call list.
import { isTold } from '../domain/family'
import { noConsentLeft, movedWith, nobodyKnows, overtakenBy, standAfter, unreached } from '../domain/outbox'
import type { ActivityDoc, MessageDoc, PersonDoc } from '../ports/documents'
import type { Terms } from '../ports/store'
import { fieldsOf, type TemplateName } from '../services/message-templates'
import { Faults } from './one-by-one'
import type { Notice } from './telling'
import type { Work } from './timer-round'
import type { World } from './world'

const outFields = ['_id', 'personId', 'about', 'page', 'read', 'ward', 'row', 'stand', 'out'] as const
type Outgoing = Pick<MessageDoc, (typeof outFields)[number]>

/** What WeChat calls an account, and whom it keeps. */
export type Account = Pick<PersonDoc, 'openid' | 'wards'>

/** One more in her inbox. */
export async function countUnread({ store }: World, personId: string): Promise<void> {
  await store.change('people', { _id: personId }, { unread: store.is.inc(1) })
}

/** Takes a queued message to WeChat; harmless when somebody else has it. A fresh one is counted as unread too. */
export async function deliver(
  world: World,
  message: Outgoing,
  { openid, wards = [] }: Account,
  isFresh: boolean,
): Promise<void> {
  const { store, wechat, now, trace } = world
  const { _id, personId, page, out } = message
  const takenOn = { 'out.state': 'sending', 'out.takenBy': trace, 'out.takenAt': now }
  const isTaken = out?.letter && (await store.change('messages', { _id, 'out.state': 'queued', read: false }, takenOn))
  const hasConsent = !!isTaken && (await spend(world, personId, out.template, isFresh))
  if (isFresh && !hasConsent) await countUnread(world, personId)
  if (!isTaken || !out.letter) return
  // The store keeps names of templates as texts.
  const template = out.template as TemplateName
  const asked = [openid, wechat.templateId(template), page.replace(/^\//, ''), fieldsOf(template, out.letter)] as const
  const code = hasConsent ? await wechat.send(...asked) : noConsentLeft
  if (hasConsent && code === noConsentLeft)
    await store.change('people', { _id: personId }, { [`consents.${template}`]: 0 })
  if (code === 0 && (message.row || wards.length > 0)) await reachedThrough(store, personId, [message], 'sent')
  await settle(world, message, code)
}

/** Spends one consent, and counts a fresh message in the same write; false when she has none left. */
async function spend({ store }: World, personId: string, template: string, isFresh: boolean): Promise<boolean> {
  const consent = `consents.${template}`
  const counted = isFresh ? { unread: store.is.inc(1) } : {}
  const hers = { _id: personId, [consent]: store.is.gte(1) }
  return (await store.change('people', hers, { ...counted, [consent]: store.is.inc(-1) })) > 0
}

/**
 * An account came to know of these: so it does of all it was told of the same, of herself and of everybody she keeps.
 * Done before the messages themselves say so, and harmless to repeat.
 */
export async function reachedThrough(
  { find, change, is }: World['store'],
  personId: string,
  known: readonly Pick<MessageDoc, 'about' | 'out'>[],
  stand: 'sent' | 'read',
): Promise<void> {
  const same = {
    about: is.in(known.map(({ about }) => about)),
    'out.notice': is.in(known.map(({ out }) => out?.notice)),
  }
  const hers = await find(
    'messages',
    { personId, read: false, ...same },
    { fields: ['_id', 'row', 'stand'], limit: 100 },
  )
  const rows = hers.flatMap(({ row }) => row ?? [])
  const still = { stand: is.in([...unreached]) }
  if (rows.length > 0) await change('messages', { _id: is.in(rows), ...still }, { stand: 'family' })
  const own = hers.flatMap((each) => (each.stand ? [each._id] : []))
  if (own.length > 0) await change('messages', { _id: is.in(own), ...still }, { stand })
}

/** Writes what became of it. */
async function settle({ store, trace }: World, { _id, stand }: Outgoing, code: number): Promise<void> {
  const own = { _id, 'out.state': 'sending', 'out.takenBy': trace }
  const became = outcome(store, code)
  const isStanding =
    stand && (await store.change('messages', { ...own, stand: 'queued' }, { ...became, stand: standAfter(code) }))
  // Meanwhile she may have read it, or somebody called her.
  if (!isStanding) await store.change('messages', own, became)
}

const outcome = ({ is }: World['store'], code: number) => ({
  'out.state': code === 0 ? 'sent' : 'failed',
  'out.code': code,
  'out.letter': is.remove(),
  sent: code,
})

/** What this notice says anew is told no more: what waits of it is not sent, and nobody has to be called about it. */
export async function overtake(
  { store }: World,
  { kind, about, rev, mustReach, outside }: Notice,
  { units = [] }: Pick<ActivityDoc, 'units'>,
): Promise<void> {
  const { is } = store
  const kinds = overtakenBy(kind, mustReach !== undefined)
  if (kinds.length === 0) return
  const older = { about, kind: is.in([...kinds]) }
  // What everybody has to know of is not replaced by what only some may like to know.
  const lesser = mustReach ? {} : { stand: is.exists(false), row: is.exists(false) }
  await dropWaiting(store, { ...older, ...lesser, 'out.notice': is.neq(`${kind}_${rev}`) })
  if (!mustReach) return
  if (kind === 'changed' && outside) {
    // Of a slot the time is its own.
    const time = units.some((unit) => unit.startsAt !== null) ? {} : { 'out.letter.time': outside.letter.time }
    const waiting = { about, kind: is.in([...movedWith]), 'out.state': 'queued', 'out.letter': is.exists(true) }
    await store.change('messages', waiting, { ...time, 'out.letter.place': outside.letter.place })
  }
  const { teamId, notice } = mustReach
  // Of a meeting of a series it may have been the series that told.
  const standing = {
    about,
    kind: is.in([...kinds, 'series']),
    teamId,
    notice: is.neq(notice),
    stand: is.in([...unreached]),
  }
  await store.change('messages', standing, { stand: 'past' })
}

/** What waits of these messages is not sent. */
export async function dropWaiting({ change, is }: World['store'], where: Terms): Promise<void> {
  await change('messages', { ...where, 'out.state': 'queued' }, { 'out.state': 'merged', 'out.letter': is.remove() })
}

/** Whoever comes no more has to know no more: what waits of it is not sent, and nobody calls. */
export async function leaveOut({ store }: World, about: string, people: readonly string[]): Promise<void> {
  const { is } = store
  const theirs = { about, for: is.in([...people]) }
  await dropWaiting(store, theirs)
  await store.change('messages', { ...theirs, notice: is.gt(''), stand: is.in([...unreached]) }, { stand: 'past' })
}

/** Messages looked at together, and taken to WeChat side by side. */
const pageSize = 100
const sideBySide = 10
/** After this long no call is at work any more that took a message on, ms. */
const staleAfter = 120_000

/** Takes out what waited, and gives up what some call took on and never finished: nobody knows whether it went out. */
export const carryOnOutbox: Work = async (world, isTimeLeft) => {
  const { store, now } = world
  const { is } = store
  const stale = { 'out.state': 'sending', 'out.takenAt': is.lt(now - staleAfter) }
  const unknown = outcome(store, nobodyKnows)
  await store.change('messages', { ...stale, stand: 'queued' }, { ...unknown, stand: standAfter(nobodyKnows) })
  await store.change('messages', stale, unknown)
  const faults = new Faults()
  const due = { 'out.state': 'queued', 'out.dueAt': is.lte(now) }
  for (let isMore = true; isMore && isTimeLeft();) {
    const page = await store.find('messages', due, { fields: outFields, limit: pageSize })
    const deliverOne = await deliverer(world, page)
    let done = 0
    for (let from = 0; from < page.length && isTimeLeft(); from += sideBySide) {
      const few = page.slice(from, from + sideBySide)
      const each = await Promise.all(few.map((message) => faults.during(message._id, () => deliverOne(message))))
      done += each.filter(Boolean).length
    }
    // What failed is found first again: it waits for the next round.
    isMore = page.length === pageSize && done === page.length
  }
  faults.say()
}

/** Delivers messages of a page; not what she read meanwhile, nor what concerns somebody she keeps no longer. */
async function deliverer(world: World, page: readonly Outgoing[]): Promise<(message: Outgoing) => Promise<unknown>> {
  const { store } = world
  const [people, wards] = await Promise.all([
    store.readMany(
      'people',
      page.map((message) => message.personId),
      ['openid', 'wards'],
    ),
    store.readMany(
      'dependents',
      page.flatMap(({ ward }) => ward ?? []),
      ['keepers'],
    ),
  ])
  return async (message) => {
    const { _id, personId, ward, read, stand } = message
    const keeper = ward === undefined || wards.get(ward)?.keepers.find((each) => each.id === personId)
    const isHers = keeper === true || (keeper !== undefined && isTold(keeper))
    const person = people.get(personId)
    if (person && isHers && !read) return deliver(world, message, person, false)
    // Nobody is left who could be told, or what waited was all for a row.
    if (stand === 'queued') await store.change('messages', { _id, stand }, { stand: 'open' })
    return store.change(
      'messages',
      { _id, 'out.state': 'queued' },
      { 'out.state': 'merged', 'out.letter': store.is.remove() },
    )
  }
}
