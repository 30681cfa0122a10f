// Messages: one document is both what the inbox shows and the note that WeChat is asked to carry out of the app.
import { dueAfterBurst, noConsentLeft } from '../domain/outbox'
import { dueAfterQuiet } from '../domain/quiet-hours'
import type { MessageDoc } from '../ports/documents'
import { messageTemplates, type Letter, type TemplateName } from '../services/message-templates'
import { countUnread, deliver, type Account } from './outbox'
import { addressed, type Addressed } from './addressing'
import type { World } from './world'

/** Something to be told, the same for everyone it is told to. */
export interface Notice {
  kind: string
  /** Id of the activity or team it is about, and which of its changes: the same twice is told once. */
  about: string
  rev: number | string
  title: string
  body: string
  page: string
  /** Somebody a family keeps whom the words name: they go when her data goes. */
  ward?: string
  /** What only her family is told of somebody it keeps: not her own account. */
  withoutSelf?: boolean
  /** Set when WeChat may carry it outside the app too. */
  outside?: { template: TemplateName; letter: Letter }
  /** When what it is about starts or wants an answer: WeChat does not wait for the morning when that is too late. */
  startsAt?: number
  /** Set on what everybody has to know of. */
  mustReach?: MustReach
}

/** Which telling it is, whose leaders call whoever was not reached, and until when. */
export interface MustReach {
  /** kind_something: people are counted and called by it. */
  notice: string
  /** The activity on whose list they stand, where the notice is about more than it. */
  activityId?: string
  teamId: string
  until: number
  /** Only those are called for whom there is nobody to be told at all. */
  onlyUntold?: boolean
}

/** Messages written side by side. */
const atOnce = 10
/** So long after it began a call asks WeChat; what it has not come to by then waits for the timer, ms. */
const askFor = 5_000
/** How far back a message may have been written that WeChat brought within the burst, or that told of the same, ms. */
const lookBack = 12 * 3_600_000

/**
 * Tells people; whoever was told this already is not told again. What concerns somebody whom a family keeps is told
 * to each who keeps her and is to be told, under the name the family calls her. Whoever has to know and has nobody to
 * be told stands on the call list.
 */
export async function tell(world: World, personIds: readonly string[], notice: Notice): Promise<void> {
  const { rows, letters } = await addressed(world, personIds, notice)
  const wayOf = await knownWays(world, letters, notice)
  const told = letters.map((to): Told => ({ to, way: wayOf(to) }))
  // Whom a family keeps has her row, and every account all its messages, before WeChat is asked: reaching one finds them.
  await sideBySide(rows, (to) => world.store.add('messages', rowDoc(world, notice, to, told)))
  const fresh = await sideBySide(told, async ({ to, way }) => {
    const message = letterDoc(world, notice, to, way)
    return (await world.store.add('messages', message)) ? [{ message, way }] : []
  })
  await sideBySide(fresh.flat(), async ({ message, way }) => {
    const isDue = message.out?.state === 'queued' && message.out.dueAt <= world.now
    const isTime = isDue && Date.now() < world.now + askFor
    await (way && isTime ? deliver(world, message, way, true) : countUnread(world, message.personId))
  })
}

async function sideBySide<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const done: R[] = []
  for (let from = 0; from < items.length; from += atOnce) {
    done.push(...(await Promise.all(items.slice(from, from + atOnce).map(work))))
  }
  return done
}

/** How WeChat may reach an account: under which OPENID, by which template, from when on. */
interface Way extends Account {
  out: NonNullable<MessageDoc['out']>
  /** She was told the same of somebody else before. */
  isReached: boolean
}
interface Told {
  to: Addressed
  way: Way | null
}

const aboutOf = ({ about, mustReach }: Notice) => mustReach?.activityId ?? about

/** The ways of all at once: at most two reads. */
async function knownWays(
  world: World,
  letters: readonly Addressed[],
  notice: Notice,
): Promise<(one: Addressed) => Way | null> {
  const { kind, rev, outside, mustReach } = notice
  if (!outside || letters.length === 0) return () => null
  const { store, now } = world
  const accounts = letters.map((each) => each.personId)
  const wish = { fields: ['personId', 'out', 'read'], limit: 1000 } as const
  const lately = { personId: store.is.in(accounts), at: store.is.gt(now - lookBack), about: aboutOf(notice), kind }
  const [people, before] = await Promise.all([
    store.readMany('people', accounts, ['openid', 'consents', 'wards']),
    kind === 'changed' || (mustReach && kind !== 'movedUp') ? store.find('messages', lately, wish) : [],
  ])
  const quietUntil = dueAfterQuiet(now, notice)
  const key = `${kind}_${rev}`
  return ({ personId, letter, ward }) => {
    const person = people.get(personId)
    if (!person || !letter) return null
    const hers = before.filter((each) => each.personId === personId)
    const isReached = hers.some(({ out, read }) => out?.notice === key && (read || out.code === 0))
    const has = (template: TemplateName) => (person.consents[template] ?? 0) >= 1
    // Her family's own template stands in where somebody has to be reached and has no consent left of the other.
    const template = !has(outside.template) && ward && mustReach ? 'family' : outside.template
    const out = { notice: key, template }
    const way = { openid: person.openid, wards: person.wards, isReached }
    if (!has(template)) return { ...way, out: { ...out, state: 'failed', dueAt: now, code: noConsentLeft } }
    const sentAt = kind === 'changed' ? hers.flatMap((each) => each.out?.takenAt ?? []) : []
    const dueAt = Math.max(quietUntil, dueAfterBurst(now, sentAt))
    return { ...way, out: { ...out, state: 'queued', dueAt, letter } }
  }
}

const messageDoc = ({ now }: World, notice: Notice, { _id, personId, said, for: whom, ward }: Addressed) => ({
  ...{ _id, personId, kind: notice.kind, ...said, about: aboutOf(notice), for: whom, at: now, sent: null },
  ...(ward !== undefined && { ward }),
})

/** One account's message; it is also how she stands, where it is herself who has to know. */
function letterDoc(world: World, notice: Notice, to: Addressed, way: Way | null): MessageDoc {
  const { isRow, row } = to
  const stand = way?.isReached ? 'sent' : way?.out.state === 'queued' ? 'queued' : 'open'
  return {
    ...messageDoc(world, notice, to),
    read: false,
    ...(row !== undefined && { row }),
    ...(way && { out: way.out }),
    ...(isRow && standing(notice, stand)),
  }
}

/** How somebody without an account stands; what has no account is nobody's to read. */
function rowDoc(world: World, notice: Notice, to: Addressed, told: readonly Told[]): MessageDoc {
  const hers = told.flatMap(({ to: { row }, way }) => (way && row === to._id ? [way] : []))
  const dues = hers.flatMap(({ out }) => (out.state === 'queued' ? [out.dueAt] : []))
  const message = { ...messageDoc(world, notice, to), read: true }
  if (hers.some((way) => way.isReached)) return { ...message, ...standing(notice, 'family') }
  if (dues.length === 0) return { ...message, ...standing(notice, 'open') }
  // It waits as long as one of hers does: the timer comes to it after the last of them.
  const out = {
    state: 'queued',
    notice: `${notice.kind}_${notice.rev}`,
    template: '',
    dueAt: Math.max(...dues) + 1,
  } as const
  return { ...message, out, ...standing(notice, 'queued') }
}

function standing({ mustReach }: Notice, stand: NonNullable<MessageDoc['stand']>) {
  if (!mustReach) return {}
  const { notice, teamId, until } = mustReach
  return { notice, teamId, until, stand }
}

/** The ids under which WeChat knows our templates, by their names. */
export const templateIds = ({ wechat }: World): Record<string, string> =>
  Object.fromEntries(Object.keys(messageTemplates).map((name) => [name, wechat.templateId(name)]))
