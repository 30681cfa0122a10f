// Who was entered by name takes her record over: seats, hours and history, from any point where it broke off.
import { activityDoc, County, hour, personDoc, personIdOf } from './county'
import { ids } from '../../cloudfunctions/core/ports/ids'
import type { ActivityDoc, DependentDoc, SignupDoc } from '../../cloudfunctions/core/ports/documents'

const county = new County()
beforeAll(() => county.settle(), 60_000)
afterAll(() => county.end())

let made = 0
/** A neighbour with an account, and a record that the leader of the green team entered under her name and number. */
async function entered(changes: Partial<DependentDoc> = {}) {
  const openid = `q${++made}`
  const phone = `139000${String(10_000 + made)}`
  await county.add('people', [personDoc(openid, 'east', { phone })])
  const guest: DependentDoc = {
    ...{ _id: ids.guest('east', openid, phone), kind: 'guest', name: openid, phone, born: null, communityId: 'east' },
    ...{ keepers: [], consent: null, enteredBy: 'green', claimedBy: '', createdAt: 1 },
    ...changes,
  }
  await county.add('dependents', [guest])
  return { openid, me: personIdOf(openid), guest: guest._id }
}

async function activityWith(holders: string[], line: string[] = [], changes: Partial<ActivityDoc> = {}) {
  const id = `q${++made}a`
  const seats = { holders, line, taken: holders.length, waiting: line.length, seatsLeft: 3 - holders.length }
  const activity = { ...activityDoc(id, county.now()), ...seats, ...changes }
  await county.add('activities', [activity])
  const { startsAt, endsAt, teamId } = activity
  const row = (personId: string, state: SignupDoc['state'], place: number): SignupDoc => ({
    ...{ _id: ids.row(id, personId), activityId: id, personId, teamId, state, live: true, startsAt, endsAt },
    ...{ since: county.now() + place, answerBy: null, history: [{ at: county.now(), by: 'x', what: 'joined' }] },
  })
  const people = [...holders.map((each) => [each, 'in'] as const), ...line.map((each) => [each, 'waiting'] as const)]
  await county.add(
    'signups',
    people.map(([personId, state], place) => row(personId, state, place)),
  )
  return id
}
const seatsOf = async (id: string) => {
  const { holders, line, taken, waiting, seatsLeft } = await county.one('activities', id)
  return { holders, line, taken, waiting, seatsLeft }
}

test('is offered under one name and number only, with what is in it', async () => {
  const { openid, guest } = await entered()
  const id = await activityWith([guest])
  const { items } = await county.ask(openid, 'claimable', {})
  expect(items.map((each) => [each.id, each.activities.map((activity) => activity.id)])).toEqual([[guest, [id]]])
  expect((await county.ask('resident', 'claimable', {})).items).toEqual([])
  expect(await county.refusalOf('resident', 'claim', { id: guest })).toBe('family.not_claimable')
  expect(await county.refusalOf('resident', 'claim', { id: 'gnobody' })).toBe('family.not_claimable')
  const other = await entered({ phone: '13911112222' })
  expect(await county.refusalOf(other.openid, 'claim', { id: other.guest })).toBe('family.not_claimable')
})

test('seats, places in the line and in a slot, rows and hours go over, each in its place', async () => {
  const { openid, me, guest } = await entered()
  const coming = await activityWith(['pa', guest, 'pb'], ['pc'])
  const waiting = await activityWith(['pa'], ['pc', guest, 'pd'])
  const unit = { id: 'u1', kind: 'slot', name: '一', capacity: 2, startsAt: null, endsAt: null } as const
  const slot = await activityWith(['pa', guest], [], {
    units: [{ ...unit, role: 'guest', skills: '' }],
    seats: { u1: { left: 0, waiting: 0, holders: [guest, 'pa'], line: [] } },
  })
  const past = { startsAt: county.now() - 5 * hour, endsAt: county.now() - 3 * hour, state: 'ended' } as const
  const done = await activityWith([guest], [], past)
  await county.set('signups', ids.row(done, guest), { attendance: 'here' as never, minutes: 90, ins: [7] })
  const entry = {
    ...{ id: done, activityId: done, teamId: 'green', colour: 'green' as const, title: '扫院', place: '' },
  }
  await county.add('ledgers', [
    {
      ...{ _id: `${guest}_2026`, personId: guest, year: 2026, minutes: 90 },
      entries: [
        {
          ...{ ...entry, teamName: '绿叶', day: '2026-11-22', minutes: 90, kind: 'confirmed' },
          ...{ at: 1, by: 'x', approvedBy: '', reason: '' },
        },
      ],
    },
  ])
  expect(await county.ask(openid, 'claim', { id: guest })).toEqual({ moved: 4 })
  expect((await seatsOf(coming)).holders).toEqual(['pa', me, 'pb'])
  expect((await seatsOf(waiting)).line).toEqual(['pc', me, 'pd'])
  expect((await county.one('activities', slot)).seats?.u1?.holders).toEqual([me, 'pa'])
  expect(await county.find('signups', { personId: guest })).toEqual([])
  expect(await county.one('signups', ids.row(done, me))).toMatchObject({ personId: me, minutes: 90, ins: [7] })
  expect(await county.one('ledgers', `${me}_2026`)).toMatchObject({ minutes: 90 })
  expect(await county.one('ledgers', `${guest}_2026`)).toMatchObject({ minutes: 0 })
  const told = await county.find('messages', { personId: personIdOf('leader'), kind: 'claimed' })
  expect(told.map(({ title }) => title)).toEqual([`${openid}认领了您登记的记录`])
  expect(await county.ask(openid, 'claim', { id: guest })).toEqual({ moved: 0 })
  expect((await county.ask(openid, 'claimable', {})).items).toEqual([])
})

test('where she is in by herself too, one seat is given back', async () => {
  const { openid, me, guest } = await entered()
  const both = await activityWith([guest, me], ['pc'], { capacity: 2, seatsLeft: 0 })
  await county.ask(openid, 'claim', { id: guest })
  expect(await seatsOf(both)).toEqual({ holders: [me, 'pc'], line: [], taken: 2, waiting: 0, seatsLeft: 0 })
})

test('cut off anywhere, repeated or left to the timer, nothing is lost and nobody is there twice', async () => {
  for (const cut of [1, 2, 3, 4, 5, 6, 7, 8, 9]) {
    const { openid, me, guest } = await entered()
    const coming = await activityWith(['pa', guest])
    const waiting = await activityWith(['pa'], [guest])
    await county.call(openid, 'claim', { id: guest }, cut).catch(() => null)
    if (cut === 1 || cut % 2 === 0) await county.ask(openid, 'claim', { id: guest })
    await county.mend()
    await county.mend()
    expect([cut, (await seatsOf(coming)).holders]).toEqual([cut, ['pa', me]])
    expect([cut, await county.find('signups', { personId: guest })]).toEqual([cut, []])
    const rows = await county.find('signups', { personId: me })
    expect(rows.map(({ activityId }) => activityId).sort()).toEqual([coming, waiting].sort())
    expect(rows.every(({ live }) => live)).toBe(true)
    expect(await county.find('tasks', { activityId: guest })).toEqual([])
  }
}, 90_000)
