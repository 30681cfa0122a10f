// What the tests of cards start from: a daughter who keeps her mother, and phones nobody has said a name on.
import type { ActivityDoc, DependentDoc } from '../../cloudfunctions/core/ports/documents'
import { type County, personIdOf } from './county'
import { family, wardDoc } from './families'

let made = 0

/** A daughter, the mother she keeps, an activity in two days, and a phone that has never been here. */
export interface Home {
  daughter: string
  mother: string
  id: string
  phone: string
}

/** A new home, so that no test minds another's. */
export async function home(
  county: County,
  activity: Partial<ActivityDoc> = {},
  ward: Partial<DependentDoc> = {},
): Promise<Home> {
  const n = ++made
  const [daughter, mother, id, phone] = [`daughter${n}`, `dmother${n}`, `card${n}`, `phone${n}`]
  const keepers = [{ id: personIdOf(daughter), called: '妈妈', since: 1 }]
  await family(county, daughter, [wardDoc(mother, daughter, { name: '何秀兰', keepers, ...ward })])
  await county.set('people', personIdOf(daughter), { name: '梁文娟' })
  await county.activity(id, activity)
  return { daughter, mother, id, phone }
}

/** The card the daughter sends her mother. */
export async function sentCard(county: County, { daughter, mother, id }: Home, more: object = {}): Promise<string> {
  const { token } = await county.ask(daughter, 'makeCard', { id, wardId: mother, as: '女儿', ...more })
  return token
}

/** Lets another account keep her too. */
export async function alsoKeeps(
  county: County,
  { mother }: Home,
  openid: string,
  more: Partial<DependentDoc['keepers'][number]> = {},
): Promise<void> {
  await county.residents([openid])
  await county.set('people', personIdOf(openid), { wards: [mother] })
  const { keepers } = await county.one('dependents', mother)
  const keeper = { id: personIdOf(openid), called: '老妈', since: 2, ...more }
  await county.set('dependents', mother, { keepers: [...keepers, keeper] })
}

/** Titles of what an account was told of answers, the first told first. */
export async function answersTold(county: County, openid: string): Promise<string[]> {
  const told = await county.find('messages', { personId: personIdOf(openid), kind: 'answered' })
  return told.sort((a, b) => a.at - b.at).map(({ title }) => title)
}

/** Everything that one tap leaves behind, as the collections say it. */
export async function stateOf(county: County, { mother, id, daughter }: Home) {
  const { holders, line } = await county.one('activities', id)
  const [row] = await county.find('signups', { activityId: id, personId: mother })
  const [card] = await county.find('cards', { activityId: id, wardId: mother, by: personIdOf(daughter) })
  return {
    isIn: holders.includes(mother),
    isWaiting: line.includes(mother),
    row: row && { state: row.state, by: row.by, isLookedFor: row.isLookedFor },
    answer: card?.answer,
    isDone: !card?.said?.dueAt,
    answeredBy: card?.answeredBy,
  }
}
