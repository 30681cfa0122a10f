// One line in the log for every call: what was asked, what it cost, what became of it, and nothing about people.
import { dayOf } from '../../cloudfunctions/core/domain/times'
import type { TaskDoc } from '../../cloudfunctions/core/ports/documents'
import { County, day, minute, personIdOf } from './county'
import { inLog, withoutValues } from '../../cloudfunctions/core/ports/log'

const county = new County()
beforeAll(() => county.settle(), 60_000)
afterAll(() => county.end())

type Line = Record<string, unknown>

/** The lines written while something was done, as they were logged. */
async function linesOf(work: () => Promise<unknown>): Promise<Line[]> {
  const before = await entries()
  await work()
  return (await entries()).slice(before.length).map((text) => JSON.parse(text) as Line)
}
const entries = async () =>
  (JSON.parse(await county.log()) as { logs: { text: string }[] }).logs.map(({ text }) => text)

const name = '闻人听雪'
const phone = '13911112222'

test('an answer leaves its trace, action, who, time, requests and outcome, and the requests are those the cloud counted', async () => {
  await county.activity('a1')
  let requests = 0
  const [line, ...more] = await linesOf(async () => {
    const reply = await county.call('resident', 'join', { id: 'a1' })
    requests = reply.stats.requests
    expect(reply.ok).toBe(true)
  })
  expect(more).toEqual([])
  expect(line).toEqual({
    ...{ trace: expect.stringMatching(/^[a-z2-7]{10}$/), action: 'activity.join', who: inLog(personIdOf('resident')) },
    ...{ ms: expect.any(Number), requests, returned: expect.any(Number), outcome: 'ok' },
  })
  expect(requests).toBeGreaterThan(2)
})

test('the trace in the log is the one that the phone shows', async () => {
  let trace = ''
  const [line] = await linesOf(
    async () => ({ trace } = await county.call('resident', 'getActivity', { id: 'nothing' })),
  )
  expect(line).toMatchObject({ trace, outcome: 'refused', refused: 'access.gone' })
})

test('input that the contract forbids is named by its place alone', async () => {
  const [line] = await linesOf(() => county.call('resident', 'saveProfile', { name: 7 as never, phone }))
  expect(line).toMatchObject({ action: 'people.save', outcome: 'bad_input', at: expect.stringContaining('name') })
  expect(JSON.stringify(line)).not.toContain(phone)
})

test('a fault names its places in the code, and none of the values', async () => {
  const faults = { fail: [{ request: 2, code: 'DATABASE_REQUEST_FAILED' }] }
  const [line] = await linesOf(() =>
    county.call('resident', 'saveProfile', { name, phone, communityId: 'east' }, faults),
  )
  expect(line).toMatchObject({ action: 'people.save', outcome: 'fault', stack: expect.any(Array) })
  expect(JSON.stringify(line)).not.toMatch(new RegExp(`${name}|${phone}`))
})

test('a fault whose words hold a value of the document leaves them out', async () => {
  const personId = personIdOf('neighbour')
  const { templates } = await county.ask('neighbour', 'me', {})
  await county.set('people', personId, { consents: { cancelled: phone } as never })
  const [line] = await linesOf(() => county.call('neighbour', 'consent', { templates: [templates.cancelled ?? ''] }))
  expect(line).toMatchObject({ outcome: 'fault', fault: expect.stringContaining('non-numeric') })
  expect(JSON.stringify(line)).not.toMatch(new RegExp(`${personId}|${phone}`))
})

test('a timer’s fault names whom it is about as the log names her', async () => {
  const personId = personIdOf('neighbour')
  const task = { kind: 'cancelled', activityId: 'broken', revision: 1, day: '', dueAt: 1 } as const
  await county.add('tasks', [{ _id: `off_${personId}`, ...task } as TaskDoc])
  await county.activity('broken', { state: 'cancelled', holders: null as never })
  const [line] = await linesOf(() => county.round())
  await county.clear('tasks')
  await county.clear('activities')
  await county.activity('a1')
  expect(line).toMatchObject({ timer: 'carryOnTasks', fault: expect.stringContaining(`off_${inLog(personId)}: `) })
  expect(JSON.stringify(line)).not.toContain(personId)
})

describe('the words of a fault lose', () => {
  const person = personIdOf('resident')
  test.each([
    [
      'what is quoted',
      `E11000 dup key: { _id: "${person}" } of 'Wang' and \`Li\``,
      `E11000 dup key: { _id: "…" } of '…' and \`…\``,
    ],
    ['a number, and a name that is not English', 'bad value 13800001234 of 张三', 'bad value … of …'],
    ['a name in marks that do not match', "it's 张三's, not \"李四", "it'…'s, not \"…"],
    ['a landline', 'no call to 0555-501234', 'no call to 0555-…'],
    ['somebody’s id, which becomes that of the log', `a1_${person}: gone`, `a1_${inLog(person)}: gone`],
    ['what is too long', 'x '.repeat(400), 'x '.repeat(200)],
  ])('%s', (_, words, left) => expect(withoutValues(words)).toBe(left))

  test.each([
    'database update failed: -502005 collection not exists',
    'errCode: 43101 user refused',
    'the output does not keep the contract: items.0.phone',
  ])('nothing by which it is understood: %s', (words) => expect(withoutValues(words)).toBe(words))
})

test('nobody’s name, number or OPENID stands in the log, whatever she did', async () => {
  const openid = 'oNobodyShouldReadThis'
  await county.ask(openid, 'saveProfile', { name, phone, communityId: 'east' })
  await county.ask(openid, 'join', { id: 'a1' })
  await county.ask('leader', 'roster', { id: 'a1', which: 'in' })
  await county.mend()
  const text = (await entries()).join('\n')
  expect(text.length).toBeGreaterThan(500)
  for (const secret of [name, phone, openid, personIdOf(openid)]) expect(text).not.toContain(secret)
})

test('a round of the timer leaves one line, with what it cost, and the moment of its end for the health of the whole', async () => {
  const lines = await linesOf(() => county.round())
  expect(lines).toEqual([
    expect.objectContaining({ timer: 'round', requests: expect.any(Number), done: expect.any(Number) }),
  ])
  const { now, roundAt } = await county.ask('', 'health', {})
  expect(now - (roundAt ?? 0)).toBeLessThan(60_000)
})

test('an action that took long is counted by its day, and the county reads it; others do not', async () => {
  await county.faults([{ on: 'database.getDocument', chance: 1, do: 'delay', ms: 700 }])
  await county.ask('resident', 'getActivity', { id: 'a1' })
  await county.faults([])
  const slow = (await county.ask('county', 'watch', {})).slow.find(({ action }) => action === 'activity.get')
  expect(slow?.times).toBe(1)
  expect(slow?.worstMs).toBeGreaterThanOrEqual(2_000)
  expect(await county.refusalOf('leader', 'watch', {})).toBe('access.denied')
})

test('one that took long and failed is counted too, and what could not be written is told the next time', async () => {
  await county.clear('slow')
  await county.advance(2 * minute)
  const delay = { on: 'database.getDocument', chance: 1, do: 'delay', ms: 1_100 } as const
  const slowFault = () => county.call('resident', 'saveProfile', { name, phone, communityId: 'east' })
  // The second write of the call is that of what was slow.
  await county.faults([delay, { on: 'database.modifyDocument', do: 'error' }])
  expect((await slowFault()).ok).toBe(false)
  expect(await county.find('slow', {})).toEqual([])
  await county.advance(2 * minute)
  await county.faults([delay, { on: 'database.modifyDocument', do: 'error', times: 1 }])
  expect((await slowFault()).ok).toBe(false)
  await county.faults([])
  expect(await county.find('slow', {})).toMatchObject([{ action: 'people.save', times: 2 }])
})

test('slow actions are forgotten after a month', async () => {
  await county.clear('slow')
  const seen = { action: 'activity.get', times: 1, worstMs: 3_000 }
  const days = [29, 31].map((ago) => dayOf(county.now() - ago * day))
  await county.add(
    'slow',
    days.map((at) => ({ _id: at, day: at, ...seen })),
  )
  await county.makeLeftFiles()
  expect((await county.find('slow', {})).map((each) => each._id)).toEqual(days.slice(0, 1))
})
