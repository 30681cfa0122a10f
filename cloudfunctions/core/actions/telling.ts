// Messages: one document is both what the inbox shows and the note that WeChat is asked to carry out of the app.
import { dueAfterBurst, noConsentLeft } from '../domain/outbox'
import { dueAfterQuiet } from '../domain/quiet-hours'
import type { MessageDoc } from '../ports/documents'
import { messageTemplates, type Letter, type TemplateName } from '../services/message-templates'
import { countUnread, deliver } from './outbox'
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
/** How far back a message may have been written that WeChat brought within the burst, ms. */
const burstLook = 12 * 3_600_000

/**
 * Tells people; whoever was told this already is not told again. What concerns somebody whom a family keeps is told
 * to each who keeps her and is to be told, under the name the family calls her. Whoever has to know and has nobody to
 * be told stands on the call list.
 */
export async function tell(world: World, personIds: readonly string[], notice: Notice): Promise<void> {
  const { rows, letters } = await addressed(world, personIds, notice)
  const waysOf = await knownWays(world, letters, notice)
  // Whom a family keeps has her row before anybody is told, so that reaching one of them finds it.
  for (const part of [rows, letters]) {
    for (let from = 0; from < part.length; from += atOnce) {
      await Promise.all(part.slice(from, from + atOnce).map((each) => tellOne(world, notice, each, waysOf(each))))
    }
  }
}

/** How WeChat may reach an account: under which OPENID, by which template, from when on. */
interface Way {
  openid: string
  out: NonNullable<MessageDoc['out']>
}

/** The ways of all at once: at most two reads. */
async function knownWays(
  world: World,
  letters: readonly Addressed[],
  notice: Notice,
): Promise<(one: Addressed) => Way | null> {
  const { kind, about, rev, outside } = notice
  if (!outside || letters.length === 0) return () => null
  const { store, now } = world
  const accounts = letters.map((each) => each.personId)
  const wish = { fields: ['personId', 'out'], limit: 1000 } as const
  const lately = { personId: store.is.in(accounts), at: store.is.gt(now - burstLook), about, kind }
  const [people, sent] = await Promise.all([
    store.readMany('people', accounts, ['openid', 'consents']),
    kind === 'changed' ? store.find('messages', lately, wish) : [],
  ])
  const quietUntil = dueAfterQuiet(now, notice)
  return ({ personId, letter, ward }) => {
    const person = people.get(personId)
    if (!person || !letter) return null
    const has = (template: TemplateName) => (person.consents[template] ?? 0) >= 1
    // Her family's own template stands in where somebody has to be reached and has no consent left of the other.
    const template = !has(outside.template) && ward && notice.mustReach ? 'family' : outside.template
    const own = { notice: `${kind}_${rev}`, template }
    if (!has(template)) return { openid: '', out: { ...own, state: 'failed', dueAt: now, code: noConsentLeft } }
    const sentAt = sent.flatMap(({ personId: to, out }) => (to === personId && out?.takenAt ? [out.takenAt] : []))
    const dueAt = Math.max(quietUntil, dueAfterBurst(now, sentAt))
    return { openid: person.openid, out: { ...own, state: 'queued', dueAt, letter } }
  }
}

async function tellOne(world: World, notice: Notice, to: Addressed, way: Way | null): Promise<void> {
  const { kind, about, mustReach } = notice
  const { _id, personId, isRow, ward, row, said } = to
  const out = way?.out
  const message: MessageDoc = {
    ...{ _id, personId, kind, ...said, about: mustReach?.activityId ?? about, for: to.for, at: world.now, sent: null },
    // What has no account is nobody's to read.
    read: personId === '',
    ...(ward !== undefined && { ward }),
    ...(row !== undefined && { row }),
    ...(out && { out }),
    ...(isRow && mustReach && standing(mustReach, out)),
  }
  if (!(await world.store.add('messages', message)) || personId === '') return
  const isDue = out?.state === 'queued' && out.dueAt <= world.now
  await (isDue ? deliver(world, message, way?.openid ?? '', true) : countUnread(world, personId))
}

const standing = ({ notice, teamId, until }: MustReach, out: MessageDoc['out']) =>
  ({ notice, teamId, until, stand: out?.state === 'queued' ? 'queued' : 'open' }) as const

/** The ids under which WeChat knows our templates, by their names. */
export const templateIds = ({ wechat }: World): Record<string, string> =>
  Object.fromEntries(Object.keys(messageTemplates).map((name) => [name, wechat.templateId(name)]))
