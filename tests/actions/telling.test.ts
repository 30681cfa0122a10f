// Who is told of which change, when the telling outlasts the call and other changes come after.
import { County, day, hour, minute, personIdOf } from './county'

const county = new County(['--no-fsync'])
// By day: at night WeChat waits for the morning.
beforeAll(() => county.settle().then(() => county.goTo(12)), 60_000)
afterAll(() => county.end())

test('an edit that comes after does not keep the others from learning of the one before', async () => {
  const holders = Array.from({ length: 120 }, (_, n) => personIdOf(`t${n}`))
  const id = 'moved'
  const { startsAt, endsAt } = await county.activity(id, { capacity: 150, seatsLeft: 30, taken: 120, holders })
  const edit = async (changes: object) => {
    const { form, revision } = await county.ask('leader', 'getForm', { id })
    return county.ask('leader', 'edit', { id, revision, form: { ...form, ...changes } })
  }
  expect((await edit({ startsAt: startsAt + day, endsAt: endsAt + day })).told).toBe(120)
  expect(await county.find('messages', { kind: 'changed' })).toHaveLength(50)

  expect((await edit({ capacity: 160 })).told).toBe(0)
  await county.mend()
  await county.round()
  const told = await county.find('messages', { kind: 'changed' })
  expect(told.map((message) => message.personId).sort()).toEqual([...holders].sort())
  expect(new Set(told.map((message) => message.title)).size).toBe(1)
  expect(await county.find('tasks', {})).toEqual([])
}, 60_000)

test('two moves in a row: whoever the first has not come to yet is told out of the app, and called, of the last alone', async () => {
  const who = Array.from({ length: 60 }, (_, n) => `burst${n}`)
  await county.residents(who)
  const holders = who.map(personIdOf).sort()
  const last = who.find((each) => personIdOf(each) === holders[59]) ?? ''
  for (let n = 0; n < 2; n++) await county.allow(last, ['changed'])
  const id = 'twice'
  const { startsAt, endsAt } = await county.activity(id, { capacity: 150, seatsLeft: 90, taken: 60, holders })
  for (const later of [1, 2]) {
    const { form, revision } = await county.ask('leader', 'getForm', { id })
    const times = { startsAt: startsAt + later * hour, endsAt: endsAt + later * hour }
    await county.ask('leader', 'edit', { id, revision, form: { ...form, ...times } })
    await county.advance(10_000)
  }
  for (let n = 0; n < 2; n++) {
    await county.advance(6 * minute)
    await county.round()
  }
  expect(await county.received(last)).toHaveLength(1)
  expect(await county.find('messages', { about: id, personId: personIdOf(last) })).toHaveLength(2)
  expect(await county.find('messages', { about: id, stand: 'open' })).toHaveLength(59)
  const { notice, notices } = await county.ask('leader', 'callList', { id })
  expect(notices.find((each) => each.notice === notice)).toMatchObject({ total: 60, sent: 1, open: 59 })
}, 60_000)

test('only an edit of the times writes the rows', async () => {
  const personId = personIdOf('resident')
  const { startsAt } = await county.activity('rows')
  await county.ask('resident', 'join', { id: 'rows' })
  const rowId = `rows_${personId}`
  const edit = async (changes: object) => {
    const { form, revision } = await county.ask('leader', 'getForm', { id: 'rows' })
    await county.ask('leader', 'edit', { id: 'rows', revision, form: { ...form, ...changes } })
  }
  await county.set('signups', rowId, { startsAt: 7 })
  await edit({ intro: '换个说法' })
  expect((await county.one('signups', rowId)).startsAt).toBe(7)
  await edit({ startsAt: startsAt + 1 })
  expect((await county.one('signups', rowId)).startsAt).toBe(startsAt + 1)
}, 60_000)
