// The whole cloud dies in the middle of a thousand sign-ups: what was answered is there, and nothing is half.
import { County, personIdOf } from './county'

const people = 1000
const seats = 400
const killAfter = 500
const names = Array.from({ length: people }, (_, n) => `k${n}`)
const id = 'crash'

const county = new County()
beforeAll(async () => {
  await county.settle()
  await county.residents(names)
  await county.activity(id, { capacity: seats })
}, 60_000)
afterAll(() => county.end())

test('every answered sign-up is there after the restart, and after one round of the timer no half one', async () => {
  const answered = new Map<string, string>()
  let killing: Promise<void> | undefined
  const one = async (openid: string) => {
    const reply = await county.call(openid, 'join', { id })
    if (!reply.ok) throw new Error(JSON.stringify(reply))
    answered.set(personIdOf(openid), reply.data.mine?.state ?? '')
    if (answered.size === killAfter) killing = county.kill()
  }
  await Promise.allSettled(names.map(one))
  await killing
  expect(answered.size).toBeLessThan(people)

  await county.restart()
  const { holders, line, seatsLeft } = await county.one('activities', id)
  for (const [personId, state] of answered) {
    expect([personId, (state === 'in' ? holders : line).includes(personId)]).toEqual([personId, true])
  }
  expect(seatsLeft).toBe(seats - holders.length)
  expect(new Set([...holders, ...line]).size).toBe(holders.length + line.length)
  const acknowledged = await county.find('signups', { activityId: id, live: true })
  expect(acknowledged.map((row) => row.personId)).toEqual(expect.arrayContaining([...answered.keys()]))

  await county.mend()
  const rows = await county.find('signups', { activityId: id, live: true })
  const of = (state: string) => rows.filter((row) => row.state === state).map((row) => row.personId)
  expect(of('in').sort()).toEqual([...holders].sort())
  expect(of('waiting').sort()).toEqual([...line].sort())

  await Promise.all(names.map((openid) => county.ask(openid, 'join', { id })))
  const whole = await county.one('activities', id)
  expect([whole.holders.length, whole.line.length]).toEqual([seats, people - seats])
}, 240_000)
