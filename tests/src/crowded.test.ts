import { isCrowded, patience, pauseBefore, whenThereIsRoom } from '@/client/crowded'
import { chanceFrom } from '../actions/chance'

/** The pauses of one call that is never let in, in ms. */
function pauses(chance: () => number): number[] {
  const all: number[] = []
  for (let waited = 0; ;) {
    const pause = pauseBefore(all.length, waited, chance)
    if (pause === null) return all
    all.push(pause)
    waited += pause
  }
}
const sum = (values: readonly number[]) => values.reduce((total, each) => total + each, 0)

describe('how long a call that is turned away is patient', () => {
  test('up to twenty seconds altogether and never beyond, whatever chance says', () => {
    for (const chance of [() => 0, () => 0.999999, chanceFrom(1), chanceFrom(2)]) {
      const waited = sum(pauses(chance))
      expect(waited).toBeLessThanOrEqual(patience)
      expect(waited).toBeGreaterThan(patience - 4_000)
    }
  })
  test('the longest a pause can be doubles from half a second to four', () => {
    const longest = pauses(() => 1)
    expect(longest).toEqual([500, 1000, 2000, 4000, 4000, 4000, 4000])
  })
  test('those turned away at the same moment do not come back together for their last try', () => {
    const chance = chanceFrom(4)
    const lasts = Array.from({ length: 1000 }, () => sum(pauses(chance)))
    const inTenths = new Map<number, number>()
    for (const last of lasts) {
      const tenth = Math.floor(last / 100)
      inTenths.set(tenth, (inTenths.get(tenth) ?? 0) + 1)
    }
    expect(Math.max(...inTenths.values())).toBeLessThan(100)
  })
  test('each falls anywhere below that, so that those turned away together come back apart', () => {
    const chance = chanceFrom(3)
    const third = Array.from({ length: 400 }, () => pauseBefore(2, 0, chance) ?? NaN)
    const quarters = [0, 1, 2, 3].map((at) => third.filter((ms) => Math.floor(ms / 500) === at).length)
    for (const many of quarters) expect(many).toBeGreaterThan(60)
    expect(sum(quarters)).toBe(400)
  })
  test('it is never so short that a phone only hammers', () => {
    expect(Math.min(...pauses(() => 0))).toBe(50)
  })
})

describe('what counts as turned away', () => {
  const failing = (errMsg: string, errCode?: number) => ({ errCode, errMsg: `cloud.callFunction:fail ${errMsg}` })
  test.each([
    ['too many at once', failing('exceed concurrent request limit', -501004)],
    ['too many altogether', failing('exceed request limit', -501003)],
    ['the code within the words only', failing('Error: errCode: -501004 | errMsg: …', -404011)],
    ['the name within the words only', failing('Error: EXCEED_CONCURRENT_REQUEST_LIMIT', -404011)],
    ['too many of one function', failing('FUNCTION_EXCEED_RESOURCE_LIMIT', -501001)],
  ])('%s', (_what, error) => expect(isCrowded(error)).toBe(true))
  test.each([
    ['no network', failing('Error: request:fail net::ERR_INTERNET_DISCONNECTED', -404011)],
    ['a function that took too long', failing('Invoking task timed out after 15 seconds', -504003)],
    ['a function that broke', failing('functions execute fail', -504002)],
    ['an error of the phone', new Error('timeout')],
    ['nothing at all', undefined],
  ])('not: %s', (_what, error) => expect(isCrowded(error)).toBe(false))
})

describe('asking when there is room', () => {
  const full = { errCode: -501004, errMsg: 'cloud.callFunction:fail' }
  beforeEach(() => jest.useFakeTimers())
  afterEach(() => jest.useRealTimers())

  /** A cloud that is full for the first so many asks. */
  function cloud(fullFor: number, otherwise: () => string = () => 'here') {
    let asked = 0
    const ask = () => (asked++ < fullFor ? Promise.reject(full) : Promise.resolve().then(otherwise))
    return { ask, asked: () => asked }
  }

  test('the answer comes as soon as there is room', async () => {
    const { ask, asked } = cloud(3)
    const answer = whenThereIsRoom(ask)
    await jest.advanceTimersByTimeAsync(patience)
    await expect(answer).resolves.toBe('here')
    expect(asked()).toBe(4)
  })
  test('in the end it says what the cloud said', async () => {
    const { ask } = cloud(Infinity)
    const answer = expect(whenThereIsRoom(ask)).rejects.toBe(full)
    await jest.advanceTimersByTimeAsync(patience + 1)
    await answer
  })
  test('what the cloud takes to turn it away counts as waiting, too', async () => {
    let asked = 0
    const slow = async () => {
      asked++
      await new Promise((done) => setTimeout(done, 9_000))
      throw full
    }
    const answer = expect(whenThereIsRoom(slow)).rejects.toBe(full)
    await jest.advanceTimersByTimeAsync(patience + 9_000)
    await answer
    expect(asked).toBe(3)
  })
  test('once nobody waits for the answer any more, the cloud is left in peace', async () => {
    let isWanted = true
    const { ask, asked } = cloud(Infinity)
    const answer = expect(whenThereIsRoom(ask, () => isWanted)).rejects.toBe(full)
    await jest.advanceTimersByTimeAsync(3_000)
    const before = asked()
    expect(before).toBeGreaterThan(1)
    isWanted = false
    await jest.advanceTimersByTimeAsync(4_000)
    await answer
    expect(asked()).toBe(before)
  })
  test('anything else that goes wrong is not asked again', async () => {
    const broken = new Error('broken')
    const { ask, asked } = cloud(0, () => {
      throw broken
    })
    await expect(whenThereIsRoom(ask)).rejects.toBe(broken)
    expect(asked()).toBe(1)
  })
})
