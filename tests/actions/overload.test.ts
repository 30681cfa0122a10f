// Sixty people come at once to a cloud that runs four calls at a time; who is turned away asks again as the phone does.
import { whenThereIsRoom } from '../../src/client/crowded'
import { County, personIdOf } from './county'

const people = Array.from({ length: 60 }, (_, n) => `o${n}`)
const seats = 20
const crowded = /exceed concurrent request limit/

const county = new County(['--concurrent', '4', '--no-fsync'])
beforeAll(async () => {
  await county.settle()
  await county.residents(people)
}, 60_000)
afterAll(() => county.end())

const join = (openid: string, id: string) => county.call(openid, 'join', { id })

/** Joins as the phone does, with its patience. */
const joinPatiently = (openid: string, id: string) =>
  whenThereIsRoom(() => join(openid, id).catch((error: unknown) => Promise.reject({ errMsg: String(error) })))

const rowsOf = async (id: string) =>
  new Map((await county.find('signups', { activityId: id, live: true })).map((row) => [row.personId, row.state]))

test('who finds four running is turned away at once, and nothing of hers is begun', async () => {
  await county.activity('first', { capacity: people.length })
  const tries = await Promise.allSettled(people.map((openid) => join(openid, 'first')))
  const served = people.filter((_, n) => tries[n]?.status === 'fulfilled')
  const reasons = tries.flatMap((each) => (each.status === 'rejected' ? [String(each.reason)] : []))
  expect(served.length).toBeGreaterThanOrEqual(4)
  expect(reasons.length).toBeGreaterThan(0)
  expect(reasons.filter((reason) => !crowded.test(reason))).toEqual([])
  const { holders } = await county.one('activities', 'first')
  expect([...holders].sort()).toEqual(served.map(personIdOf).sort())
  expect([...(await rowsOf('first')).keys()].sort()).toEqual([...holders].sort())
})

test('with the phone’s patience everyone is served, every seat once, and the timer runs meanwhile', async () => {
  await county.activity('second', { capacity: seats })
  const [replies] = await Promise.all([
    Promise.all(people.map((openid) => joinPatiently(openid, 'second'))),
    county.round(),
  ])
  expect(replies.filter((reply) => !reply.ok)).toEqual([])
  const { holders, line, seatsLeft, taken, waiting } = await county.one('activities', 'second')
  expect([holders.length, line.length, seatsLeft, taken, waiting]).toEqual([seats, 40, 0, seats, 40])
  expect(new Set([...holders, ...line]).size).toBe(people.length)
  const rows = await rowsOf('second')
  expect(rows.size).toBe(people.length)
  expect(holders.filter((personId) => rows.get(personId) !== 'in')).toEqual([])
  expect(line.filter((personId) => rows.get(personId) !== 'waiting')).toEqual([])
}, 60_000)

test('afterwards everyone is let in at the first try', async () => {
  await county.activity('third', { capacity: people.length })
  for (let from = 0; from < people.length; from += 4) {
    const replies = await Promise.all(people.slice(from, from + 4).map((openid) => join(openid, 'third')))
    expect(replies.map((reply) => reply.ok)).toEqual([true, true, true, true])
  }
  expect((await county.one('activities', 'third')).seatsLeft).toBe(0)
})
