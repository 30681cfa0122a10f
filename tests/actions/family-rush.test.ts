// Two hundred families of one to four want fifty seats at the same moment, and every fourth call is cut off.
import { partiesOf } from '../../cloudfunctions/core/domain/parties'
import { chanceFrom } from './chance'
import { County, personIdOf } from './county'
import { wardDoc } from './families'

const seats = 50
const chance = chanceFrom(7)
const families = Array.from({ length: 200 }, (_, n) => {
  const keeper = `k${n}`
  const wards = Array.from({ length: n % 4 }, (_, m) => `d${n}x${m}`)
  return { keeper, wards, everyone: [personIdOf(keeper), ...wards] }
})
const id = 'rush'

const county = new County(['--latency', '2-8', '--no-fsync', '--instances', '12'])
beforeAll(async () => {
  await county.settle()
  await county.residents(families.map((each) => each.keeper))
  for (const { keeper, wards } of families)
    if (wards.length > 0) await county.set('people', personIdOf(keeper), { wards })
  await county.add(
    'dependents',
    families.flatMap(({ keeper, wards }) => wards.map((ward) => wardDoc(ward, keeper))),
  )
  await county.activity(id, { capacity: seats })
}, 60_000)
afterAll(() => county.end())

/** A tap that may be cut off after its first write, and is then repeated until it is answered. */
async function tap({ keeper, everyone }: (typeof families)[number], key: 'join' | 'leave'): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    const isCut = attempt === 0 && chance() < 0.25
    try {
      const reply = await county.call(keeper, key, { id, people: everyone }, isCut ? 1 : 0)
      if (!reply.ok) throw new Error(JSON.stringify(reply))
      return
    } catch (error) {
      if (attempt > 2) throw error
    }
  }
}

/** Every family is in with all of hers, or waits with all of hers, and no seat is empty that one of them fits into. */
async function expectWhole(there: typeof families): Promise<void> {
  const { holders, line, bonds, seatsLeft, taken, waiting } = await county.one('activities', id)
  expect(seatsLeft).toBe(seats - holders.length)
  expect([taken, waiting]).toEqual([holders.length, line.length])
  expect([...holders, ...line].sort()).toEqual(there.flatMap((each) => each.everyone).sort())
  for (const { everyone } of there) {
    const inside = everyone.filter((one) => holders.includes(one)).length
    expect([everyone, inside === 0 || inside === everyone.length]).toEqual([everyone, true])
  }
  const parties = partiesOf(line, bonds)
  expect(parties.map((party) => party.join('+')).sort()).toEqual(
    there
      .filter(({ everyone }) => line.includes(everyone[0] ?? ''))
      .map(({ everyone }) => everyone.join('+'))
      .sort(),
  )
  for (const party of parties) expect(party.length).toBeGreaterThan(seatsLeft)
  const rows = await county.find('signups', { activityId: id, live: true })
  const of = (states: string[]) => rows.filter((row) => states.includes(row.state)).map((row) => row.personId)
  expect(of(['in', 'offered']).sort()).toEqual([...holders].sort())
  expect(of(['waiting']).sort()).toEqual([...line].sort())
}

test('no family is ever half in, however many come at once', async () => {
  await Promise.all(
    families.flatMap((each, n) => (n % 3 === 0 ? [tap(each, 'join'), tap(each, 'join')] : [tap(each, 'join')])),
  )
  await county.mend()
  await expectWhole(families)
}, 240_000)

test('when every fourth family leaves at once, whole families move up', async () => {
  const leaving = families.filter((_, n) => n % 4 === 2)
  await Promise.all(leaving.map((each) => tap(each, 'leave')))
  await county.mend()
  await expectWhole(families.filter((each) => !leaving.includes(each)))
}, 240_000)
