import type { DayRow } from '@core/contract'
import type { NotedStep, PersonNow } from '@core/domain/day-queue'

/** Somebody with a seat who has not come yet; changed as told. */
export const rowOf = (personId: string, change: Partial<DayRow> = {}): DayRow => ({
  personId,
  name: personId,
  phone: '',
  kind: 'account',
  age: null,
  broughtBy: '',
  state: 'in',
  unit: null,
  role: 'guest',
  inAt: null,
  outAt: null,
  homeAt: null,
  outAssumed: false,
  attendance: null,
  planned: 0,
  actual: null,
  confirmed: null,
  ...change,
})

/** A step noted by name; changed as told. */
export const stepOf = (key: string, change: Partial<NotedStep> = {}): NotedStep => ({
  key,
  kind: 'in',
  personId: null,
  name: '',
  phone: '',
  unit: null,
  at: 0,
  via: 'name',
  pass: '',
  of: '',
  isSent: false,
  ...change,
})

/** Somebody as a leader's phone knows her. */
export const personOf = (row: DayRow, change: Partial<PersonNow> = {}): PersonNow => ({
  id: row.personId,
  row,
  inAt: row.inAt,
  outAt: row.outAt,
  homeAt: null,
  isPending: false,
  ...change,
})
