import { chanceFrom } from '../actions/chance'
import { County } from '../actions/county'
import { flashOpening } from './load-flash'
import { headOfSummaries, Notes, rowOf, type Summary } from './load-notes'
import { fillStreet, live, type Street } from './load-people'
import { tenth, whole, type Measured, type Progress } from './measured'

/** MINUTES, PEOPLE, CONCURRENT, THINK (s, `0.5-2`), FLASH (people) and SEED change what is run. */
const number = (name: string, otherwise: number) => Number(process.env[name] ?? otherwise)
const minutes = number('MINUTES', 3)
const people = number('PEOPLE', 200)
const concurrent = number('CONCURRENT', 30)
const flashPeople = number('FLASH', 5_000)
const [least = 0.5, most = least] = (process.env.THINK ?? '0.5-2').split('-').map(Number)
const overload = 5
const overloadMinutes = Math.min(1, minutes)
const afterMinutes = Math.min(0.5, minutes)
/** Memory may grow so much after the first minute; below that it is what the collector left lying. */
const mostGrowth = 1.1

const MB = 1024 * 1024
const cloudOptions = ['--timers', '--concurrent', String(concurrent)]

/** Memory of the cloud's process at a moment, MB. */
interface Sample {
  at: string
  rss: number
  heap: number
}

/** One stretch of time with so many people in the street. */
class Stretch {
  readonly notes = new Notes()
  private readonly began = performance.now()
  seconds = NaN

  constructor(private readonly street: Omit<Street, 'notes' | 'until'>) {}

  /** Ends when everyone has put the phone away. */
  async run(openids: readonly string[], minutesLong: number): Promise<this> {
    const until = this.began + minutesLong * 60_000
    const street = { ...this.street, notes: this.notes, until }
    await Promise.all(openids.map((openid) => live(street, openid)))
    this.seconds = (performance.now() - this.began) / 1000
    return this
  }
}

/** A street under a load it bears, then five times that, then as before. */
export async function measureLoad(_: unknown, say: Progress): Promise<Measured> {
  const { stretches, samples, broken } = await streetFor(chanceFrom(number('SEED', 1)), say)
  const named = stretches.map(([name, { notes }]) => [name, notes.of()] as const)
  const [, calm] = stretches[0] ?? []
  const each = (calm?.notes.summaries().slice(1) ?? []).map((summary) =>
    rowOf(`of the first: ${summary.action}`, summary),
  )
  const rows = [...named.map(([name, summary]) => rowOf(name, summary)), ...each]
  const figures = { calls: Object.fromEntries(named), memory: samples }
  return { table: [headOfSummaries, ...rows], figures, broken: [...broken, ...named.flatMap(errorsIn)] }
}

/** Everyone wants one of a hundred seats in the first ten seconds. */
export async function measureFlash(_: unknown, say: Progress): Promise<Measured> {
  const flash = await flashFor(chanceFrom(number('SEED', 1)), say)
  const rows = flash.notes.summaries().map((summary) => rowOf(summary.action, summary))
  const figures = { ...flash, notes: flash.notes.of() }
  return {
    table: [headOfSummaries, ...rows],
    figures,
    broken: [...flash.wrong, ...errorsIn(['flash', flash.notes.of()])],
  }
}

const errorsIn = ([name, { errors }]: readonly [string, Summary]) => (errors > 0 ? [`${name}: ${errors} errors`] : [])

async function streetFor(chance: () => number, say: Progress) {
  const county = new County(cloudOptions)
  try {
    await county.settle()
    const openids = Array.from({ length: people * overload }, (_, n) => `p${n}`)
    await fillStreet(county, openids)
    const street = { county, chance, think: [least * 1000, most * 1000] as const }
    const samples: Sample[] = []
    const sample = async (at: string) => samples.push(await sampleOf(county, at, say))
    await sample('start')
    const ticker = setInterval(() => void sample(`minute ${samples.length}`), 60_000)
    const calm = await new Stretch(street).run(openids.slice(0, people), minutes)
    clearInterval(ticker)
    tell(`${people} people`, calm, say)
    const crowded = new Stretch(street)
    const leaving = crowded.run(openids, overloadMinutes)
    await new Promise((done) => setTimeout(done, overloadMinutes * 60_000))
    const after = new Stretch(street).run(openids.slice(0, people), afterMinutes)
    tell(`${people * overload} people`, await leaving, say)
    tell('afterwards', await after, say)
    await sample('afterwards')
    const stretches: [string, Stretch][] = [
      [`${people} people`, calm],
      [`${people * overload} people`, crowded],
      [`${people} people afterwards`, await after],
    ]
    return { samples, stretches, broken: grown(samples) }
  } finally {
    await county.end()
  }
}

async function sampleOf(county: County, at: string, say: Progress): Promise<Sample> {
  const { memory, store, crowd } = await county.figures()
  const [rss, heap] = [memory.rss / MB, memory.heapUsed / MB]
  const docs = Object.values(store.collections).reduce((sum, count) => sum + count, 0)
  say(`${at}: ${whole(rss)} MB resident, ${whole(heap)} MB heap, ${whole(docs)} documents, ${JSON.stringify(crowd)}`)
  return { at, rss, heap }
}

/** Says how a stretch went; complaints in full. */
function tell(name: string, { notes, seconds }: Stretch, say: Progress): void {
  const { calls, p50, p95, p99, turnedAway, givenUp, errors } = notes.of()
  const rates = `${tenth((calls - givenUp) / seconds)} a second, p50 ${whole(p50)}, p95 ${whole(p95)}, p99 ${whole(p99)} ms`
  const share = (100 * (calls - givenUp)) / calls
  say(
    `${name}: ${whole(calls)} calls, ${rates}; turned away ${whole(turnedAway)} times, served ${share.toFixed(2)} %, ${errors} errors`,
  )
  for (const complaint of notes.complaints) say(`✗ ${complaint}`)
}

/** Whether memory grew after the first minute, in words. */
function grown(samples: readonly Sample[]): string[] {
  const minutely = samples.filter(({ at }) => at.startsWith('minute'))
  const [first, last] = [minutely[0], minutely[minutely.length - 1]]
  if (!first || !last || last.rss <= first.rss * mostGrowth) return []
  return [`memory grew from ${whole(first.rss)} MB after the first minute to ${whole(last.rss)} MB`]
}

async function flashFor(chance: () => number, say: Progress) {
  const county = new County(cloudOptions)
  try {
    await county.settle()
    const flash = await flashOpening(county, { people: flashPeople, seats: 100, within: 10_000 }, chance, say)
    const { notes, told, readTheSentence, soldAfter, seconds, crowd } = flash
    const { calls, turnedAway, givenUp } = notes.of()
    say(`flash: all seats gone after ${tenth(soldAfter)} s, everyone answered after ${tenth(seconds)} s`)
    say(`flash: ${tenth((calls - givenUp) / seconds)} calls a second; told ${JSON.stringify(told)}`)
    say(
      `flash: turned away ${whole(turnedAway)} times, ${whole(readTheSentence)} read that many are here; ${JSON.stringify(crowd)}`,
    )
    for (const complaint of [...notes.complaints, ...flash.wrong]) say(`✗ ${complaint}`)
    return flash
  } finally {
    await county.end()
  }
}
