// Moving up from the waiting list: who is asked whether she comes, and whose seat is simply hers.
import type { DependentDoc } from '../../cloudfunctions/core/ports/documents'
import { County, hour, personIdOf } from './county'
import { rowIn } from './day-county'
import { wardDoc } from './families'

const county = new County(['--no-fsync'])
beforeAll(async () => {
  await county.settle()
  await county.goTo(12)
}, 60_000)
afterAll(() => county.end())

const soon = 20 * hour

/** A full activity that starts tomorrow, where this elder waits and the resident gives her seat back. */
async function movesUp(elder: DependentDoc): Promise<string> {
  const id = `for${elder._id}`
  const startsAt = county.now() + soon
  const times = { startsAt, endsAt: startsAt + hour, closesAt: startsAt, cancelBy: startsAt - hour }
  await county.add('dependents', [elder])
  const seats = { capacity: 1, seatsLeft: 0, taken: 1, waiting: 1 }
  const [holder, line] = [personIdOf('resident'), [elder._id]]
  const activity = await county.activity(id, { ...seats, ...times, holders: [holder], line })
  const row = (personId: string, state: 'in' | 'waiting') => rowIn(activity, personId, { state })
  await county.add('signups', [row(holder, 'in'), row(elder._id, 'waiting')])
  await county.ask('resident', 'leave', { id })
  return id
}

const rowOf = (id: string, personId: string) => county.one('signups', `${id}_${personId}`)
/** How many of an activity have to be called. */
const onTheList = async (id: string) =>
  (await county.ask('leader', 'callList', { id })).items.map(({ personId }) => personId)

test('an elder whom the community entered, and nobody can be asked for, has the seat and is called', async () => {
  const elder = wardDoc('dalone', 'resident', { keepers: [], station: 'east' })
  const id = await movesUp(elder)
  expect(await rowOf(id, 'dalone')).toMatchObject({ state: 'in', answerBy: null })
  expect(await onTheList(id)).toEqual(['dalone'])
  await county.advance(3 * hour)
  await county.round()
  expect((await county.one('activities', id)).holders).toEqual(['dalone'])
})

test('where her family may only look on, or is told nothing, nobody is asked: the seat is hers, and she is called', async () => {
  for (const may of [
    { signUp: false, told: true },
    { signUp: true, told: false },
  ]) {
    const name = may.told ? 'dseen' : 'dunheard'
    const keepers = [{ id: personIdOf('member'), called: '妈妈', since: 1, may }]
    const id = await movesUp(wardDoc(name, 'member', { keepers }))
    expect(await rowOf(id, name)).toMatchObject({ state: 'in', answerBy: null })
    expect(await onTheList(id)).toEqual([name])
    const told = await county.find('messages', { personId: personIdOf('member'), about: id })
    expect(told).toHaveLength(may.told ? 1 : 0)
    expect(told.map(({ body }) => body).join()).not.toContain('前回复来不来')
  }
})

test('where one of those who keep her is told and may answer, she is asked, until the answer is due', async () => {
  const keepers = [
    { id: personIdOf('member'), called: '妈妈', since: 1, may: { signUp: false, told: true } },
    { id: personIdOf('stranger'), called: '妈妈', since: 1 },
  ]
  const id = await movesUp(wardDoc('dasked', 'member', { keepers }))
  const row = await rowOf(id, 'dasked')
  expect(row.state).toBe('offered')
  expect(row.answerBy).toBeGreaterThan(county.now())
  await county.advance(3 * hour)
  await county.round()
  expect((await county.one('activities', id)).holders).toEqual([])
})
