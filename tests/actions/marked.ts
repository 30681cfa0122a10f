// A county in which every name, number and private word is like no other, so that it is known again wherever it stands.
import type { InputOf, actions } from '../../cloudfunctions/core/contract'
import { asks, comesIn, enters, moves, settleCases } from './cases'
import { type County, day, hour, minute, personDoc, personIdOf } from './county'
import type { Key } from './inputs'
import type { Class } from './seen'

/** Everybody who asks, by OPENID. */
export const callers = [
  ...['guest', 'resident', 'member', 'leader', 'neighbour', 'stranger', 'staff', 'farStaff', 'county', 'grid', 'power'],
  ...['daughter', 'helper1', 'mediator', 'party', 'applicant', 'claimer', 'outsider'],
] as const
export type Caller = (typeof callers)[number]

/** Those without an account: whom a family keeps, whom a leader and a worker wrote down, who rang up. */
const others = ['mother', 'visitor', 'elder', 'rang'] as const
const known: readonly string[] = [...callers.filter((each) => each !== 'guest'), ...others]
/** What was written for few: an application, an answer to a leader, a rating, a quarrel, where somebody lives, what to buy. */
const written = ['application', 'answer', 'rating', 'quarrel', 'door', 'goods'] as const

const nameOf = (who: string) => `王zz${who.toLowerCase()}`
const phoneOf = (who: string) => `1390000${String(1000 + known.indexOf(who))}`
const wordsOf = (what: string) => `yy${what}`

/** Every mark by what it is: a name without its first letter, a number, words. */
export const marks: Readonly<Record<string, string>> = Object.fromEntries([
  ...known.flatMap((who) => [
    [`${who}.name`, nameOf(who).slice(1)],
    [`${who}.phone`, phoneOf(who)],
  ]),
  ...written.map((what) => [what, wordsOf(what)]),
])

/** What is there to be asked for. */
export interface Marked {
  elder: string
  errand: string
  quarrel: string
  rung: string
  card: string
  correction: string
  code: string
  invitation: string
  guest: string
  pass: string
}

/** Settles it by what people do. */
export async function settleMarked(county: County): Promise<Marked> {
  await settleCases(county)
  await county.add(
    'people',
    ['party', 'applicant', 'claimer', 'outsider'].map((openid) =>
      personDoc(openid, openid === 'outsider' ? 'west' : 'east'),
    ),
  )
  for (const who of callers.filter((each) => each !== 'guest'))
    await county.set('people', personIdOf(who), { name: nameOf(who), phone: phoneOf(who) })
  await county.set('dependents', 'dmother', { name: nameOf('mother'), phone: phoneOf('mother') })
  const past = await settlePast(county)
  const cases = await settleAsked(county)
  const elder = await settleComing(county)
  const { token: card } = await county.ask('daughter', 'makeCard', { id: 'sent', wardId: 'dmother', as: '女儿' })
  const { token: invitation } = await county.ask('daughter', 'inviteKeeper', { id: 'dmother' })
  const [{ _id: guest = '' } = {}] = await county.find('dependents', { kind: 'guest', name: nameOf('claimer') })
  await county.ask('claimer', 'claim', { id: guest })
  const { passes } = await county.ask('resident', 'myPasses', { id: 'rich' })
  await county.advance(minute)
  await county.round()
  return { ...past, ...cases, elder, card, invitation, guest, pass: passes[0]?.text ?? '' }
}

/** An activity that has been: hours, a correction that waits, a rating, a proof. */
async function settlePast(county: County) {
  await county.activity('past', { capacity: null, seatsLeft: 5000, serves: true })
  await county.ask('resident', 'join', { id: 'past' })
  await county.advance(2 * day + 3 * hour)
  const personId = personIdOf('resident')
  const rows = [{ personId, attendance: 'came' as const, minutes: 60 }]
  await county.ask('leader', 'settleDay', { id: 'past', rows, done: true })
  await county.ask('resident', 'rate', { id: 'past', stars: 4, words: wordsOf('rating') })
  const asked = { id: 'past', personId, minutes: 30, reason: '记错了' }
  const { correctionId: correction } = await county.ask('leader', 'correctHours', asked)
  const year = county.year()
  const span = { from: `${year}-01-01`, to: `${year}-12-31` }
  const { code } = await county.ask('resident', 'issueCertificate', { key: 'proof', ...span })
  return { correction, code }
}

/** What was asked for: an errand to a home, a quarrel, something said on the telephone. */
async function settleAsked(county: County) {
  const spot = { words: wordsOf('door'), latitude: null, longitude: null }
  const goods = [{ what: wordsOf('goods'), fen: 3000 }]
  const home = { service: 'errand', topic: 'medicine', forId: 'dmother', spot, goods }
  const errand = await asks(county, 'daughter', { ...home, words: '取一下东西' })
  await moves(county, 'helper1', errand, { move: 'take' })
  await moves(county, 'helper2', errand, { move: 'take' })
  const otherParty = { name: nameOf('party'), phone: phoneOf('party') }
  const told = { service: 'mediation', topic: 'noise', compoundId: '', words: wordsOf('quarrel'), otherParty }
  const quarrel = await asks(county, 'resident', told)
  await moves(county, 'mediator', quarrel, { move: 'accept', unit: 'mediation', words: '' })
  await comesIn(county, 'party', quarrel)
  const rung = await enters(county, 'staff', {
    topic: 'around',
    caller: { name: nameOf('rang'), phone: phoneOf('rang') },
  })
  return { errand, quarrel, rung }
}

/** What is coming: people of every kind in it, people to be called, an applicant, an elder of the community. */
async function settleComing(county: County): Promise<string> {
  const room = { capacity: null, seatsLeft: 5000 }
  const question = { id: 'q', kind: 'text' as const, label: '有什么要说的', options: [], required: false }
  for (const id of ['rich', 'off', 'sent']) await county.activity(id, { ...room, questions: [question] })
  const form = { kind: 'elder' as const, born: null, consent: true }
  const { id: elder } = await county.ask('staff', 'enterElder', {
    ...{ communityId: 'east', key: 'door', name: nameOf('elder'), phone: phoneOf('elder') },
    ...form,
  })
  const entered = ['visitor', 'claimer'].map((who) => ({ name: nameOf(who), phone: phoneOf(who) }))
  for (const id of ['rich', 'off']) {
    const answers = [{ personId: personIdOf('resident'), values: { q: wordsOf('answer') } }]
    await county.ask('resident', 'join', { id, answers })
    await county.ask('daughter', 'join', { id, people: ['dmother'] })
    await county.ask('staff', 'joinForElder', { id: elder, activityId: id })
    await county.ask('leader', 'enterPeople', { id, people: entered })
  }
  await county.ask('leader', 'cancel', { id: 'off', reason: '下雨' })
  await county.ask('applicant', 'apply', { id: 'green', words: wordsOf('application') })
  return elder
}

const atDesk: readonly Caller[] = ['leader', 'staff']
const whole = (who: string) => [`${who}.name`, `${who}.phone`]

/** Who reads what, and as what: the whole of it. What is not here nobody is answered. */
const readers: readonly (readonly [Class, readonly string[], readonly Caller[]])[] = [
  // Those who run the activity and its team, and nobody else, have its people.
  ['desk', ['resident', 'member', 'mother', 'elder', 'visitor', 'claimer', 'applicant'].flatMap(whole), atDesk],
  ['desk', ['daughter.name', 'leader.name', 'staff.name', 'application', 'answer', 'rating'], atDesk],
  ['told', ['claimer.name'], ['leader']],
  ['elders', [...whole('mother'), ...whole('elder'), 'daughter.name', 'staff.name'], ['staff']],
  ['own', ['mother.name'], ['daughter']],
  // An errand: who comes, who waits, and the desk of her compound.
  ['inside', whole('helper1'), ['staff', 'grid', 'helper1', 'daughter']],
  ['inside', whole('mother'), ['staff', 'grid', 'helper1']],
  ['inside', ['goods'], ['staff', 'grid', 'helper1', 'daughter']],
  ['case', ['door'], ['staff', 'grid', 'helper1', 'daughter']],
  // A quarrel: its sides and the mediator; the number of who asked is for the mediator alone.
  ['case', ['quarrel'], ['resident', 'mediator', 'party']],
  ['inside', whole('party'), ['resident', 'mediator']],
  ['inside', ['resident.name'], ['mediator', 'party']],
  ['inside', ['resident.phone'], ['mediator']],
  ['inside', whole('rang'), ['staff', 'grid']],
  // The card says who invites, by her given name.
  ['sent', ['daughter.name'], callers],
]

/** What this caller may find in answers, as `class what`; her own name, and no number of hers, among it. */
export const mayFind = (caller: Caller): string[] => [
  ...(caller === 'guest' ? [] : [`own ${caller}.name`]),
  ...readers.flatMap(([as, what, who]) => (who.includes(caller) ? what.map((each) => `${as} ${each}`) : [])),
]

type Told = { [K in Key]?: Partial<InputOf<(typeof actions)[K]>>[] }

/** Whatever somebody could ask to learn of it. */
export function askedOf(marked: Marked): Told {
  const { elder, errand, quarrel, rung, card, correction, code, invitation, guest, pass } = marked
  const cases = [errand, quarrel, rung].map((id) => ({ id }))
  const activities = ['rich', 'off', 'past'].map((id) => ({ id }))
  const notice = 'cancelled_once'
  const all = { signUp: true, told: true }
  const person = personIdOf('resident')
  return {
    listActivities: [{ communityId: 'east', from: 0 }],
    getActivity: activities,
    roster: activities.flatMap(({ id }) => (['in', 'waiting', 'left'] as const).map((which) => ({ id, which }))),
    getForm: activities,
    myActivities: [{ which: 'coming' }, { which: 'past' }],
    members: [
      { id: 'green', which: 'member' },
      { id: 'green', which: 'applied' },
    ],
    getTeam: [{ id: 'green' }],
    listTeams: [{ communityId: 'east' }],
    previewKeeping: [{ token: invitation }],
    changeRights: [{ id: 'dmother', keeperId: personIdOf('daughter'), may: all }],
    claim: [{ id: guest }],
    daySheet: activities,
    mergeDay: [{ id: 'rich', sentAt: 1, steps: [stepOf(pass)] }],
    dayCodes: [{ id: 'rich', kind: 'in' }],
    myPasses: activities,
    myHours: [{}, { personId: person }, { personId: 'dmother' }],
    correctHours: [{ id: 'past', personId: person, minutes: 10, reason: '看看' }],
    corrections: [{ which: 'asked' }, { which: 'decided' }],
    decideCorrection: [{ id: correction, accept: false }],
    verifyCertificate: [{ code }],
    getRecap: activities,
    openCard: [{ token: card }],
    sentCards: [{ id: 'sent' }],
    callList: activities,
    tickCall: [{ id: 'off', notice, personId: person, outcome: 'no_answer', key: 'tick' }],
    elders: [{ communityId: 'east' }, { communityId: 'east', id: elder }, { communityId: 'east', id: 'dmother' }],
    changeKeeper: ['dmother', elder].map((id) => ({ id, keeperId: personIdOf('daughter'), may: all })),
    similarCases: [{ service: 'wish', communityId: 'east', words: '灯' }],
    listCases: [{ communityId: 'east', which: 'open' }],
    myCases: [{}],
    nearCases: [
      { communityId: 'east', which: 'open' },
      { communityId: 'east', which: 'mine' },
    ],
    getCase: cases,
    moveCase: cases.map(({ id }) => ({ id, key: 'said', move: { move: 'say', words: '看看', pictures: [] } })),
    inboxCases: [{ communityId: 'east', which: 'all' }],
    unitCases: ['power', 'mediation', 'green'].map((partnerId) => ({ partnerId, which: 'doing' as const })),
    countyCases: [{}],
    matches: cases,
    listPartners: [{ communityId: 'east' }],
    listResources: [{ communityId: 'east' }],
    listProjects: [{ communityId: 'east' }],
    orderRoster: [{ id: 'rich', key: 'list', kind: 'roster-xlsx', phones: true }],
    orderPasses: [{ id: 'rich', key: 'passes', of: 'phoneless' }],
  }
}

const stepOf = (pass: string) => ({
  ...{ key: 'scan', kind: 'in' as const, personId: personIdOf('resident'), name: '', phone: '' },
  ...{ unit: null, at: 1, via: 'pass' as const, pass },
})
