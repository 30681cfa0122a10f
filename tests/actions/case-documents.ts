// Cases as the cloud keeps them, put there without being asked for one by one: for lists that are long.
import { terms } from '../../cloudfunctions/core/domain/search'
import { placed } from '../../cloudfunctions/core/domain/case-owner'
import type { CaseDoc } from '../../cloudfunctions/core/ports/documents'
import { serviceOf } from '../../cloudfunctions/core/services/cases'
import { personIdOf } from './county'

/** A wish of the resident at 柳荫里 that the community looks at; `more` says what is otherwise, where it lies follows. */
export function caseDoc(_id: string, now: number, more: Partial<CaseDoc> = {}): CaseDoc {
  const asker = personIdOf('resident')
  const words = more.words ?? '巷子里没有灯，晚上看不见路'
  const askerId = more.askerId ?? asker
  const plain: CaseDoc = {
    ...{ _id, number: 1, service: 'wish', topic: '', communityId: 'east', compoundId: 'willow', title: words, words },
    ...{ spot: { words: '3 号楼后面', latitude: null, longitude: null }, answers: {}, isUrgent: false },
    ...{ askerId, forId: askerId, caller: null, enteredBy: '', isAnonymous: false, otherParty: null },
    ...{ mine: askerId ? [askerId] : [], followers: [], state: 'asked', before: null, outcome: null },
    ...{ level: 'community', turn: 1, steps: [], settled: 1, unsettledAt: 0, clock: '24h', doClock: '7d' },
    ...{ dueAt: now + 3_600_000, left: 0, nextAt: 0, overdue: 0, desk: '', isOpen: true, openIn: '', sealedIn: '' },
    ...{ shown: '', units: [], unitIds: [], helpers: [], wanted: 0, doerId: '', pictures: [], goods: [] },
    ...{ project: null, agreement: null, reopened: 0, stars: null, terms: terms(words), createdAt: now, closedAt: 0 },
    ...more,
  }
  const service = serviceOf(plain.service)
  if (!service) throw new Error(`there is no ${plain.service}`)
  return { ...plain, ...placed(plain, service) }
}

/** The same, done and closed. */
export const doneDoc = (_id: string, now: number, more: Partial<CaseDoc> = {}): CaseDoc =>
  caseDoc(_id, now, {
    ...{ state: 'closed', outcome: 'done', dueAt: 0, closedAt: now, stars: 5, doerId: personIdOf('staff') },
    ...more,
  })

/** A unit that was whistled for. */
export const unitOf = (
  id: string,
  state: CaseDoc['units'][number]['state'],
  isLead = true,
): CaseDoc['units'][number] => ({
  ...{ id, kind: id === 'green' || id === 'blue' ? 'team' : 'partner', isLead, state, personId: '' },
})
