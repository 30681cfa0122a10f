// Every action with an input that makes sense, and what has to be there first: the one table of them for all tests that
// walk over the contract.
import { actions, type InputOf } from '../../cloudfunctions/core/contract'
import type {
  CertificateDoc,
  CorrectionDoc,
  DependentDoc,
  FileDoc,
  SeriesDoc,
} from '../../cloudfunctions/core/ports/documents'
import { dayOf } from '../../cloudfunctions/core/domain/times'
import { caseInputs, resourceDoc } from './access-cases'
import { caseDoc } from './case-documents'
import { type County, formFor, personIdOf } from './county'

export type Key = keyof typeof actions
/** Every action, by its key in the contract. */
export const keys = Object.keys(actions) as Key[]
/** What a phone sends an action. */
export type Input<K extends Key> = Partial<InputOf<(typeof actions)[K]>>

let made = 0
/** An id that nothing has yet; also a key such as a phone chooses. */
export const freshId = () => `x${++made}`

/**
 * Puts what the action needs into a county settled for cases, all of it fresh and named by `id`, and answers the input with
 * which it makes sense: for an activity of the green team of the east, for a record, certificate or file of `openid`.
 */
export async function inputFor<K extends Key>(
  county: County,
  key: K,
  openid: string,
  id = freshId(),
): Promise<Input<K>> {
  const form = formFor(county.now())
  const isDraft = key === 'publish' || key === 'discard'
  const draw = { commitment: 'c', seed: null, at: null, order: [], tickets: [] }
  const isDrawn = key === 'showDraw' ? { drawAt: form.startsAt, draw } : {}
  await county.activity(id, isDraft ? { state: 'draft', listed: false } : isDrawn)
  const personId = personIdOf('resident')
  if (key === 'certificateCode' || key === 'orderCertificate') await county.add('certificates', [ownProof(id, openid)])
  if (key === 'fileState' || key === 'runFile') await county.add('files', [ownFile(id, openid, county.now())])
  if (aboutWards.includes(key))
    await county.add('dependents', [wardDoc(id, key === 'acceptKeeping' ? 'nobody' : openid, county.now())])
  if (aboutElders.includes(key))
    await county.add('dependents', [{ ...wardDoc(id, 'resident', county.now()), station: 'east' }])
  if (key === 'claim' || key === 'unclaim') await county.add('dependents', [guestDoc(id, openid)])
  if (key === 'confirmClaim')
    await county.add('dependents', [
      { ...guestDoc(id, 'resident'), claimAsker: personIdOf('another'), claimAskedAt: county.now() },
    ])
  if (aboutSeries.includes(key)) await county.add('series', [seriesDoc(id, county.now())])
  if (aboutCases.includes(key)) await county.add('cases', [caseDoc(id, county.now())])
  if (key === 'endResource') await county.add('resources', [resourceDoc(id, county.now())])
  if (key === 'decideCorrection') await county.add('corrections', [correctionDoc(id)])
  const people = [personId]
  const rule = { weekdays: [1, 2, 3, 4, 5, 6, 7], from: dayOf(form.startsAt), to: dayOf(form.startsAt), skip: [] }
  const inputs: { [Each in Key]?: object } = {
    saveProfile: { name: openid, phone: null, communityId: 'east' },
    consent: { templates: [] },
    readMessages: { ids: [] },
    listActivities: { communityId: 'east', from: 0 },
    myActivities: { which: 'coming' },
    answer: { id, yes: true },
    saveDraft: { key: id, form },
    edit: { id, revision: 1, form: { ...form, title: '改' } },
    close: { id, closed: true },
    cancel: { id, reason: '下雨' },
    roster: { id, which: 'in' },
    release: { id, personId, reason: '来不了' },
    places: { communityId: 'east' },
    listTeams: { communityId: 'east' },
    getTeam: { id: 'green' },
    apply: { id: 'green', words: '' },
    withdraw: { id: 'green' },
    members: { id: 'green', which: 'member' },
    decide: { id: 'green', personId, accept: true },
    dismiss: { id: 'green', personId },
    editTeam: { id: 'green', name: '绿叶志愿队', intro: '', phone: '' },
    issueCertificate: { key: id, from: '2026-01-01', to: '2026-12-31' },
    verifyCertificate: { code: id },
    saveRecap: { id, served: 3, words: '', thanks: '', pictures: [] },
    rate: { id, stars: 5, words: '' },
    orderRoster: { id, key: id, kind: 'roster-xlsx', phones: true },
    orderCertificate: { id, key: id },
    saveDependent: { ...ward, id: null, key: id },
    previewKeeping: { token: `token${id}` },
    acceptKeeping: { token: `token${id}`, called: '妈' },
    enterPeople: { id, people: [{ name: '来人', phone: '' }] },
    approve: { id, people, accept: true },
    createSeries: { key: id, form, rule },
    editSeries: { id, revision: 1, from: county.now(), form, rule },
    joinSeries: { id, meetings: null },
    endSeries: { id, from: county.now(), reason: '停电' },
    mergeDay: { id, sentAt: county.now(), steps: [{ ...step, key: id, personId, at: county.now() }] },
    dayCodes: { id, kind: 'in' },
    scanCode: { text: '7C:C:nothing', key: id },
    settleDay: { id, rows: [], done: false },
    correctHours: { id, personId, minutes: 60, reason: '记错了' },
    corrections: { which: 'asked' },
    decideCorrection: { id, accept: true },
    changeRights: { id, keeperId: personIdOf('another'), may },
    makeCard: { id, wardId: `d${id}` },
    openCard: { token: 'a'.repeat(24) },
    answerCard: { token: 'a'.repeat(24), yes: true },
    acceptCard: { token: 'a'.repeat(24) },
    tickCall: { id, notice: 'cancelled_1', personId, outcome: 'called', key: id },
    orderPasses: { id, key: id, of: 'ours' },
    eraseMe: { sure: true },
    elders: { communityId: 'east' },
    enterElder: { communityId: 'east', key: id, name: '何秀兰', kind: 'elder', born: null, phone: '', consent: true },
    joinForElder: { id, activityId: id },
    leaveForElder: { id, activityId: id },
    changeKeeper: { id, keeperId: personIdOf('another'), may },
    claims: {},
    health: {},
    watch: {},
    check: { key: id },
    confirmClaim: { id, by: personIdOf('another'), accept: true },
    ...caseInputs(id, county.now()),
  }
  return (inputs[key] ?? { id }) as Input<K>
}

const aboutWards: readonly Key[] = [
  ...(['inviteKeeper', 'previewKeeping', 'acceptKeeping', 'letGo', 'withdrawConsent', 'changeRights'] as const),
]
const aboutElders: readonly Key[] = [
  ...(['inviteForElder', 'joinForElder', 'leaveForElder', 'changeKeeper', 'withdrawElder'] as const),
]
const aboutCases: readonly Key[] = ['followCase', 'getCase', 'moveCase', 'matches']
const may = { signUp: false, told: true }
const aboutSeries: readonly Key[] = ['getSeries', 'editSeries', 'joinSeries', 'leaveSeries', 'endSeries']
/** Whom a family writes down. */
export const ward = { name: '何秀兰', called: '妈妈', kind: 'elder', born: null, phone: '', consent: true } as const
const step = { kind: 'in', name: '', phone: '', via: 'name' } as const

/** Somebody whom this account keeps, together with one more, and an invitation to keep her too. */
function wardDoc(_id: string, openid: string, now: number): DependentDoc {
  const by = personIdOf(openid)
  const keepers = [by, personIdOf('another')].map((id) => ({ id, called: '妈妈', since: 1 }))
  return {
    ...{ _id, kind: 'elder', name: '何秀兰', phone: '13911112222', born: null, communityId: 'east', keepers },
    ...{ consent: { at: 1, by, version: 1, asGuardian: false }, enteredBy: '', claimedBy: '', createdAt: 1 },
    invite: { token: `token${_id}`, by, until: now + 3_600_000 },
  }
}
/** Somebody entered under the very name and number of this account. */
export const guestDoc = (_id: string, openid: string): DependentDoc => ({
  ...{ _id, kind: 'guest', name: openid, phone: '13800001234', born: null, communityId: 'east', keepers: [] },
  ...{ consent: null, enteredBy: 'green', claimedBy: '', createdAt: 1 },
})
const seriesDoc = (_id: string, now: number): SeriesDoc => ({
  ...{ _id, teamId: 'green', communityId: 'east', title: '课', form: formFor(now), meetings: 0, regulars: [] },
  rule: { weekdays: [1], from: '2026-11-23', to: '2026-11-30', skip: [] },
  ...{ revision: 1, createdBy: personIdOf('leader'), createdAt: 1 },
})
const correctionDoc = (_id: string): CorrectionDoc => ({
  ...{ _id, teamId: 'green', activityId: 'none', title: '课', day: '2026-11-20', personId: personIdOf('resident') },
  ...{ from: 60, to: 90, reason: '', state: 'asked', isOpen: true, askedBy: personIdOf('another'), askedAt: 1 },
  ...{ decidedBy: '', decidedAt: null },
})

/** A certificate and an order of hers: those of others are nobody's business, whatever her role. */
const ownProof = (_id: string, openid: string): CertificateDoc => ({
  ...{ _id, personId: personIdOf(openid), number: _id, code: `code${_id}`, name: openid, minutes: 60, lines: [] },
  ...{ from: '2026-01-01', to: '2026-12-31', issuer: '柳湾社区', communityId: 'east', issuedAt: 1 },
})
const ownFile = (_id: string, openid: string, now: number): FileDoc => ({
  ...{ _id, kind: 'certificate-pdf', aboutId: 'none', phones: false, by: personIdOf(openid), state: 'failed' },
  ...{ done: 0, total: 1, name: '', fileId: '', claimedUntil: 0, until: now + 1e6, attempts: 9, createdAt: 1 },
})
