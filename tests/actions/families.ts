// Families for tests: people without an account, and accounts that keep them.
import { dayOf } from '../../cloudfunctions/core/domain/times'
import type { DependentDoc } from '../../cloudfunctions/core/ports/documents'
import { type County, personIdOf } from './county'

/** Somebody whom an account of the east keeps; her id begins with d. */
export const wardDoc = (_id: string, keeper: string, more: Partial<DependentDoc> = {}): DependentDoc => ({
  _id,
  kind: 'elder',
  name: `家人${_id}`,
  phone: '',
  born: '1950-03',
  communityId: 'east',
  keepers: [{ id: personIdOf(keeper), called: `叫${_id}`, since: 1 }],
  consent: { at: 1, by: personIdOf(keeper), version: 1, asGuardian: false },
  enteredBy: '',
  claimedBy: '',
  createdAt: 1,
  ...more,
})

/** Adds a family: an account in the east and those it keeps. */
export async function family(county: County, keeper: string, wards: readonly DependentDoc[]): Promise<void> {
  await county.residents([keeper])
  await county.set('people', personIdOf(keeper), { wards: wards.map((ward) => ward._id) })
  await county.add('dependents', wards)
}

/** A child born so many years ago, in January. */
export const born = (now: number, age: number) => `${Number(dayOf(now).slice(0, 4)) - age}-01`
