// A call that answers a card dies after any of its writes: repeating the tap, or the timer alone, makes it whole.
import { County, day, hour, minute, personIdOf } from './county'
import { alsoKeeps, answersTold, home, sentCard, stateOf, type Home } from './cards'

const county = new County()
beforeAll(() => county.settle(), 60_000)
afterAll(() => county.end())

const said = '妈妈说：我去「一起扫扫咱们院」'
const whole = ({ daughter, phone }: Home) => ({
  isIn: true,
  isWaiting: false,
  row: { state: 'in', by: personIdOf(daughter), isLookedFor: true },
  answer: 'yes',
  isDone: true,
  answeredBy: personIdOf(phone),
})

/** More writes than an answer makes: the card, her seat, her row, a message with its count, the card. */
const everyWrite = [1, 2, 3, 4, 5, 6]

/** A tap that dies after so many writes; whether it did. */
async function dies(phone: string, input: { token: string; yes: boolean }, after: number): Promise<boolean> {
  const reply = await county.call(phone, 'answerCard', input, after).catch(() => null)
  return reply === null
}

describe('an answer that is cut off', () => {
  test.each(everyWrite)('after write %i is whole once she taps again, and told once', async (after) => {
    const at = await home(county)
    const token = await sentCard(county, at)
    expect(await dies(at.phone, { token, yes: true }, after)).toBe(true)
    const again = await county.ask(at.phone, 'answerCard', { token, yes: true })
    expect(again).toMatchObject({ answer: 'yes', mine: { state: 'in' } })
    expect(await stateOf(county, at)).toEqual(whole(at))
    expect(await answersTold(county, at.daughter)).toEqual([said])
  })

  test.each(everyWrite)(
    'after write %i is whole after the timer’s rounds, also when nobody taps again',
    async (after) => {
      const at = await home(county)
      const token = await sentCard(county, at)
      await dies(at.phone, { token, yes: true }, after)
      await county.advance(minute)
      await Promise.all([county.round(), county.round()])
      expect(await stateOf(county, at)).toEqual(whole(at))
      expect(await answersTold(county, at.daughter)).toEqual([said])
    },
  )

  test.each([1, 2, 3, 4, 5])('is whole though the timer dies after its write %i too', async (after) => {
    const at = await home(county)
    const token = await sentCard(county, at)
    await dies(at.phone, { token, yes: true }, 1)
    await county.advance(minute)
    await county.round(after).catch(() => null)
    await county.round()
    expect(await stateOf(county, at)).toEqual(whole(at))
    expect(await answersTold(county, at.daughter)).toEqual([said])
  })

  test.each([1, 2, 3, 4])('no, cut off after write %i, frees her seat all the same', async (after) => {
    const at = await home(county)
    const token = await sentCard(county, at)
    await county.ask(at.phone, 'answerCard', { token, yes: true })
    await county.advance(1000)
    await dies(at.phone, { token, yes: false }, after)
    await county.advance(minute)
    await county.round()
    expect(await stateOf(county, at)).toMatchObject({ isIn: false, answer: 'no', isDone: true, row: { state: 'left' } })
    expect(await answersTold(county, at.daughter)).toEqual([said, '妈妈这次不去「一起扫扫咱们院」'])
  })

  test('and refused by the time the timer comes to it binds nobody', async () => {
    const at = await home(county)
    const token = await sentCard(county, at)
    await dies(at.phone, { token, yes: true }, 1)
    await county.set('activities', at.id, { state: 'closed' })
    await county.advance(minute)
    await county.round()
    expect(await stateOf(county, at)).toMatchObject({ isIn: false, answer: 'none', isDone: true, answeredBy: '' })
    expect(await answersTold(county, at.daughter)).toEqual([])
  })

  test.each([1, 2, 3, 4, 5, 6, 7])(
    'of the family, cut off after write %i while the elder says that it is her own phone, is told once',
    async (after) => {
      const at = await home(county)
      await alsoKeeps(county, at, `son-${at.id}`)
      const token = await sentCard(county, at)
      await dies(at.daughter, { token, yes: true }, after)
      await county.ask(at.phone, 'acceptCard', { token })
      await county.advance(minute)
      await county.round()
      expect(await stateOf(county, at)).toMatchObject({ isIn: true, answer: 'yes', isDone: true })
      expect(await answersTold(county, `son-${at.id}`)).toEqual(['家里人替老妈报了「一起扫扫咱们院」'])
    },
  )

  test('yes and no from two phones at once end as one of them, and her seat agrees with the card', async () => {
    for (let round = 0; round < 6; round++) {
      const at = await home(county)
      const son = `son-${at.id}`
      await alsoKeeps(county, at, son)
      const token = await sentCard(county, at)
      await Promise.all([
        county.ask(at.phone, 'answerCard', { token, yes: true }),
        county.ask(son, 'answerCard', { token, yes: false }),
        county.ask(at.daughter, 'answerCard', { token, yes: round % 2 === 0 }),
      ])
      const { isIn, answer, isDone, row } = await stateOf(county, at)
      expect([answer, isDone]).toEqual([isIn ? 'yes' : 'no', true])
      expect(row?.state === 'in').toBe(isIn)
    }
  })
})

describe('cards that are long over', () => {
  test('are removed a month after they were good, and not before', async () => {
    const [at, moved] = [await home(county), await home(county)]
    await sentCard(county, at)
    const token = await sentCard(county, moved)
    const later = county.now() + 30 * day
    await county.set('activities', moved.id, { startsAt: later, endsAt: later + hour, closesAt: later })
    await county.advance(2 * day + 2 * hour + day + 29 * day)
    await county.round()
    expect(await county.find('cards', { wardId: at.mother })).toHaveLength(1)
    await county.advance(day + minute)
    await county.round()
    expect(await county.find('cards', { wardId: at.mother })).toEqual([])
    expect((await county.find('cards', { wardId: moved.mother })).map((card) => card.token)).toEqual([token])
  })
})
