// 注销, looked at from the other side: marks are put into every field by what people really do, and afterwards every
// collection, the storage and everybody's messages are looked through for them.
import type { DayStep } from '../../cloudfunctions/core/contract'
import type { ActivityDoc } from '../../cloudfunctions/core/ports/documents'
import { dayOf } from '../../cloudfunctions/core/domain/times'
import { County, day, formFor, hour, minute, personDoc, personIdOf, teamDoc } from './county'
import { stepAt } from './day-county'
import { born } from './families'
import { filesLeft, placesOf } from './left'

const county = new County()
const feng = 'oFENGzhiruo'
const id = personIdOf(feng)
const phone = '13711119999'
const name = '冯芷若'
/** Everything that is hers, or was said by her or of her. */
const marks = [feng, name, phone, '记号']
/** Of whom nobody else keeps, too. */
const motherMarks = ['冯秀珍', '13722228888', '我的老母亲']
const question = { id: 'q1', kind: 'text' as const, label: '怎么来', options: [], required: false }
const serves = { serves: true, questions: [question], seesHome: true }

let mother = ''
let father = ''
const fileIds: string[] = []
let certificate = { code: '', number: '' }
let made = 0
const newKey = () => `k${++made}`

const stepsFor = (people: readonly string[], kind: DayStep['kind']) =>
  people.map((personId) => stepAt(county.now(), { kind, personId }))
const merge = (activityId: string, people: readonly string[], kind: DayStep['kind']) =>
  county.ask('leader', 'mergeDay', { id: activityId, sentAt: county.now(), steps: stepsFor(people, kind) })

async function fileOf(openid: string, order: Promise<{ id: string }>): Promise<void> {
  const job = await county.ask(openid, 'runFile', { id: (await order).id })
  expect(job.state).toBe('ready')
  fileIds.push((await county.one('files', job.id)).fileId)
}

/** The family: a mother whom she alone keeps, a father whom a neighbour keeps too. */
async function family(): Promise<void> {
  const plain = { id: null, consent: true, born: '1950-03', as: '女儿' }
  const kept = { ...plain, kind: 'elder' as const }
  const hers = { ...kept, key: newKey(), name: '冯秀珍', called: '我的老母亲', phone: '13722228888' }
  mother = (await county.ask(feng, 'saveDependent', hers)).id
  father = (
    await county.ask(feng, 'saveDependent', { ...kept, key: newKey(), name: '冯建国', called: '老爸', phone: '' })
  ).id
  const { token } = await county.ask(feng, 'inviteKeeper', { id: father })
  await county.ask('resident', 'acceptKeeping', { token, called: '老冯', as: '邻居' })
  await county.ask(feng, 'inviteKeeper', { id: father })
  // What is said of the father stays with him.
  const said = (personId: string) => (personId === father ? '他骑车' : `记号：${personId} 走路`)
  const answers = [id, mother, father].map((personId) => ({ personId, values: { q1: said(personId) } }))
  await county.activity('coming', { ...serves, capacity: 9, seatsLeft: 9 })
  await county.ask(feng, 'join', { id: 'coming', people: [id, mother, father], answers })
  const rule = { weekdays: [1, 2, 3, 4, 5, 6, 7], from: dayOf(county.now() + 2 * day), to: '', skip: [] }
  const form = formFor(county.now(), { capacity: 9, questions: [question], title: '天天见' })
  const to = dayOf(county.now() + 4 * day)
  const series = await county.ask('leader', 'createSeries', { key: newKey(), form, rule: { ...rule, to } })
  await county.ask(feng, 'joinSeries', { id: series.id, people: [id, father], meetings: null, answers })
  const card = await county.ask(feng, 'makeCard', {
    id: 'coming',
    wardId: mother,
    as: '女儿',
    answers: { q1: '记号：卡片' },
  })
  await county.ask('oHand', 'answerCard', { token: card.token, yes: true })
  const other = await county.ask('resident', 'makeCard', { id: 'coming', wardId: father, as: '邻居' })
  await county.ask(feng, 'answerCard', { token: other.token, yes: false })
}

/** Records under her name and number: one that became hers, one she waits for, one that was none of hers. */
async function claims(): Promise<void> {
  const person = { name, phone }
  for (const [activityId, teamId, communityId, leader] of [
    ['entered', 'green', 'east', 'leader'],
    ['waits', 'far', 'west', 'stranger'],
    ['declined', 'third', 'third', 'third'],
  ] as const) {
    await county.activity(activityId, { teamId, communityId, capacity: 9, seatsLeft: 9, serves: true })
    await county.ask(leader, 'enterPeople', { id: activityId, people: [person] })
  }
  const { items } = await county.ask(feng, 'claimable', {})
  expect(items).toHaveLength(3)
  for (const item of items) await county.ask(feng, 'claim', { id: item.id })
  const guests = await county.find('dependents', { kind: 'guest', name })
  const recordOf = (team: string) => guests.find((guest) => guest.enteredBy === team)?._id ?? ''
  await county.ask('leader', 'confirmClaim', { id: recordOf('green'), by: id, accept: true })
  await county.ask('third', 'confirmClaim', { id: recordOf('third'), by: id, accept: false })
}

/** A day on which she served, with all that follows: hours, a correction, a proof, stars and words, lists. */
async function served(): Promise<void> {
  const activity = await soon('served', serves)
  const people = [id, father]
  const answers = [{ personId: id, values: { q1: '记号：坐车' } }]
  await county.ask(feng, 'join', { id: 'served', people, answers })
  // In line together for the only seat, so that they are bound together; the seat stays somebody else’s.
  await soon('crowded', { capacity: 2, seatsLeft: 1, holders: ['pother'], taken: 1 })
  await county.ask(feng, 'join', { id: 'crowded', people })
  await county.advance(activity.startsAt - county.now())
  await merge('served', people, 'in')
  await county.advance(2 * hour)
  await merge('served', people, 'out')
  const rows = people.map((personId) => ({ personId, attendance: 'came' as const, minutes: 60 }))
  await county.ask('leader', 'settleDay', { id: 'served', rows, done: true })
  await county.advance(hour)
  await county.round()
  await county.ask(feng, 'rate', { id: 'served', stars: 5, words: '记号：很好' })
  await county.ask('leader', 'saveRecap', { id: 'served', served: 2, words: '', thanks: '', pictures: [] })
  const corrected = { id: 'served', personId: id, minutes: 90, reason: '少记了' }
  const { correctionId } = await county.ask('leader', 'correctHours', corrected)
  await county.ask('staff', 'decideCorrection', { id: correctionId, accept: true })
  const year = dayOf(county.now()).slice(0, 4)
  const days = { from: `${year}-01-01`, to: `${year}-12-31` }
  const proof = await county.ask(feng, 'issueCertificate', { key: newKey(), ...days })
  certificate = proof
  await fileOf(feng, county.ask(feng, 'orderCertificate', { id: proof.id, key: newKey() }))
}

/** An activity of two hours that begins in an hour. */
async function soon(activityId: string, more: Partial<ActivityDoc>): Promise<ActivityDoc> {
  const startsAt = county.now() + hour
  const times = { startsAt, endsAt: startsAt + 2 * hour, closesAt: startsAt, cancelBy: startsAt }
  return county.activity(activityId, { capacity: 9, seatsLeft: 9, ...times, ...more })
}

beforeAll(async () => {
  await county.settle()
  await county.add('communities', [{ _id: 'third', name: '三里社区', phone: '', hours: '', order: 3 }])
  await county.add('teams', [teamDoc('third', 'third', 'red', ['third'])])
  await county.add('people', [personDoc('third', 'third')])
  await county.goTo(9)
  await county.ask(feng, 'saveProfile', { name, phone, communityId: 'east' })
  for (let n = 0; n < 3; n++) await county.allow(feng, ['reminder', 'changed', 'cancelled'])
  await county.ask(feng, 'apply', { id: 'green', words: '记号：我想来' })
  await county.ask('leader', 'decide', { id: 'green', personId: id, accept: true })
  await county.ask(feng, 'apply', { id: 'blue', words: '记号：也想来' })
  await family()
  await claims()
  await served()
  await fileOf(
    'leader',
    county.ask('leader', 'orderRoster', { id: 'coming', key: newKey(), kind: 'roster-xlsx', phones: true }),
  )
  await fileOf(
    'leader',
    county.ask('leader', 'orderRoster', { id: 'served', key: newKey(), kind: 'roster-sheet', phones: false }),
  )
  await fileOf(feng, county.ask(feng, 'orderPasses', { id: 'coming', key: newKey(), of: 'ours' }))
  await fileOf('leader', county.ask('leader', 'orderPasses', { id: 'coming', key: newKey(), of: 'phoneless' }))
  await county.round()
}, 120_000)
afterAll(() => county.end())

const before: { places: string[]; collections: Set<string> } = { places: [], collections: new Set() }

describe('an account that asks to be forgotten', () => {
  test('had left marks in every collection that can hold some', async () => {
    before.places = await placesOf(county, [...marks, ...motherMarks, id])
    before.collections = new Set(before.places.map((place) => place.split('.')[0] ?? ''))
    const expected = ['people', 'memberships', 'dependents', 'activities', 'signups', 'series', 'messages', 'audit']
    const proofs = ['ledgers', 'corrections', 'certificates', 'recaps', 'files', 'cards']
    expect([...before.collections].sort()).toEqual([...expected, ...proofs].sort())
    expect(await filesLeft(county, fileIds)).toHaveLength(5)
  })

  test('is told first what is kept about it, and what stays', async () => {
    const { items, stays, leads } = await county.ask(feng, 'myData', {})
    const kept = Object.fromEntries(items.map(({ what, count }) => [what, count]))
    expect(kept).toMatchObject({
      '称呼、电话和社区': 1,
      照管的家人: 2,
      加入和申请过的队伍: 2,
      开过的证明: 1,
      导出的文件: 2,
    })
    expect(stays.map(({ what }) => what)).toContain('已经开出的证明')
    expect(leads).toEqual([])
  })

  test('goes at once, and nothing of it is left in any collection, storage or message', async () => {
    const { givenUp } = await county.ask(feng, 'eraseMe', { sure: true })
    expect(givenUp).toBeGreaterThanOrEqual(5)
    await county.round()
    const left = () => placesOf(county, [...marks, ...motherMarks])
    // A proof that was issued is checked by the name on it. Records that nobody confirmed to be hers are somebody's.
    const stays = /^certificates\.name |^dependents\.(name|phone) g/
    // What the second look searches for goes with the task.
    const isSearched = /^tasks\.leaver\.(name|phone) /
    expect((await left()).filter((place) => !stays.test(place) && !isSearched.test(place))).toEqual([])
    expect(await filesLeft(county, fileIds)).toEqual([])
    await county.advance(3 * minute)
    await county.round()
    expect((await left()).filter((place) => !stays.test(place))).toEqual([])
    expect(await left()).toHaveLength(5)
    // What an account did is noted by its id alone.
    const named = (await placesOf(county, [id])).filter((place) => !place.startsWith('audit.'))
    expect(named).toEqual([])
  })

  test('keeps its seat from nobody, and its family with those who stay', async () => {
    const coming = await county.one('activities', 'coming')
    expect(coming.holders).toEqual([])
    expect(coming.taken).toBe(0)
    const kept = await county.one('dependents', father)
    expect(kept).toMatchObject({ name: '冯建国', keepers: [{ called: '老冯' }], invite: null })
    expect(kept.consent).not.toBeNull()
    expect(await county.one('dependents', mother)).toMatchObject({ name: '', phone: '', keepers: [], consent: null })
    const { items } = await county.ask('resident', 'family', {})
    expect(items).toMatchObject([{ name: '冯建国', canWithdraw: true }])
  })

  test('leaves its hours and its proof as they were, under an id of nobody', async () => {
    const [ledger, ...more] = (await county.find('ledgers', {})).filter(({ personId }) => personId.startsWith('x'))
    expect(more).toEqual([])
    expect(ledger).toMatchObject({ minutes: 90 })
    expect(await county.ask('stranger', 'verifyCertificate', { code: certificate.code })).toMatchObject({
      ...{ state: 'valid', number: certificate.number, minutes: 90 },
    })
    const { holders } = await county.one('activities', 'served')
    expect(holders).toEqual([expect.stringMatching(/^x/), father])
    const [row] = await county.find('signups', { activityId: 'served', personId: ledger?.personId })
    expect(row).toMatchObject({ attendance: 'came', minutes: 90, history: [] })
    const { bonds, line } = await county.one('activities', 'crowded')
    expect([bonds, line]).toEqual([[`${ledger?.personId}+${father}`], [ledger?.personId, father]])
  })

  test('frees the record it waited for, and the one of before stays what it was', async () => {
    expect((await county.find('dependents', { claimAsker: id })).length).toBe(0)
    expect(await county.find('tasks', {})).toEqual([])
  })

  test('asked again is asked once, and a stranger has nothing to erase', async () => {
    expect(await county.ask(feng, 'eraseMe', { sure: true })).toEqual({ givenUp: 0 })
    expect(await county.ask('nobodyYet', 'eraseMe', { sure: true })).toEqual({ givenUp: 0 })
    expect(await county.find('tasks', {})).toEqual([])
  })

  test('that comes back starts as a stranger', async () => {
    expect(await county.ask(feng, 'me', {})).toMatchObject({ name: '', hasProfile: false, memberOf: [], unread: 0 })
    await county.ask(feng, 'saveProfile', { name: '新来的', phone: '', communityId: 'east' })
    expect((await county.ask(feng, 'messages', {})).items).toEqual([])
    expect((await county.ask(feng, 'family', {})).items).toEqual([])
    expect((await county.ask(feng, 'myActivities', { which: 'past' })).items).toEqual([])
    expect(await county.ask(feng, 'myHours', {})).toMatchObject({ minutes: 0 })
    expect((await county.ask(feng, 'myCertificates', {})).items).toEqual([])
    await county.round()
    expect((await county.ask(feng, 'me', {})).name).toBe('新来的')
  })
})

describe('who cannot go yet', () => {
  test('the only leader of a team is told which', async () => {
    expect(await county.ask('leader', 'myData', {})).toMatchObject({ leads: ['绿叶志愿队'] })
    const reply = await county.call('leader', 'eraseMe', { sure: true })
    expect(reply).toMatchObject({
      ok: false,
      refusal: { refused: 'people.still_leads', facts: { team: '绿叶志愿队' } },
    })
  })

  test.each(['staff', 'county'])('who works here: %s', async (openid) => {
    expect(await county.refusalOf(openid, 'eraseMe', { sure: true })).toBe('people.works_here')
  })
})

describe('a leader who has a second beside her', () => {
  const old = 'oOLDleader'
  const oldMarks = [old, '郑国华', '13733337777']
  test('goes from her team, and what she published names the one who stays', async () => {
    await county.add('people', [personDoc(old, 'east', { name: '郑国华', phone: '13733337777' })])
    const team = { ...teamDoc('two', 'east', 'cyan', ['leader', old]), leaderName: '郑国华', phone: '13733337777' }
    await county.add('teams', [team])
    const contact = { name: '郑国华', phone: '13733337777' }
    const form = formFor(county.now(), { teamId: 'two', contact })
    const draft = await county.ask(old, 'saveDraft', { key: newKey(), form })
    await county.ask(old, 'publish', { id: draft.id })
    const to = dayOf(form.startsAt + day)
    const rule = { weekdays: [1, 2, 3, 4, 5, 6, 7], from: dayOf(form.startsAt), to, skip: [] }
    await county.ask(old, 'createSeries', { key: newKey(), form, rule })
    await county.ask(old, 'enterPeople', { id: draft.id, people: [{ name: '何大姐', phone: '' }] })
    await county.ask(old, 'eraseMe', { sure: true })
    await county.advance(3 * minute)
    await county.round()
    expect(await placesOf(county, oldMarks)).toEqual([])
    const left = await placesOf(county, [personIdOf(old)])
    expect(left.filter((place) => !place.startsWith('audit.'))).toEqual([])
    expect(await county.one('teams', 'two')).toMatchObject({ leaderIds: [personIdOf('leader')], leaderName: 'leader' })
    expect((await county.one('activities', draft.id)).contact).toEqual({ name: 'leader', phone: '' })
  })
})

describe('an erasure that broke off', () => {
  test.each([1, 2, 4, 7, 11, 16, 22, 29])('after write %i is finished by the timer', async (cut) => {
    const openid = `oCut${cut}`
    const [hers, called] = [personIdOf(openid), `断${cut}号`]
    await county.ask(openid, 'saveProfile', { name: called, phone: '', communityId: 'east' })
    const ward = { id: null, key: newKey(), name: `老${called}`, called: '妈', kind: 'elder' as const, born: null }
    const kept = await county.ask(openid, 'saveDependent', { ...ward, phone: null, consent: true })
    await county.activity(`cut${cut}`, { capacity: 9, seatsLeft: 9 })
    await county.ask(openid, 'join', { id: `cut${cut}`, people: [hers, kept.id] })
    await county.ask(openid, 'apply', { id: 'green', words: called })
    await county.call(openid, 'eraseMe', { sure: true }, cut).catch(() => null)
    await county.advance(2 * minute)
    await county.round()
    await county.advance(3 * minute)
    await county.round()
    await county.mend()
    expect(await placesOf(county, [called])).toEqual([])
    expect((await placesOf(county, [hers])).filter((place) => !place.startsWith('audit.'))).toEqual([])
    expect(await county.one('activities', `cut${cut}`)).toMatchObject({ holders: [], taken: 0, seatsLeft: 9 })
    expect(await county.find('tasks', { kind: { $in: ['erased', 'withdrawn'] } })).toEqual([])
  })
})

describe('the elder’s own account', () => {
  test('that asks to be forgotten takes what her family kept of her with it, and they are told', async () => {
    await county.residents(['sonOfHers'])
    const form = {
      id: null,
      key: newKey(),
      name: '孟玉兰',
      called: '老妈',
      kind: 'elder' as const,
      born: null,
      phone: '',
    }
    const { id: ward } = await county.ask('sonOfHers', 'saveDependent', { ...form, consent: true })
    await county.activity('hersOwn', { capacity: 9, seatsLeft: 9 })
    const { token } = await county.ask('sonOfHers', 'makeCard', { id: 'hersOwn', wardId: ward, as: '儿子' })
    await county.ask('oOwn', 'answerCard', { token, yes: true })
    await county.ask('oOwn', 'acceptCard', { token })
    expect((await county.one('activities', 'hersOwn')).holders).toEqual([ward])
    // Nobody has said for a week that it is not hers.
    const { keepers } = await county.one('dependents', ward)
    await county.set('dependents', ward, { keepers: keepers.map((keeper) => ({ ...keeper, since: 1 })) })
    expect(await county.ask('oOwn', 'eraseMe', { sure: true })).toEqual({ givenUp: 1 })
    expect(await placesOf(county, ['孟玉兰', 'oOwn'])).toEqual([])
    expect((await county.one('activities', 'hersOwn')).holders).toEqual([])
    const { items } = await county.ask('sonOfHers', 'messages', {})
    expect(items[0]).toMatchObject({ title: '老妈的档案删除了' })
  })

  test('a child of somebody else is nobody’s to erase', async () => {
    await county.residents(['parent'])
    const form = { id: null, key: newKey(), name: '乐乐', called: '乐乐', kind: 'child' as const, phone: '' }
    const child = { ...form, born: born(county.now(), 8), consent: true }
    const { id: ward } = await county.ask('parent', 'saveDependent', child)
    await county.ask('oOwn', 'eraseMe', { sure: true })
    expect(await county.one('dependents', ward)).toMatchObject({ name: '乐乐' })
  })
})
