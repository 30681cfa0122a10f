// 还没通知到的人: how far each notice got that everybody has to know of, and whom to call about one.
import { callList, refuse, type CallRow, type Reach } from '../contract'
import { isTold } from '../domain/family'
import { fateOf, type Stand } from '../domain/outbox'
import { whereIs } from '../domain/seats'
import type { ActivityDoc, MessageDoc, TeamDoc } from '../ports/documents'
import { cardsOf } from './cards'
import { forActivityDesk } from './kernel'
import { cancelledKey, changedKey, movedUpKey } from './notices'
import { knownPersons } from './persons'
import { reach } from './reaching'
import type { World } from './world'

/** People on one page. */
const pageSize = 50

export const listCalls = forActivityDesk(callList, async ({ id, notice, cursor }, world, { activity, team }) => {
  // A cursor says which notice its page is of.
  const [asked = notice, after = null] = cursor?.split(' ') ?? []
  const [[card], heads] = await Promise.all([
    cardsOf(world, [activity]),
    noticesOf(world, id, after === null ? keysOf(activity, asked) : [asked ?? '']),
  ])
  if (!card) return refuse('access.gone')
  const head = asked === null ? heads[0] : heads.find((each) => each.notice === asked)
  const page = head ? await openPage(world, activity, head.notice, after) : { rows: [], next: null }
  const say = head ? scriptOf(team, head) : ''
  const ownSay = (row: Pick<MessageDoc, 'title' | 'body'>) => {
    const own = scriptOf(team, row)
    return own === say ? undefined : own
  }
  const [notices, items] = await Promise.all([
    Promise.all(after === null ? heads.map((each) => reachOf(world, activity, each, each === head)) : []),
    callRows(world, activity, page.rows, ownSay),
  ])
  return {
    card,
    notices,
    notice: head?.notice ?? null,
    say,
    items,
    next: head && page.next ? `${head.notice} ${page.next}` : null,
  }
})

/** What to say on the telephone about a notice. */
export const scriptOf = (team: Pick<TeamDoc, 'name'>, { title, body }: Pick<MessageDoc, 'title' | 'body'>) =>
  `您好，这里是${team.name}。您报名的${title.replace(/^您的/, '')}。${body}`

type Head = { notice: string; title: string; body: string; at: number }

/** What may have to be called about: of changes the last move alone, and what is asked for. */
const keysOf = ({ movedIn }: ActivityDoc, asked: string | null) =>
  new Set([cancelledKey, movedUpKey, ...(movedIn ? [changedKey(movedIn)] : []), ...(asked === null ? [] : [asked])])

/** Those of these notices that were told, latest first; free seats as the last of them that is open. */
async function noticesOf({ store }: World, about: string, keys: Iterable<string>): Promise<Head[]> {
  const fields = ['title', 'body', 'at'] as const
  const headOf = async (notice: string): Promise<Head[]> => {
    const open = { about, notice, stand: 'open' }
    const last = { fields, order: [['at', 'desc']], limit: 1 } as const
    const [latest] = notice === movedUpKey ? await store.find('messages', open, last) : []
    const [first] = latest ? [latest] : await store.find('messages', { about, notice }, { fields, limit: 1 })
    return first ? [{ notice, ...first }] : []
  }
  const heads = await Promise.all([...keys].map(headOf))
  return heads.flat().sort((a, b) => b.at - a.at)
}

const counted = ['queued', 'open', 'sent', 'read', 'family', 'called'] as const satisfies readonly Stand[]

/** Counted along the index; with those whom the timer has not come to yet. Unless `isWhole`, only who is open. */
async function reachOf(
  { store }: World,
  activity: ActivityDoc,
  { notice, title, at }: Head,
  isWhole: boolean,
): Promise<Reach> {
  const where = { about: activity._id, notice }
  const [task, ...counts] = await Promise.all([
    isWhole ? store.read('tasks', taskOf(activity, notice), ['cursor']) : null,
    ...counted.map((stand) => (isWhole || stand === 'open' ? store.count('messages', { ...where, stand }) : 0)),
  ])
  const [queued = 0, open = 0, sent = 0, read = 0, family = 0, called = 0] = counts
  const { holders, line, pool = [] } = activity
  const cursor = task?.cursor ?? ''
  const ahead = cursor === '' ? 0 : [...holders, ...line, ...pool].filter((personId) => personId > cursor).length
  const waiting = queued + ahead
  const total = waiting + open + sent + read + family + called
  return { notice, title, at, total, sent, read, family, called, open, queued: waiting }
}

/** The task that tells a notice, where there is one. */
const taskOf = ({ _id }: ActivityDoc, notice: string) =>
  notice.startsWith('cancelled') ? `${_id}_cancelled_0` : `${_id}_${notice}`

export const rowFields = ['for', 'out', 'tries', 'title', 'body'] as const
type Row = Pick<MessageDoc, (typeof rowFields)[number]>

/**
 * Those to be called, in the order of ids; the cursor is the last of them. Whoever gave her seat back has to know no
 * more of what was changed.
 */
async function openPage({ store }: World, activity: ActivityDoc, notice: string, cursor: string | null) {
  const { is } = store
  const where = { about: activity._id, notice, stand: 'open' }
  const order = [['for', 'asc']] as const
  const after = cursor === null ? {} : { for: is.gt(cursor) }
  const wish = { fields: rowFields, order, limit: pageSize + 1 }
  const found = await store.find('messages', { ...where, ...after }, wish)
  const isOff = activity.state === 'cancelled'
  const rows = found.slice(0, pageSize)
  const gone = isOff ? [] : rows.map(forOf).filter((personId) => whereIs(activity, personId) === 'out')
  if (gone.length > 0) await store.change('messages', { ...where, for: is.in(gone) }, { stand: 'past' })
  const next = found.length > pageSize ? (rows.at(-1)?.for ?? null) : null
  return { rows: rows.filter((row) => !gone.includes(forOf(row))), next }
}

const forOf = (row: Row) => row.for ?? ''

/** People to be called, with their names and numbers, for those who run the activity. */
export async function callRows(
  world: World,
  activity: ActivityDoc,
  rows: readonly Row[],
  sayOf: (row: Row) => string | undefined,
): Promise<CallRow[]> {
  const people = [...new Set(rows.map(forOf))]
  const rowOf = (personId: string) => world.ids.row(activity._id, personId)
  const [known, signups] = await Promise.all([
    knownPersons(world, people),
    world.store.readMany('signups', people.map(rowOf), ['by']),
  ])
  const reached = await reach(world, people, known, (personId) => signups.get(rowOf(personId))?.by)
  return people.map((personId): CallRow => {
    const row = rows.find((each) => each.for === personId)
    const { out, tries = [] } = row ?? {}
    const say = row && sayOf(row)
    const { name = '', kind = 'account', keepers = [] } = known.get(personId) ?? {}
    return {
      ...{ personId, name, kind, ...reached(personId) },
      why: whyOf(out, keepers.some(isTold)),
      code: out?.code ?? null,
      tries: tries.length,
      triedAt: tries.at(-1)?.at ?? null,
      ...(say !== undefined && { say }),
    }
  })
}

function whyOf(out: MessageDoc['out'], hasFamily: boolean): CallRow['why'] {
  if (hasFamily) return 'family'
  if (!out) return 'none'
  if (out.state === 'queued' || out.state === 'sending') return 'waiting'
  const fate = fateOf(out.code ?? 0)
  return fate === 'sent' ? 'unknown' : fate
}
