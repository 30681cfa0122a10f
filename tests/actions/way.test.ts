// The way there and back: what the families of those who come hear, each step once.
import type { DayStep } from '../../cloudfunctions/core/contract'
import type { ActivityDoc, DependentDoc, MessageDoc } from '../../cloudfunctions/core/ports/documents'
import { County, hour, minute, personIdOf } from './county'
import { rowIn, stepAt, underWay } from './day-county'
import { wardDoc } from './families'

const county = new County(['--no-fsync'])
beforeAll(() => county.settle(), 60_000)
afterAll(() => county.end())

const keepers = (...who: string[]): DependentDoc['keepers'] =>
  who.map((each) => ({ id: personIdOf(each), called: '妈妈', since: 1 }))

/** An activity under way with mothers in it, each kept by the resident and the member. */
async function withMothers(id: string, count = 1, changes: Partial<ActivityDoc> = {}): Promise<string[]> {
  const mothers = Array.from({ length: count }, (_, n) => `d${id}${n}`)
  await county.add(
    'dependents',
    mothers.map((each) => wardDoc(each, 'resident', { keepers: keepers('resident', 'member') })),
  )
  const seats = { capacity: 100, seatsLeft: 99 - count, taken: count + 1 }
  const holders = [personIdOf('stranger'), ...mothers]
  const activity = await underWay(county, id, {}, { ...seats, holders, ...changes })
  await county.add(
    'signups',
    holders.map((each) => rowIn(activity, each, each.startsWith('d') ? { isLookedFor: true } : {})),
  )
  return mothers
}

const about = (personId: string, changes: Partial<DayStep> = {}) => stepAt(county.now(), { personId, ...changes })
const merge = (id: string, steps: DayStep[], killAfterWrites = 0) =>
  county.call('leader', 'mergeDay', { id, sentAt: county.now(), steps }, killAfterWrites)

const kinds = ['arrived', 'left', 'home', 'mistaken']
const inTurn = (a: MessageDoc, b: MessageDoc) => a.at - b.at
/** What one account was told of an activity, in order. */
async function heard(who: string, id: string): Promise<MessageDoc[]> {
  const messages = await county.find('messages', { personId: personIdOf(who), about: id })
  return messages.filter(({ kind }) => kinds.includes(kind)).sort(inTurn)
}
const heardKinds = async (who: string, id: string) => (await heard(who, id)).map(({ kind }) => kind)

test('everybody who keeps her hears that she came, that it is over, and that she was seen home', async () => {
  const [mother = ''] = await withMothers('whole', 1, { seesHome: true })
  await merge('whole', [about(mother)])
  expect(await heardKinds('resident', 'whole')).toEqual(['arrived'])
  await county.advance(minute)
  await merge('whole', [about(mother, { kind: 'out' })])
  await county.advance(minute)
  const reply = await merge('whole', [about(mother, { kind: 'home' })])
  if (!reply.ok) throw new Error('refused')
  expect(reply.data.results[0]?.row?.homeAt).toBeGreaterThan(0)
  for (const who of ['resident', 'member']) expect(await heardKinds(who, 'whole')).toEqual(['arrived', 'left', 'home'])
  const titles = (await heard('resident', 'whole')).map(({ title }) => title)
  expect(titles.every((title) => title.startsWith('妈妈'))).toBe(true)
  expect(await county.find('tasks', { kind: 'way' })).toEqual([])
})

test('her own account hears nothing of her way: only her family does', async () => {
  await county.residents(['grandma'])
  const [mother = ''] = await withMothers('herself', 1, { seesHome: true })
  const self = { id: personIdOf('grandma'), called: '我', since: 1, isSelf: true }
  await county.set('dependents', mother, { keepers: [...keepers('resident'), self] })
  for (const kind of ['in', 'undo', 'in', 'out', 'home'] as const) {
    await county.advance(minute)
    await merge('herself', [about(mother, { kind })])
  }
  expect(await heardKinds('resident', 'herself')).toEqual(['arrived', 'mistaken', 'arrived', 'left', 'home'])
  expect(await heard('grandma', 'herself')).toEqual([])
})

test('what is noted again, by whichever phone, is told once', async () => {
  const [mother = ''] = await withMothers('again')
  const steps = [about(mother), about(mother, { at: county.now() + 1 })]
  await merge('again', steps)
  await merge('again', steps)
  await merge('again', [about(mother, { at: county.now() - 5 * minute })])
  expect(await heardKinds('resident', 'again')).toEqual(['arrived'])
})

test('a phone that was without network until she left tells the last alone', async () => {
  const [mother = ''] = await withMothers('late')
  await merge('late', [about(mother, { at: county.now() - 20 * minute }), about(mother, { kind: 'out' })])
  expect(await heardKinds('resident', 'late')).toEqual(['left'])
})

test('being seen home is noted only where it was promised, and also after the day was confirmed', async () => {
  const [plain = ''] = await withMothers('plain')
  await merge('plain', [about(plain), about(plain, { kind: 'home', at: county.now() + 1 })])
  expect(await county.one('signups', `plain_${plain}`)).not.toHaveProperty('homes')
  expect(await heardKinds('resident', 'plain')).toEqual(['arrived'])

  const [mother = ''] = await withMothers('closed', 1, { seesHome: true })
  await merge('closed', [about(mother)])
  await county.set('activities', 'closed', { settledAt: county.now() })
  const reply = await merge('closed', [about(mother, { kind: 'home' })])
  expect(reply.ok).toBe(true)
  expect(await heardKinds('resident', 'closed')).toEqual(['arrived', 'home'])
  expect(
    await county.refusalOf('leader', 'mergeDay', {
      id: 'closed',
      sentAt: county.now(),
      steps: [about(mother, { kind: 'out' })],
    }),
  ).toBe('day.settled')
})

test('taken back after it was told, her family hears that it was a mistake, and that she came after all', async () => {
  const [mother = '', other = ''] = await withMothers('mistake', 2)
  await merge('mistake', [about(mother)])
  for (const kind of ['undo', 'in', 'undo', 'in'] as const) {
    await county.advance(minute)
    const steps = [about(mother, { kind })]
    await merge('mistake', steps)
    await merge('mistake', steps)
  }
  for (const who of ['resident', 'member']) {
    expect(await heardKinds(who, 'mistake')).toEqual(['arrived', 'mistaken', 'arrived', 'mistaken', 'arrived'])
  }
  // Ticked and taken back before anything was sent: nobody heard, so nobody is told.
  await merge('mistake', [about(other), about(other, { kind: 'undo', at: county.now() + 1 })])
  expect(await heardKinds('resident', 'mistake')).toHaveLength(5)
})

test('taking back what another phone noted earlier says nothing where she is there all the same', async () => {
  const [mother = ''] = await withMothers('bothPhones')
  const at = county.now() - 10 * minute
  await merge('bothPhones', [about(mother, { at: at + 5 * minute })])
  await merge('bothPhones', [about(mother, { at }), about(mother, { kind: 'undo', at: at + 1 })])
  expect(await heardKinds('resident', 'bothPhones')).toEqual(['arrived'])
})

test('by the code on the leader’s screen: who scans for her knows, the others who keep her hear it', async () => {
  await county.residents(['daughter', 'son'])
  await county.set('people', personIdOf('daughter'), { wards: ['dshared', 'dalone'] })
  await county.add('dependents', [
    wardDoc('dshared', 'daughter', { keepers: keepers('daughter', 'son') }),
    wardDoc('dalone', 'daughter', { keepers: keepers('daughter') }),
  ])
  const holders = [personIdOf('daughter'), 'dshared', 'dalone']
  const activity = await underWay(county, 'scanned', {}, { holders, capacity: 9, seatsLeft: 6, taken: 3 })
  await county.add(
    'signups',
    holders.map((each) => rowIn(activity, each)),
  )
  const { codes } = await county.ask('leader', 'dayCodes', { id: 'scanned', kind: 'in' })
  await county.ask('daughter', 'scanCode', { text: codes[0]?.text ?? '', key: 'k' })
  const messages = await county.find('messages', { about: 'scanned' })
  expect(messages.map(({ ward }) => ward)).not.toContain('dalone')
  expect(await heardKinds('son', 'scanned')).toEqual(['arrived'])
  expect(await county.find('tasks', { kind: 'way' })).toEqual([])
})

test('cut off after any of its writes, the timer tells the rest, twice at once and still once', async () => {
  for (let kill = 1; kill <= 14; kill++) {
    const id = `cut${kill}`
    const mothers = await withMothers(id, 2)
    const steps = mothers.map((each) => about(each))
    await merge(id, steps, kill).catch(() => undefined)
    const rows = await county.find('signups', { activityId: id, 'ins.0': { $exists: true } })
    await county.advance(minute)
    await Promise.all([county.round(), county.round()])
    await county.round()
    for (const who of ['resident', 'member']) {
      const told = (await heard(who, id)).map(({ ward }) => ward)
      expect([id, told.sort()]).toEqual([id, rows.map(({ personId }) => personId).sort()])
    }
    expect(await county.find('tasks', { kind: 'way' })).toEqual([])
    await merge(id, steps)
    for (const who of ['resident', 'member']) expect(await heardKinds(who, id)).toEqual(['arrived', 'arrived'])
  }
}, 120_000)

test('a mistake whose telling is cut off is told to everybody once', async () => {
  for (let kill = 1; kill <= 7; kill++) {
    const id = `cutBack${kill}`
    const [mother = ''] = await withMothers(id)
    await merge(id, [about(mother)])
    await county.advance(minute)
    await merge(id, [about(mother, { kind: 'undo' })], kill).catch(() => undefined)
    await county.advance(minute)
    await Promise.all([county.round(), county.round()])
    const { undone = 0 } = await county.one('signups', `${id}_${mother}`)
    const wanted = undone > 0 ? ['arrived', 'mistaken'] : ['arrived']
    for (const who of ['resident', 'member']) expect([id, await heardKinds(who, id)]).toEqual([id, wanted])
  }
}, 60_000)

test('a queue with mothers in it asks the cloud no more for each row than one without', async () => {
  const people = Array.from({ length: 49 }, (_, n) => `w${n}`)
  await county.residents(people)
  await county.add('dependents', [wardDoc('dqueue', 'resident')])
  const holders = [...people.map(personIdOf), 'dqueue']
  const activity = await underWay(county, 'queue', {}, { holders, capacity: 50, seatsLeft: 0, taken: 50 })
  await county.add(
    'signups',
    holders.map((each) => rowIn(activity, each)),
  )
  const reply = await merge(
    'queue',
    holders.map((each) => about(each)),
  )
  // Her family's one message besides: noted, counted as unread, and the promise of it.
  expect(reply.stats.requests).toBeLessThanOrEqual(50 * 1.2 + 6)
  await county.add('dependents', [wardDoc('dmany', 'resident')])
  expect(await heardKinds('resident', 'queue')).toEqual(['arrived'])
})

test('of a day heard of long after its end, the inbox alone is told', async () => {
  await county.allow('resident', ['family'])
  const before = (await county.received('resident')).length
  const [mother = ''] = await withMothers('yesterday', 1, {
    startsAt: county.now() - 6 * hour,
    endsAt: county.now() - 3 * hour,
  })
  await merge('yesterday', [about(mother, { at: county.now() - 5 * hour })])
  expect(await heardKinds('resident', 'yesterday')).toEqual(['arrived'])
  expect(await county.received('resident')).toHaveLength(before)
  const [now = ''] = await withMothers('today')
  await merge('today', [about(now)])
  expect(await county.received('resident')).toHaveLength(before + 1)
})
