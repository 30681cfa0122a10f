// The county in which everything is fuzzed: what every action needs is there, and a village that is nobody's business.
import type { Collections } from '../../cloudfunctions/core/ports/documents'
import collections from '../../cloudfunctions/core/ports/collections.json'
import { rightOf } from '../../cloudfunctions/core/domain/rights'
import { actions } from '../../cloudfunctions/core/contract'
import { settleCases } from './cases'
import { type County, personIdOf } from './county'
import { settleActivities, settleAsked, settleFamily } from './fuzz-life'
import { settleVillage } from './fuzz-village'
import { inputFor, keys, type Key } from './inputs'

/** Those who call: every role, and a phone that WeChat does not name. */
export const callers = [
  ...['guest', 'resident', 'member', 'leader', 'neighbour', 'stranger', 'staff', 'farStaff', 'county', 'grid'],
  ...['power', 'mediator', 'daughter', 'son', 'mother', 'helper1', 'helper2', ''],
] as const

type Name = keyof Collections
const names = Object.keys(collections) as Name[]
/** What calls may count of themselves, whatever they are answered. */
const counts: readonly Name[] = ['limits', 'slow']
type Everything = Map<Name, readonly { _id: string }[]>

/** Every document there is. */
export async function everything(county: County): Promise<Everything> {
  const found: Everything = new Map()
  for (const name of names) found.set(name, await county.find(name, {}))
  return found
}

/** What must not change by a call that is kept out, as one text. */
export const digestOf = (all: Everything): string => JSON.stringify([...all].filter(([name]) => !counts.includes(name)))

/** Makes everything again what it was. */
export async function putBack(county: County, kept: Everything): Promise<void> {
  await Promise.all(
    [...kept].map(async ([name, docs]) => {
      await county.clear(name)
      if (docs.length > 0) await county.add(name, docs as Collections[Name][])
    }),
  )
}

/** Who it is that an action is for, most of the time. */
function usualCaller(key: Key): string {
  const right = rightOf(actions[key].name)
  if (right?.may === 'desk') return 'leader'
  if (right?.may === 'staff' || right?.may === 'grid' || right?.may === 'case') return 'staff'
  if (right?.may === 'county') return 'county'
  if (right?.may === 'unit' || right?.may === 'resource') return 'power'
  return 'resident'
}

/** Whoever makes sense as the caller of an action, and with what. */
export interface Usual {
  openid: string
  input: unknown
}

const person = { personId: personIdOf('resident') }
/** What goes on already, where that is better than something fresh. */
const better: { readonly [Each in Key]?: object } = {
  ...{ answer: { id: 'aOffer', yes: true }, release: { id: 'aOpen', ...person }, myPasses: { id: 'aOpen' } },
  ...{ decide: { personId: personIdOf('stranger') }, dismiss: { personId: personIdOf('member') } },
  ...{ saveRecap: { id: 'aPast' }, rate: { id: 'aPast' }, settleDay: { id: 'aPast' }, mergeDay: { id: 'aNow' } },
}

/** Settles it; the inputs that make sense, by action. */
export async function settleForFuzz(county: County): Promise<Map<Key, Usual>> {
  await settleCases(county)
  await settleFamily(county)
  await settleActivities(county)
  await settleAsked(county)
  await settleVillage(county)
  const usual = new Map<Key, Usual>()
  for (const key of keys) {
    const openid = usualCaller(key)
    usual.set(key, { openid, input: { ...(await inputFor(county, key, openid)), ...better[key] } })
  }
  return usual
}
