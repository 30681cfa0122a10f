// The code on the leader's screen. It changes all the time, and nobody can use one twice or pass it on.
import { dayCodes, refuse, scanCode } from '../contract'
import { assumedAfter, codesAfter, inAtOf, opensBefore, outAtOf } from '../domain/attendance'
import { timesOf } from '../domain/units'
import { codeBody, codeMark, codeMoments, codeText, isGood, isUsed, readCode, type Code } from '../domain/passes'
import { momentWords } from '../domain/times'
import type { ActivityDoc, SignupDoc } from '../ports/documents'
import { isSealed, seal } from '../ports/seals'
import { dayFields } from './day-rows'
import { promiseWay, tellWay } from './day-way'
import { forActivityDesk, forProfile, type KnownWorld } from './kernel'
import { wardsOf } from './persons'

/** So far ahead codes are handed out, so that the screen goes on without network. */
const handedOut = 10 * 60_000

const secretOf = (activityId: string) => `codes_${activityId}`

const tooEarly = ({ startsAt }: Pick<ActivityDoc, 'startsAt'>, now: number) =>
  now < startsAt - opensBefore ? refuse('day.too_early', { opens: momentWords(startsAt - opensBefore, now) }) : null

export const showCodes = forActivityDesk(dayCodes, async ({ id, kind }, { now }, { activity }) => {
  if (activity.state === 'draft') return refuse('access.gone')
  if (activity.state === 'cancelled') return refuse('activity.called_off', { reason: activity.reason })
  if (activity.settledAt || now > activity.endsAt + codesAfter) return refuse('activity.over')
  const early = tooEarly(activity, now)
  if (early) return early
  const codes = await Promise.all(
    codeMoments(now, handedOut).map(async (from) => {
      const code = { activityId: id, kind, from }
      return { from, text: codeText({ ...code, mac: await seal(secretOf(id), codeBody(code)) }) }
    }),
  )
  return { codes, now }
})

const scanFields = [...dayFields, 'lastCode', 'lastScan'] as const satisfies readonly (keyof SignupDoc)[]
type Scanned = Pick<SignupDoc, (typeof scanFields)[number]>
/** `isShared` where somebody beside the caller keeps her, who is not there to see it. */
type Comer = { id: string; name: string; row: Scanned; isShared: boolean }

export const scan = forProfile(scanCode, async ({ text, key }, world) => {
  const code = readCode(text)
  if (!code) return refuse('day.code_unknown')
  const { kind, activityId } = code
  const [activity, isOurs] = await Promise.all([
    world.store.read('activities', activityId),
    isSealed(secretOf(activityId), codeBody(code), code.mac),
  ])
  if (!activity || !isOurs || activity.state === 'draft') return refuse('day.code_unknown')
  if (activity.state === 'cancelled') return refuse('activity.called_off', { reason: activity.reason })
  const early = tooEarly(activity, world.now)
  if (early) return early
  const comers = await comersOf(world, activity)
  const told = (people: Comer[]) => ({
    activityId,
    title: activity.title,
    kind,
    people: people.map(momentIn(activity, kind)),
  })
  const fresh = comers.filter(({ row }) => !isUsed(row.lastCode, code))
  const concerned = kind === 'in' ? fresh : fresh.filter(({ row }) => inAtOf(row) !== null)
  const isOver = !isGood(code, world.now) || activity.settledAt
  // An answer that got lost is given again, also when the code is over by now.
  const repeated = comers.filter(({ row }) => row.lastScan === key)
  if (repeated.length > 0 && (isOver || concerned.length === 0)) return told(repeated)
  if (isOver) return refuse('day.code_over')
  if (comers.length === 0) return refuse('day.not_on_roster', { title: activity.title })
  if (fresh.length === 0) return refuse('day.code_used')
  if (concerned.length === 0) return refuse('day.not_in_yet')
  const shared = concerned.filter(({ isShared }) => isShared).map(({ id }) => id)
  const task = await promiseWay(world, activityId, shared)
  const noted = await Promise.all(
    comers
      .filter((comer) => concerned.includes(comer) || repeated.includes(comer))
      .map((comer) => (repeated.includes(comer) ? comer : noteScan(world, comer, code, key))),
  )
  const done = noted.filter((comer) => comer !== null)
  const rows = done.flatMap(({ isShared, row }) => (isShared ? row : []))
  await tellWay(world, activity, rows, task)
  return done.length > 0 ? told(done) : refuse('day.code_used')
})

/** The caller, and those she keeps or signed up, who have a seat. */
async function comersOf(world: KnownWorld, { _id, holders }: ActivityDoc): Promise<Comer[]> {
  const { store, ids, person } = world
  const wards = await wardsOf(world)
  const people = [{ _id: world.id, name: person.name, keepers: [] }, ...wards]
  const wanted = people.map((each) => ids.row(_id, each._id))
  const rows = await store.readMany('signups', wanted, scanFields)
  return people.flatMap(({ _id: id, name, keepers }) => {
    const row = rows.get(ids.row(_id, id))
    return row && holders.includes(id) ? [{ id, name, row, isShared: keepers.length > 1 }] : []
  })
}

/** One write: the moment, and the code as used; null when another scan used it first. */
async function noteScan({ store, now }: KnownWorld, comer: Comer, code: Code, key: string): Promise<Comer | null> {
  const { is } = store
  const { row } = comer
  const isLong = now >= row.endsAt + assumedAfter
  const times = code.kind === 'in' ? { ins: is.addToSet(now), via: 'code' } : { outs: is.addToSet(now) }
  const comes =
    code.kind === 'in' ? { state: 'in', live: true, answerBy: null, ...(isLong && { outAssumed: true }) } : {}
  const mark = codeMark(code)
  const unused = { _id: row._id, lastCode: row.lastCode ?? is.exists(false) }
  if ((await store.change('signups', unused, { ...times, ...comes, lastCode: mark, lastScan: key })) > 0) {
    const noted = code.kind === 'in' ? { ins: [...(row.ins ?? []), now] } : { outs: [...(row.outs ?? []), now] }
    return { ...comer, row: { ...row, ...noted } }
  }
  const after = await store.read('signups', row._id, scanFields)
  return after?.lastScan === key ? { ...comer, row: after } : null
}

const momentIn =
  (activity: ActivityDoc, kind: Code['kind']) =>
  ({ id, name, row }: Comer) => {
    const at = kind === 'in' ? inAtOf(row) : outAtOf({ ...row, ...timesOf(activity, row.unit) })
    return { id, name, at: at ?? 0 }
  }
