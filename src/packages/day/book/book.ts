// The book of a day on a leader's phone: what it fetched, what it noted, and the way between the two. A step is in
// the phone's storage before anything else happens with it, and leaves it only once the cloud has answered for it.
import { actions, mostSteps, type ActivityCard, type DayRow, type OutputOf, type mergeDay } from '@core/contract'
import { afterMerge, readyToSend, withStep, type NotTaken, type NotedStep } from '@core/domain/day-queue'
import { create, type StoreApi, type UseBoundStore } from 'zustand'
import { call, type Trouble } from '@/client'
import {
  forgetSheet,
  keepNotTaken,
  keepSheet,
  keepSteps,
  keptNotTaken,
  keptSheet,
  keptSteps,
  type Sheet,
} from './keeping'
import { withNumbersOf } from './numbers'

/** Between this phone and the cloud: `busy` is a cloud that turned the call away since too many were there. */
export type Way = 'open' | 'offline' | 'busy'

/** What a leader's phone knows of a day; `card` null before the roster was ever fetched. */
export interface Book extends Omit<Sheet, 'card'> {
  card: ActivityCard | null
  steps: NotedStep[]
  notTaken: NotTaken[]
  /** Whether the last call was let into the cloud, or why not. */
  way: Way
  /** What went wrong with the last reading. */
  trouble: Trouble | undefined
  /** Why the cloud does not take what waits; undefined when it does, or was not asked. */
  held: Trouble | undefined
  /** When numbers are shown again that the last answer held back, by the phone's clock; 0 where it held none. */
  numbersAt: number
  /** False when the phone's storage is full: closing the app would lose what waits. */
  isKept: boolean
}

export type BookStore = UseBoundStore<StoreApi<Book>>
const books = new Map<string, BookStore>()

/** The book of an activity, from the phone's storage the first time. */
export function bookOf(id: string): BookStore {
  const known = books.get(id)
  if (known) return known
  const sheet = keptSheet(id)
  const empty = { card: null, units: [], rows: [], settledAt: null, seesHome: false, skew: 0, asOf: 0 }
  const store = create<Book>(() => ({
    ...(sheet ?? empty),
    steps: keptSteps(id),
    notTaken: keptNotTaken(id),
    way: 'open',
    trouble: undefined,
    held: undefined,
    numbersAt: 0,
    isKept: true,
  }))
  books.set(id, store)
  return store
}

function keep(id: string, book: Book): void {
  const { card, units, rows, settledAt, seesHome, skew, asOf } = book
  if (card) keepSheet(id, { card, units, rows, settledAt, seesHome, skew, asOf })
}

/** Notes a step: into storage first, then on the screen. */
export function note(id: string, step: NotedStep): void {
  const store = bookOf(id)
  const steps = withStep(store.getState().steps, step)
  store.setState({ isKept: keepSteps(id, steps), steps })
}

/** Puts away what the cloud did not take, once the leader has read it. */
export function readNotTaken(id: string): void {
  keepNotTaken(id, [])
  bookOf(id).setState({ notTaken: [] })
}

/** Gives up everything that waits, where the cloud will not take it any more. */
export function giveUpSteps(id: string): void {
  keepSteps(id, [])
  bookOf(id).setState({ steps: [], held: undefined })
}

const lines = new Map<string, Promise<boolean>>()

/** One thing after the other for each activity, so that an older roster never overwrites a newer answer. */
function inTurn(id: string, job: () => Promise<boolean>): Promise<boolean> {
  const next = (lines.get(id) ?? Promise.resolve(true)).then(job)
  lines.set(id, next)
  return next
}

const wayOf = ({ fault }: Trouble): Way => (fault?.kind === 'offline' || fault?.kind === 'busy' ? fault.kind : 'open')

/** Sends what waits, oldest first, fifty at a time; says whether the cloud answered, be it with a no. */
export const merge = (id: string): Promise<boolean> => inTurn(id, () => mergeNow(id))

async function mergeNow(id: string): Promise<boolean> {
  const store = bookOf(id)
  let most = mostSteps
  for (;;) {
    const batch = readyToSend(store.getState().steps, most)
    if (batch.length === 0) return true
    const keys = new Set(batch.map(({ key }) => key))
    const sent = store.getState().steps.map((step) => (keys.has(step.key) ? { ...step, isSent: true } : step))
    store.setState({ steps: sent, isKept: keepSteps(id, sent) })
    const sentAt = Date.now()
    const answer = await call(actions.mergeDay, { id, sentAt, steps: batch })
    if (answer.ok) {
      taken(id, numbersKept(id, answer.data), skewOf(answer.data.now, sentAt))
      continue
    }
    if (answer.fault?.kind !== 'bad_input') {
      store.setState({ held: answer, way: wayOf(answer) })
      return answer.refusal !== undefined
    }
    // A step that the contract forbids must not hold up the others: it is found by sending one at a time.
    if (batch.length === 1) taken(id, [{ key: batch[0]?.key ?? '', outcome: 'refused', row: null }])
    most = 1
  }
}

const skewOf = (cloudNow: number, sentAt: number) => Math.round(cloudNow - (sentAt + Date.now()) / 2)

/** What became of steps, with the numbers that this phone has where the cloud holds them back. */
function numbersKept(id: string, { results, held }: OutputOf<typeof mergeDay>) {
  if (!held) return results
  const { rows } = bookOf(id).getState()
  return results.map((result) => ({ ...result, row: result.row && (withNumbersOf(rows, [result.row])[0] ?? null) }))
}

/** Rows are kept before the steps go: a crash in between repeats a step, which is harmless. */
function taken(id: string, results: Parameters<typeof afterMerge>[2], skew?: number): void {
  const store = bookOf(id)
  const before = store.getState()
  const { rows, steps, notTaken } = afterMerge(before.rows, before.steps, results)
  const book: Book = {
    ...before,
    rows,
    steps,
    notTaken: [...before.notTaken, ...notTaken],
    skew: skew ?? before.skew,
    way: 'open',
    held: undefined,
  }
  keep(id, book)
  keepNotTaken(id, book.notTaken)
  store.setState({ ...book, isKept: keepSteps(id, steps) })
}

/** Sends what waits, then fetches the roster anew; says whether that worked. */
export const refresh = (id: string): Promise<boolean> =>
  inTurn(id, async () => (await mergeNow(id)) && (await fetchSheet(id)))

async function fetchSheet(id: string): Promise<boolean> {
  const store = bookOf(id)
  const rows: DayRow[] = []
  let heldFor = 0
  let cursor: string | null = null
  do {
    const sentAt = Date.now()
    const answer: Awaited<ReturnType<typeof callSheet>> = await callSheet(id, cursor)
    if (!answer.ok) {
      store.setState({ trouble: answer, way: wayOf(answer) })
      if (answer.refusal) forgetSheet(id)
      return false
    }
    const { items, next, now, held, ...rest } = answer.data
    rows.push(...items)
    heldFor = Math.max(heldFor, held ?? 0)
    cursor = next
    if (next === null) fetched(id, { ...rest, rows, skew: skewOf(now, sentAt), asOf: Date.now() }, heldFor)
  } while (cursor !== null)
  return true
}

const callSheet = (id: string, cursor: string | null) => call(actions.daySheet, { id, cursor })

const backAt = (minutes: number) => (minutes > 0 ? Date.now() + minutes * 60_000 : 0)

/** Rows that did not change stay the very same, so that they are not drawn again. */
function fetched(id: string, sheet: Sheet, heldFor: number): void {
  const store = bookOf(id)
  const before = store.getState()
  const known = new Map(before.rows.map((row) => [row.personId, row]))
  const whole = heldFor > 0 ? withNumbersOf(before.rows, sheet.rows) : sheet.rows
  const rows = whole.map((row) => {
    const old = known.get(row.personId)
    return old && JSON.stringify(old) === JSON.stringify(row) ? old : row
  })
  const isSame = rows.length === before.rows.length && rows.every((row, index) => row === before.rows[index])
  const book: Book = {
    ...before,
    ...sheet,
    rows: isSame ? before.rows : rows,
    way: 'open',
    trouble: undefined,
    numbersAt: backAt(heldFor),
  }
  const isKept = isSame && before.settledAt === sheet.settledAt && before.seesHome === sheet.seesHome
  if (!isKept) keep(id, book)
  store.setState(book)
}
