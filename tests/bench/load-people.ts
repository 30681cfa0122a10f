import type { actions, InputOf } from '../../cloudfunctions/core/contract'
import { startOfDay } from '../../cloudfunctions/core/domain/times'
import { isCrowded, whenThereIsRoom } from '../../src/client/crowded'
import { caseDoc } from '../actions/case-documents'
import { activityDoc, day, hour, personIdOf, type Called, type County } from '../actions/county'
import type { Notes } from './load-notes'

type Actions = typeof actions

/** The cloud that is asked, where it is noted, and how long people look at what came, ms. */
export interface Street {
  county: County
  notes: Notes
  chance: () => number
  think: readonly [least: number, most: number]
  /** When the phone is put away, whatever it still waits for (`performance.now`). */
  until?: number
}

const putAway = Symbol('put away')

/** Asks as a phone does, with its patience, and notes what came of it; undefined when nothing came. */
export async function ask<K extends keyof Actions>(
  { county, notes, until = Infinity }: Pick<Street, 'county' | 'notes' | 'until'>,
  openid: string,
  key: K,
  input: Partial<InputOf<Actions[K]>>,
): Promise<Called<K> | undefined> {
  const from = performance.now()
  let tries = 0
  let began = from
  const note = (end: 'answered' | 'given up' | 'error') => {
    const now = performance.now()
    notes.note({
      action: key,
      felt: now - from,
      served: now - began,
      turnedAway: tries - Number(end !== 'given up'),
      end,
    })
  }
  try {
    const reply = await whenThereIsRoom(() => {
      if (performance.now() > until) throw putAway
      tries++
      began = performance.now()
      return county.call(openid, key, input).catch((error: unknown) => Promise.reject({ errMsg: String(error) }))
    })
    const isFault = !reply.ok && !('refusal' in reply)
    if (isFault) notes.complain(`${key}: ${await whyOf(county, reply.trace)}`)
    note(isFault ? 'error' : 'answered')
    return reply
  } catch (error) {
    if (error === putAway) return undefined
    if (!isCrowded(error)) notes.complain(`${key}: ${JSON.stringify(error)}`)
    note(isCrowded(error) ? 'given up' : 'error')
    return undefined
  }
}

/** What the functions logged of a call that ended in a fault. */
async function whyOf(county: County, trace: string): Promise<string> {
  const { logs } = JSON.parse(await county.log()) as { logs: { text: string }[] }
  const about = logs.filter(({ text }) => text.includes(trace)).map(({ text }) => text)
  return about.join('\n') || `no line in the log has ${trace}`
}

/** Waits like someone who reads. */
export const look = ({ chance, think: [least, most] }: Pick<Street, 'chance' | 'think'>) =>
  new Promise((done) => setTimeout(done, least + chance() * (most - least)))

const activities = 60
const wishes = 60
/** So many activities are a person's own: what she signs up for and cancels again and again. */
const own = 6

const idOf = (n: number) => `load-${String(n).padStart(2, '0')}`

/** Fills the east with what people look at: activities of the next month, some with few seats, and wishes. */
export async function fillStreet(county: County, openids: readonly string[]): Promise<void> {
  const now = county.now()
  await county.residents(openids)
  const docs = Array.from({ length: activities }, (_, n) => {
    const startsAt = now + day + n * 11 * hour
    const times = { startsAt, endsAt: startsAt + hour, closesAt: startsAt, cancelBy: startsAt - hour }
    return activityDoc(idOf(n), now, { ...times, opensAt: now - hour, ...seatsOf(n) })
  })
  await county.add('activities', docs)
  const length = wishes
  await county.add(
    'cases',
    Array.from({ length }, (_, n) =>
      caseDoc(`wish${n}`, now, { askerId: personIdOf('resident'), createdAt: now - n * hour }),
    ),
  )
}

const seatsOf = (n: number) => {
  const capacity = n % 4 === 0 ? 10 : 2000
  return { capacity, seatsLeft: capacity }
}

/** Someone with the mini-program in her hand until it is put away: looks, signs up, cancels. */
export async function live(street: Required<Street>, openid: string): Promise<void> {
  const { county, chance, until } = street
  const hers = Array.from({ length: own }, () => idOf(Math.floor(chance() * activities)))
  const pick = (ids: readonly string[]) => ids[Math.floor(chance() * ids.length)] ?? idOf(0)
  const from = startOfDay(county.now())
  let cursor: string | null = null
  let seen: string[] = hers
  const browse = async (at: string | null) => {
    const list = { communityId: 'east', from, cursor: at, week: at === null }
    const page = await ask(street, openid, 'listActivities', list)
    if (!page?.ok) return
    cursor = page.data.next
    seen = page.data.items.map((item) => item.id)
  }
  const moves: readonly [share: number, move: () => Promise<unknown>][] = [
    [0.2, () => browse(null)],
    [0.15, () => browse(cursor)],
    [0.25, () => ask(street, openid, 'getActivity', { id: pick(seen) })],
    [0.12, () => ask(street, openid, 'join', { id: pick(hers) })],
    [0.08, () => ask(street, openid, 'leave', { id: pick(hers) })],
    [0.05, () => ask(street, openid, 'me', {})],
    [0.08, () => ask(street, openid, 'myActivities', { which: 'coming' })],
    [0.07, () => ask(street, openid, 'listCases', { communityId: 'east', which: 'open' })],
  ]
  for (await look(street); performance.now() < until; await look(street)) {
    let at = chance()
    const [, move] = moves.find(([share]) => (at -= share) < 0) ?? moves[0] ?? []
    await move?.()
  }
}
