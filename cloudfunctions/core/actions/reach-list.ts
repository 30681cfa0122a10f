// 还没通知到的人: how far each notice got that everybody has to know of, and whom to call about one.
import { callList, refuse, type CallRow, type Reach } from '../contract'
import { isTold } from '../domain/family'
import { fateOf, type Stand } from '../domain/outbox'
import { whereIs } from '../domain/seats'
import type { ActivityDoc, MessageDoc } from '../ports/documents'
import { cardsOf } from './cards'
import { forActivityDesk } from './kernel'
import { knownPersons } from './persons'
import { reach } from './reaching'
import type { World } from './world'

/** People on one page. */
const pageSize = 50
/** Notices shown of one activity, the latest; looked for among this many. */
const shown = 5
const mostNotices = 40

export const listCalls = forActivityDesk(callList, async ({ id, notice, cursor }, world, { activity, team }) => {
  const [[card], heads] = await Promise.all([cardsOf(world, [activity]), noticesOf(world, id)])
  if (!card) return refuse('access.gone')
  const head = notice === null ? heads[0] : heads.find((each) => each.notice === notice)
  const page = head ? await openPage(world, activity, head.notice, cursor) : { rows: [], next: null }
  const notices = await Promise.all(heads.map((each) => reachOf(world, activity, each)))
  return {
    card,
    notices,
    notice: head?.notice ?? null,
    say: head ? `您好，这里是${team.name}。您报名的${head.title.replace(/^您的/, '')}。${head.body}` : '',
    items: await callRows(world, activity, page.rows),
    next: page.next,
  }
})

type Head = { notice: string; title: string; body: string; at: number }

/** The notices of an activity, latest first: from one to the next along the index, however many people each has. */
async function noticesOf({ store }: World, about: string): Promise<Head[]> {
  const heads: Head[] = []
  const order = [['notice', 'asc']] as const
  const fields = ['notice', 'title', 'body', 'at'] as const
  for (let after = ''; heads.length < mostNotices;) {
    const [first] = await store.find('messages', { about, notice: store.is.gt(after) }, { fields, order, limit: 1 })
    if (first?.notice === undefined) break
    const { notice, title, body, at } = first
    heads.push({ notice, title, body, at })
    after = notice
  }
  return heads.sort((a, b) => b.at - a.at).slice(0, shown)
}

const counted = ['queued', 'open', 'sent', 'read', 'family', 'called'] as const satisfies readonly Stand[]

/** Counted along the index; with those whom the timer has not come to yet. */
async function reachOf({ store }: World, activity: ActivityDoc, { notice, title, at }: Head): Promise<Reach> {
  const where = { about: activity._id, notice }
  const each = counted.map((stand) => store.count('messages', { ...where, stand }))
  const [task, ...counts] = await Promise.all([store.read('tasks', taskOf(activity, notice), ['cursor']), ...each])
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

const rowFields = ['for', 'out', 'tries'] as const
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
export async function callRows(world: World, activity: ActivityDoc, rows: readonly Row[]): Promise<CallRow[]> {
  const people = [...new Set(rows.map(forOf))]
  const rowOf = (personId: string) => world.ids.row(activity._id, personId)
  const [known, signups] = await Promise.all([
    knownPersons(world, people),
    world.store.readMany('signups', people.map(rowOf), ['by']),
  ])
  const reached = await reach(world, people, known, (personId) => signups.get(rowOf(personId))?.by)
  return people.map((personId): CallRow => {
    const { out, tries = [] } = rows.find((row) => row.for === personId) ?? {}
    const { name = '', kind = 'account', keepers = [] } = known.get(personId) ?? {}
    return {
      ...{ personId, name, kind, ...reached(personId) },
      why: whyOf(out, keepers.some(isTold)),
      code: out?.code ?? null,
      tries: tries.length,
      triedAt: tries.at(-1)?.at ?? null,
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
