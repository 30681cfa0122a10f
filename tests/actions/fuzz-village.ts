// A village with which no caller of the fuzz has anything to do.
import type { PersonDoc } from '../../cloudfunctions/core/ports/documents'
import { caseDoc, doneDoc } from './case-documents'
import { type County, day, hour, personDoc, personIdOf, teamDoc } from './county'
import { wardDoc } from './families'

/** Words and numbers of the village: no caller here has anything to do with it, so that none may ever read them. */
export const canaries = ['金丝雀', '1991234', '199****5678']
const canary = { name: '金丝雀丽', phone: '19912345678' }

/** What a village keeps that nobody from elsewhere may read. */
export async function settleVillage(county: County): Promise<void> {
  const now = county.now()
  const by = personIdOf('villager')
  const head = personIdOf('villageHead')
  const person = (openid: string, more: Partial<PersonDoc> = {}) => personDoc(openid, 'north', { ...canary, ...more })
  await county.add('communities', [{ _id: 'north', name: '北村', order: 3, phone: '0555-1', hours: '' }])
  await county.add('teams', [{ ...teamDoc('village', 'north', 'red', []), leaderIds: [head], communityName: '北村' }])
  await county.add('people', [person('villager', { wards: ['dvillage'] }), person('villageHead')])
  const membership = { teamId: 'village', words: canary.name, at: 1 }
  await county.add('memberships', [{ ...membership, _id: `village_${by}`, personId: by, state: 'applied' }])
  const keepers = [{ id: by, called: canary.name, since: 1, as: canary.name }]
  const consent = { at: 1, by, version: 1, asGuardian: false }
  await county.add('dependents', [
    wardDoc('dvillage', 'villager', {
      ...canary,
      communityId: 'north',
      keepers,
      consent,
      invite: { token: 'nobodyknows', by, until: now + day },
    }),
    wardDoc('dstation', 'villager', { ...canary, communityId: 'north', station: 'north', keepers: [] }),
    wardDoc('gvillage', 'villager', {
      ...canary,
      kind: 'guest',
      communityId: 'north',
      keepers: [],
      consent: null,
      enteredBy: 'village',
      claimAsker: by,
      claimAskedAt: 1,
    }),
  ])
  const there = { teamId: 'village', teamName: '村队', communityId: 'north', communityName: '北村' }
  await county.activity('avillage', { ...there, holders: [by, 'dvillage'], taken: 2, seatsLeft: 1 })
  await county.activity('asecret', { ...there, state: 'draft', listed: false, title: canary.name, intro: canary.name })
  const times = { startsAt: now + 2 * day, endsAt: now + 2 * day + hour, since: now, live: true, state: 'in' as const }
  const row = {
    ...times,
    activityId: 'avillage',
    teamId: 'village',
    answerBy: null,
    history: [],
    answers: { q1: canary.name },
  }
  await county.add(
    'signups',
    [by, 'dvillage'].map((personId) => ({ ...row, _id: `avillage_${personId}`, personId })),
  )
  const note = {
    ...{
      personId: by,
      kind: 'moved',
      title: canary.name,
      body: canary.phone,
      page: '',
      at: now,
      read: false,
      sent: null,
    },
    ...{ about: 'avillage', for: by, notice: 'changed_1', teamId: 'village', stand: 'open' as const, until: now + day },
  }
  await county.add('messages', [{ ...note, _id: 'mvillage' }])
  await county.add('cards', [
    {
      ...{
        _id: 'cvillage',
        token: 'village7village7village7',
        activityId: 'avillage',
        wardId: 'dvillage',
        by,
        as: canary.name,
        unit: '',
        answers: {},
        at: 1,
        until: now + day,
      },
      ...{ openedAt: null, answer: 'none', answeredAt: null, answeredBy: '', turn: 0, said: null },
    },
  ])
  const proof = {
    personId: by,
    number: '1',
    name: canary.name,
    minutes: 60,
    lines: [],
    from: '2026-01-01',
    to: '2026-12-31',
    issuer: '北村',
    communityId: 'north',
    issuedAt: 1,
  }
  await county.add('certificates', [{ ...proof, _id: 'vvillage', code: 'nobodyknowsthiscode1' }])
  await county.add('files', [
    {
      ...{
        _id: 'fvillage',
        kind: 'roster-xlsx',
        aboutId: 'avillage',
        phones: true,
        by: head,
        state: 'ready',
        done: 1,
        total: 1,
        name: canary.name,
      },
      ...{ fileId: 'cloud://local-env.local-bucket/x', claimedUntil: 0, until: now + day, attempts: 1, createdAt: 1 },
    },
  ])
  await county.add('corrections', [
    {
      ...{
        _id: 'xvillage',
        teamId: 'village',
        activityId: 'avillage',
        title: '活动',
        day: '2026-11-20',
        personId: by,
        from: 60,
        to: 90,
      },
      ...{
        reason: canary.name,
        state: 'asked',
        isOpen: true,
        askedBy: head,
        askedAt: 1,
        decidedBy: '',
        decidedAt: null,
      },
    },
  ])
  const entry = {
    id: 'e',
    activityId: 'avillage',
    teamId: 'village',
    colour: 'red' as const,
    title: canary.name,
    teamName: '',
    place: '',
    day: '2026-11-01',
    minutes: 60,
    kind: 'confirmed' as const,
    at: 1,
    by: head,
    approvedBy: '',
    reason: canary.name,
  }
  await county.add('ledgers', [{ _id: `${by}_2026`, personId: by, year: 2026, minutes: 60, entries: [entry] }])
  await county.add('recaps', [
    {
      ...{
        _id: 'avillage',
        teamId: 'village',
        served: 1,
        words: '',
        thanks: '',
        pictures: [],
        at: 0,
        by: head,
        revision: 0,
        looked: 0,
        counted: { at: 0, came: 0, minutes: 0 },
        owed: [],
      },
      marks: { [by]: { stars: 1, words: canary.name, at: 1 } },
    },
  ])
  const kept = {
    communityId: 'north',
    compoundId: '',
    askerId: by,
    forId: 'dvillage',
    caller: canary,
    spot: { words: canary.name, latitude: null, longitude: null },
    answers: { q: canary.name },
    number: 90,
  }
  await county.add('cases', [
    caseDoc('kVillage', now, {
      ...kept,
      spot: { words: '村口', latitude: null, longitude: null },
      words: '路灯',
      title: '路灯',
    }),
    caseDoc('kSealed', now, {
      ...kept,
      service: 'mediation',
      words: canary.name,
      title: canary.name,
      otherParty: { id: by, ...canary },
    }),
    doneDoc('kLegal', now, { ...kept, service: 'legal', words: canary.name, title: canary.name }),
  ])
}
