// Whom a step of a leader's phone is about: somebody on the roster, the bearer of a pass, or a walk-in with a name.
import { isRefusal, refuse, type DayStep, type Refusal } from '../contract'
import { passBody, readPass } from '../domain/passes'
import type { ActivityDoc, TeamDoc } from '../ports/documents'
import { isSealed } from '../ports/seals'
import { guestRecord } from './guests'
import type { World } from './world'

/** Who is meant, or why nobody can be. */
export type Meant = { personId: string } | { wrong: 'unknown' | 'forged' | 'other' | 'risky' }

/** The secret under which passes are sealed. */
export const passSecret = 'passes'

/**
 * Whom each step is about, by its key. Writes the record of a walk-in; the same name and number is one person. Refused
 * as a whole, so that the queue waits, when WeChat does not say whether a new name may be written.
 */
export async function whoIsMeant(
  world: World,
  activity: ActivityDoc,
  team: TeamDoc,
  steps: readonly DayStep[],
): Promise<Map<string, Meant> | Refusal<'content.unchecked'>> {
  const risky = await riskyNames(world, activity, steps)
  if (isRefusal(risky)) return risky
  const claimed = await Promise.all(
    steps.map(async (step) => [step.key, await claimedBy(world, activity, team, step, risky)] as const),
  )
  const ids = claimed.flatMap(([, meant]) => ('personId' in meant ? [meant.personId] : []))
  const walkIns = new Set(steps.filter(isWalkIn).map((step) => guestOf(world, activity, step)))
  const isIn = new Set(steps.filter(({ kind }) => kind === 'in').map(({ key }) => key))
  const onRoster = new Set([...activity.holders, ...activity.line, ...(activity.pool ?? [])])
  const strangers = [...new Set(ids)].filter((id) => !onRoster.has(id))
  const comers = new Set(
    claimed.flatMap(([key, meant]) => ('personId' in meant && isIn.has(key) ? [meant.personId] : [])),
  )
  const found = await strangersFound(world, activity, strangers, walkIns, comers)
  return new Map(
    claimed.map(([key, meant]) => {
      if ('wrong' in meant || onRoster.has(meant.personId)) return [key, meant]
      const personId = found.get(meant.personId)
      return [key, personId ? { personId } : { wrong: 'unknown' }]
    }),
  )
}

const isWalkIn = ({ personId, name, pass }: DayStep) => personId === null && pass === '' && name !== ''

/** Without a number, two people of one name stay two: the step itself tells them apart. */
const guestOf = ({ ids }: World, { _id, communityId }: ActivityDoc, { name, phone, key }: DayStep) =>
  phone ? ids.guest(communityId, name, phone) : ids.guest(`${_id} ${key}`, name, '')

/** Names of walk-ins not known yet that WeChat does not let pass; one check for all, and one each where that says no. */
async function riskyNames(
  world: World,
  activity: ActivityDoc,
  steps: readonly DayStep[],
): Promise<ReadonlySet<string> | Refusal<'content.unchecked'>> {
  const wanted = steps.filter(isWalkIn).map((step) => [guestOf(world, activity, step), step.name] as const)
  const known = await world.store.readMany(
    'dependents',
    wanted.map(([id]) => id),
    ['_id'],
  )
  const names = [...new Set(wanted.flatMap(([id, name]) => (known.has(id) ? [] : [name])))]
  const verdict = await world.wechat.check(world.openid, names)
  if (verdict === 'fine') return new Set()
  if (verdict === 'unchecked') return refuse('content.unchecked')
  const verdicts = await Promise.all(names.map((name) => world.wechat.check(world.openid, [name])))
  if (verdicts.includes('unchecked')) return refuse('content.unchecked')
  return new Set(names.filter((_, at) => verdicts[at] === 'risky'))
}

async function claimedBy(
  world: World,
  activity: ActivityDoc,
  team: TeamDoc,
  step: DayStep,
  risky: ReadonlySet<string>,
): Promise<Meant> {
  if (step.via === 'pass' || step.pass !== '') return bearerOf(activity, step)
  if (step.personId !== null) return { personId: step.personId }
  if (!isWalkIn(step)) return { wrong: 'unknown' }
  if (risky.has(step.name)) return { wrong: 'risky' }
  return { personId: await recordOf(world, activity, team, step) }
}

async function bearerOf(activity: ActivityDoc, { pass, personId }: DayStep): Promise<Meant> {
  const read = readPass(pass)
  if (!read) return { wrong: 'forged' }
  if (read.activityId !== activity._id) return { wrong: 'other' }
  const isOurs = await isSealed(passSecret, passBody(read), read.mac)
  const isHers = personId === null || personId === read.personId
  return isOurs && isHers ? { personId: read.personId } : { wrong: 'forged' }
}

/** The record of a walk-in, made when there is none. */
async function recordOf(world: World, activity: ActivityDoc, team: TeamDoc, step: DayStep): Promise<string> {
  const { name, phone } = step
  const who = {
    _id: guestOf(world, activity, step),
    name,
    phone,
    communityId: activity.communityId,
    enteredBy: team._id,
  }
  await world.store.add('dependents', guestRecord(who, world.now))
  return who._id
}

/** Those of nobody's list who are known all the same: by a row of before, as a walk-in, or by whom a record belongs
 * to now. Whoever gave her seat back is known again once somebody checks her in: until then her number is nobody's. */
async function strangersFound(
  { store, ids }: World,
  activity: ActivityDoc,
  strangers: readonly string[],
  walkIns: ReadonlySet<string>,
  comers: ReadonlySet<string>,
): Promise<Map<string, string>> {
  if (strangers.length === 0) return new Map()
  const guests = strangers.filter((id) => id.startsWith('g'))
  const [rows, records] = await Promise.all([
    store.readMany(
      'signups',
      strangers.map((id) => ids.row(activity._id, id)),
      ['live'],
    ),
    store.readMany('dependents', guests, ['claimedBy']),
  ])
  const found = new Map<string, string>()
  for (const id of strangers) {
    const owner = records.get(id)?.claimedBy ?? ''
    const row = rows.get(ids.row(activity._id, id))
    const isKnown = walkIns.has(id) || row?.live || (row && comers.has(id))
    if (owner !== '') found.set(id, owner)
    else if (isKnown) found.set(id, id)
  }
  return found
}
