import { minute, type County } from '../actions/county'
import { Notes } from './load-notes'
import { ask, look } from './load-people'
import type { Progress } from './measured'

/** How big the flash opening is. */
export interface Flash {
  people: number
  seats: number
  /** They all come within so long after it opens, ms. */
  within: number
}

const id = 'flash'
const longestLine = 2000
/** Someone who read that many people are here comes again by hand, after so long, ms; not for ever. */
const comesAgain = [3_000, 8_000] as const
const mostComings = 30

/** Everyone comes in the first seconds of an opening; what they were told, what stands afterwards, what is wrong with it. */
export async function flashOpening(
  county: County,
  { people, seats, within }: Flash,
  chance: () => number,
  say: Progress,
) {
  const notes = new Notes()
  const openids = Array.from({ length: people }, (_, n) => `f${n}`)
  await county.residents(openids)
  const opensIn = 5_000
  await county.activity(id, { capacity: seats, seatsLeft: seats, opensAt: county.now() + opensIn })
  const told: Record<string, number> = {}
  let readTheSentence = 0
  const opensAt = performance.now() + opensIn
  const since = () => (performance.now() - opensAt) / 1000
  let soldAfter = NaN
  let answered = 0

  const come = async (openid: string) => {
    await pause(opensAt - performance.now() + chance() * within)
    await ask({ county, notes }, openid, 'getActivity', { id })
    await look({ chance, think: [300, 1_500] })
    for (let coming = 1; coming <= mostComings; coming++) {
      const reply = await ask({ county, notes }, openid, 'join', { id })
      if (reply) {
        const word = reply.ok
          ? (reply.data.mine?.state ?? 'nothing')
          : 'refusal' in reply
            ? reply.refusal.refused
            : 'fault'
        told[word] = (told[word] ?? 0) + 1
        if (told.in === seats && word === 'in') soldAfter = since()
        answered++
        return
      }
      if (coming === 1) readTheSentence++
      await look({ chance, think: comesAgain })
    }
    told['never let in'] = (told['never let in'] ?? 0) + 1
  }
  const progress = setInterval(() => say(`flash: ${answered} of ${people} answered, ${since().toFixed(0)} s`), 10_000)
  await Promise.all(openids.map(come))
  clearInterval(progress)
  const seconds = since()
  const { crowd, memory } = await county.figures()
  await county.advance(minute)
  await county.round()
  const wrong = await whatIsWrong(county, people, seats, told)
  return { notes, told, readTheSentence, soldAfter, seconds, crowd, rss: memory.rss, wrong }
}

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms))

/** What does not fit together after a flash opening, in words. */
async function whatIsWrong(county: County, people: number, seats: number, told: Record<string, number>) {
  const { holders, line, seatsLeft, taken, waiting } = await county.one('activities', id)
  const rows = new Map(
    (await county.find('signups', { activityId: id, live: true })).map((row) => [row.personId, row.state]),
  )
  const waits = Math.min(longestLine, people - seats)
  const expected: [what: string, is: unknown, should: unknown][] = [
    ['holders', holders.length, seats],
    ['in line', line.length, waits],
    ['counts', [seatsLeft, taken, waiting].join(), [0, seats, waits].join()],
    ['different people', new Set([...holders, ...line]).size, seats + waits],
    ['rows', rows.size, seats + waits],
    ['holders without their row', holders.filter((personId) => rows.get(personId) !== 'in').length, 0],
    ['waiting without their row', line.filter((personId) => rows.get(personId) !== 'waiting').length, 0],
    ['told that they are in', told.in ?? 0, seats],
    ['told that they wait', told.waiting ?? 0, waits],
    ['told that the line is full', told['activity.line_full'] ?? 0, people - seats - waits],
  ]
  return expected.flatMap(([what, is, should]) =>
    is === should ? [] : [`${what}: ${String(is)}, not ${String(should)}`],
  )
}
