import type { CaseDoc } from '../../cloudfunctions/core/ports/documents'
import { caseDoc, doneDoc, unitOf } from '../actions/case-documents'
import { hour, personDoc, personIdOf } from '../actions/county'
import { partnerDoc } from '../actions/cases'
import type { BenchCloud } from './bench-cloud'

/** Every number of cases at which the desks are measured. */
export const numbersOfCases: readonly number[] = [100, 10_000, 100_000]

/** Open ones of the community that is asked, whatever was closed before; a tenth of them overdue. */
export const openOnes = 80

/** The OPENIDs that ask. */
export const asWorker = 'worker'
export const asUnit = 'power'
export const asNeighbour = 'neighbour'

const communities = ['east', 'west', 'north', 'south']
/** Made at once: more keep the cloud waiting until it hangs up. */
const pageOfInserts = 1000

/** One that is open, at one of the places where it can lie. */
function openDoc(n: number, now: number): CaseDoc {
  const at = { createdAt: now - n * hour, dueAt: now + (n + 1) * hour, overdue: n % 10 === 0 ? 1 : 0 }
  if (n % 4 === 1) return caseDoc(`open${n}`, now, { ...at, state: 'open', wanted: 1 })
  if (n % 4 === 2) return caseDoc(`open${n}`, now, { ...at, state: 'dispatched', units: [unitOf('power', 'asked')] })
  return caseDoc(`open${n}`, now, { ...at, compoundId: n % 8 === 3 ? 'river' : 'willow' })
}

/** One that was closed, in one of the communities, of a service, by a unit. */
function closedDoc(n: number, now: number): CaseDoc {
  const communityId = communities[n % communities.length] ?? 'east'
  const service = n % 3 === 0 ? 'whistle' : 'wish'
  const at = { createdAt: now - (n + 100) * hour, closedAt: now - (n + 90) * hour }
  const who = personIdOf(`asker${n % 500}`)
  const asked = { askerId: who, forId: who, mine: [who] }
  return doneDoc(`closed${n}`, now, { ...at, ...asked, communityId, service, units: [unitOf('power', 'accepted')] })
}

/** Fills an empty cloud with so many cases in all. */
export async function fillWithCases(cloud: BenchCloud, cases: number, now: number): Promise<void> {
  const compounds = ['willow', 'river'].map((id) => ({ id, name: id, latitude: 31, longitude: 118 }))
  await cloud.add(
    'communities',
    communities.map((_id, order) => ({ _id, name: _id, phone: '', hours: '', order, compounds })),
  )
  await cloud.add('people', [
    personDoc(asWorker, 'east', { staffOf: ['east'] }),
    personDoc(asUnit, 'west', { unitOf: ['power'] }),
    personDoc(asNeighbour, 'east'),
  ])
  await cloud.add('partners', [partnerDoc('power', '县供电所')])
  await cloud.add(
    'cases',
    Array.from({ length: openOnes }, (_, n) => openDoc(n, now)),
  )
  for (let from = 0; from < cases - openOnes; from += pageOfInserts) {
    const length = Math.min(pageOfInserts, cases - openOnes - from)
    await cloud.add(
      'cases',
      Array.from({ length }, (_, n) => closedDoc(from + n, now)),
    )
  }
}
