// Whose passes are printed: the family's own, or of everybody in an activity who has no phone.
import type { ActivityDoc, DependentDoc, FileDoc } from '../ports/documents'
import type { World } from './world'

/** People read together. */
const pageSize = 200
/** People one account keeps, with room for those of before. */
const mostKept = 20

/** Who is to have a pass, in the order of the seats. */
export async function passBearers(
  world: World,
  { _id, holders }: Pick<ActivityDoc, '_id' | 'holders'>,
  of: NonNullable<FileDoc['of']>,
  by: string,
): Promise<string[]> {
  if (of === 'phoneless') return phoneless(world, _id, holders)
  const ours = new Set([by, ...(await keptBy(world, holders, by))])
  return holders.filter((id) => ours.has(id))
}

/** Those she keeps, and elders whom the community she works for entered at the door. */
async function keptBy({ store }: World, holders: readonly string[], by: string): Promise<string[]> {
  const isConsented = ({ consent }: Pick<DependentDoc, 'consent'>) => consent !== null
  const [kept, person] = await Promise.all([
    store.find('dependents', { 'keepers.id': by }, { fields: ['_id', 'consent'], limit: mostKept }),
    store.read('people', by, ['staffOf']),
  ])
  const staffOf = person?.staffOf ?? []
  const elders = staffOf.length > 0 ? holders.filter((id) => id.startsWith('d')) : []
  const entered = await store.readMany('dependents', elders, ['_id', 'station', 'consent'])
  const near = [...entered.values()].filter(({ station }) => station && staffOf.includes(station))
  return [...kept, ...near].filter(isConsented).map(({ _id }) => _id)
}

/** Those a family keeps without an account of their own, and guests without a number or whom somebody looks for. */
async function phoneless({ store, ids }: World, activityId: string, holders: readonly string[]): Promise<string[]> {
  const others = holders.filter((id) => !id.startsWith('p'))
  const found: string[] = []
  for (let from = 0; from < others.length; from += pageSize) {
    const page = others.slice(from, from + pageSize)
    const rowIds = page.map((id) => ids.row(activityId, id))
    const [known, rows] = await Promise.all([
      store.readMany('dependents', page, ['kind', 'phone', 'keepers']),
      store.readMany('signups', rowIds, ['isLookedFor']),
    ])
    const needsPaper = (id: string) => {
      const person = known.get(id)
      if (!person) return false
      if (person.kind !== 'guest') return !person.keepers.some((keeper) => keeper.isSelf)
      return person.phone === '' || rows.get(ids.row(activityId, id))?.isLookedFor === true
    }
    found.push(...page.filter(needsPaper))
  }
  return found
}
