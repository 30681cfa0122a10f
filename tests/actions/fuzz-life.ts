// What goes on in the county in which everything is fuzzed: a family, activities of every kind, cases at every stage.
import { dayOf } from '../../cloudfunctions/core/domain/times'
import { caseDoc, doneDoc, unitOf } from './case-documents'
import { comesIn, enters, moves, nextKey, wishOf } from './cases'
import { type County, day, formFor, hour, minute, personIdOf } from './county'
import { wardDoc } from './families'

/** A mother whom two children keep, and who has a phone of her own; and a child. */
export async function settleFamily(county: County): Promise<void> {
  await county.residents(['son', 'mother'])
  const keepers = [
    { id: personIdOf('daughter'), called: '妈妈', since: 1, as: '女儿' },
    { id: personIdOf('son'), called: '妈', since: 2, may: { signUp: false, told: true } },
    { id: personIdOf('mother'), called: '我', since: 3, isSelf: true },
  ]
  await county.add('dependents', [
    wardDoc('dself', 'daughter', { name: '何秀兰', phone: '13911113333', keepers, station: 'east' }),
    wardDoc('dchild', 'daughter', {
      kind: 'child',
      name: '乐乐',
      born: `${county.year() - 8}-01`,
    }),
  ])
  await county.set('people', personIdOf('daughter'), { wards: ['dmother', 'dself', 'dchild'] })
  await county.set('people', personIdOf('son'), { wards: ['dself'] })
  await county.set('people', personIdOf('mother'), { wards: ['dself'] })
}

const post = (id: string) => ({
  ...{ id, name: id, capacity: 2, startsAt: null, endsAt: null, skills: '' },
  ...{ kind: 'post' as const, role: 'helper' as const },
})
const asking = { id: 'q1', kind: 'text' as const, label: '吃辣吗', options: [], required: false }

/** Activities: open, with posts, with a yes, by lot, closed, off, a draft, now and past; a series, and somebody who wants in. */
export async function settleActivities(county: County): Promise<void> {
  const now = county.now()
  const left = () => ({ left: 2, waiting: 0, holders: [], line: [] })
  await county.activity('aOpen', { questions: [asking], seesHome: true })
  await county.activity('aPosts', {
    capacity: 4,
    seatsLeft: 4,
    units: [post('one'), post('two')],
    seats: { one: left(), two: left() },
  })
  await county.activity('aAsked', { approval: true })
  await county.activity('aLot', {
    drawAt: now + day,
    closesAt: now + 20 * hour,
    draw: { commitment: 'c', seed: null, at: null, order: [], tickets: [] },
  })
  await county.activity('aShut', { state: 'closed' })
  await county.activity('aOff', { state: 'cancelled', reason: '下雨' })
  await county.activity('aDraft', { state: 'draft', listed: false, publishedAt: null })
  const soon = {
    startsAt: now + 20 * minute,
    endsAt: now + 2 * hour,
    closesAt: now + 20 * minute,
    cancelBy: now + 10 * minute,
  }
  await county.activity('aNow', soon)
  await county.activity('aPast', {
    startsAt: now + 3 * minute,
    endsAt: now + 4 * minute,
    closesAt: now + 3 * minute,
    serves: true,
  })
  for (const id of ['aOpen', 'aAsked', 'aLot', 'aNow', 'aPast']) {
    await county.ask('resident', 'join', { id })
    await county.ask('daughter', 'join', { id, people: ['dmother', 'dself'], together: false })
  }
  await county.activity('aOffer')
  for (const openid of ['resident', 'member', 'neighbour'] as const) {
    await county.ask(openid, 'join', { id: 'aOffer' })
    await county.set('signups', `aOffer_${personIdOf(openid)}`, { state: 'offered', answerBy: now + hour })
  }
  await county.ask('member', 'join', { id: 'aPosts', unit: 'one' })
  await county.ask('leader', 'enterPeople', { id: 'aNow', people: [{ name: '来人', phone: '' }], anyway: true })
  await county.ask('daughter', 'makeCard', { id: 'aPosts', wardId: 'dself', as: '女儿', unit: 'two' })
  await county.ask('daughter', 'makeCard', { id: 'aOpen', wardId: 'dmother', as: '女儿' })
  const past = { startsAt: now - 3 * hour, endsAt: now - hour, closesAt: now - 3 * hour, cancelBy: now - 4 * hour }
  await county.set('activities', 'aPast', past)
  for (const row of await county.find('signups', { activityId: 'aPast' }))
    await county.set('signups', row._id, { startsAt: past.startsAt, endsAt: past.endsAt })
  const rows = [personIdOf('resident'), 'dmother'].map((personId) => ({
    personId,
    attendance: 'came' as const,
    minutes: 60,
  }))
  await county.ask('leader', 'settleDay', { id: 'aPast', rows, done: false })
  const form = formFor(now, { title: '太极', capacity: null })
  const on = dayOf(form.startsAt)
  const rule = { weekdays: [1, 2, 3, 4, 5, 6, 7], from: on, to: dayOf(form.startsAt + 2 * day), skip: [] }
  const { id } = await county.ask('leader', 'createSeries', { key: 'taiji', form, rule })
  await county.ask('resident', 'joinSeries', { id, meetings: null })
  await county.ask('stranger', 'apply', { id: 'green', words: '算我一个' })
}

/** Cases at every stage, a quarrel, and something to lend. */
export async function settleAsked(county: County): Promise<void> {
  const now = county.now()
  const staff = personIdOf('staff')
  const asker = personIdOf('resident')
  const askerId = personIdOf('member')
  await county.add('cases', [
    caseDoc('kAsked', now, { number: 11 }),
    caseDoc('kWaits', now, { askerId, number: 12, state: 'waiting', before: 'asked', level: 'compound' }),
    caseDoc('kOpen', now, { number: 13, state: 'open', wanted: 2, helpers: [personIdOf('helper1')] }),
    caseDoc('kSent', now, {
      askerId,
      number: 14,
      state: 'dispatched',
      units: [unitOf('power', 'asked'), unitOf('water', 'asked', false)],
    }),
    caseDoc('kDoing', now, { number: 15, state: 'doing', units: [unitOf('power', 'accepted')] }),
    caseDoc('kOurs', now, { number: 16, state: 'doing', doerId: staff }),
    caseDoc('kMade', now, { askerId, number: 17, state: 'resolved', doerId: staff }),
    caseDoc('kAgain', now, { askerId, number: 18, state: 'followUp', doerId: staff, stars: 2 }),
    caseDoc('kCounty', now, { askerId, number: 19, level: 'county' }),
    doneDoc('kDone', now, { askerId, number: 20 }),
    caseDoc('kOther', now, { number: 21, askerId: personIdOf('neighbour') }),
    caseDoc('kShop', now, {
      ...{ number: 22, service: 'errand', state: 'doing', wanted: 1, helpers: [personIdOf('helper1')], forId: asker },
      goods: [{ what: '米', fen: 5000 }],
    }),
  ])
  const quarrel = await county.ask(
    'son',
    'askCase',
    wishOf({ service: 'mediation', topic: 'noise', words: '楼上半夜拖椅子', otherParty: { name: '楼上', phone: '' } }),
  )
  await moves(county, 'staff', quarrel.id, {
    move: 'dispatch',
    units: ['mediation'],
    people: {},
    words: '',
    clock: null,
  }).catch(() => null)
  await moves(county, 'mediator', quarrel.id, { move: 'accept', unit: 'mediation', words: '' }).catch(() => null)
  await comesIn(county, 'neighbour', quarrel.id).catch(() => null)
  await enters(county, 'staff', { topic: 'around' })
  const until = now + day
  await county.ask('power', 'saveResource', {
    ...{ id: null, key: nextKey(), communityId: 'east', partnerId: 'power' },
    ...{ kind: 'thing', title: '梯子', words: '', colour: null, agreement: '', until },
  })
}
