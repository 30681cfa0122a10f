// Drawing lots so that anyone can check it: the seed is promised before and shown after; docs/rules-signup.md says how.
import { partiesOf } from './parties'

/** Four numbers of 32 bits out of a text: each word of the state sees every character. */
function stateFrom(seed: string): [number, number, number, number] {
  let [a, b, c, d] = [1779033703, 3144134277, 1013904242, 2773480762] as [number, number, number, number]
  for (let at = 0; at < seed.length; at++) {
    const code = seed.charCodeAt(at)
    a = b ^ Math.imul(a ^ code, 597399067)
    b = c ^ Math.imul(b ^ code, 2869860233)
    c = d ^ Math.imul(c ^ code, 951274213)
    d = a ^ Math.imul(d ^ code, 2716044179)
  }
  return [a, b, c, d]
}

/** Numbers below 2^32, the same for the same seed for ever: sfc32, after twelve numbers thrown away. */
function numbersFrom(seed: string): () => number {
  let [a, b, c, d] = stateFrom(seed)
  const next = () => {
    const sum = (((a + b) | 0) + d) | 0
    d = (d + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return sum >>> 0
  }
  for (let thrown = 0; thrown < 12; thrown++) next()
  return next
}

const span = 2 ** 32

/** A number from 0 to below `bound`, each equally likely: numbers from the uneven rest at the top are drawn again. */
function below(bound: number, next: () => number): number {
  const even = span - (span % bound)
  for (;;) {
    const number = next()
    if (number < even) return number % bound
  }
}

/** The order in which tickets 1 to `tickets` are drawn; every order is as likely as any other (Fisher and Yates). */
export function drawOrder(tickets: number, seed: string): number[] {
  const next = numbersFrom(seed)
  const order = Array.from({ length: tickets }, (_, n) => n + 1)
  for (let last = tickets - 1; last > 0; last--) {
    const other = below(last + 1, next)
    const [a, b] = [order[last], order[other]] as [number, number]
    order[last] = b
    order[other] = a
  }
  return order
}

/** What a draw makes of those who asked: who has a seat, and who waits, each in the order drawn. */
export interface Drawn {
  /** Parties in the order in which they asked: ticket n is the n-th. */
  tickets: string[][]
  order: number[]
  seated: string[][]
  waiting: string[][]
}

/**
 * Draws a ticket for each party; the first drawn that fit have the seats, all others wait in the order drawn.
 * `unitOf` says where a party wants to be, `free` how many seats there are.
 */
export function draw(
  asked: { pool: readonly string[]; bonds: readonly string[] },
  seed: string,
  free: (unit: string | null) => number,
  unitOf: (personId: string) => string | null = () => null,
): Drawn {
  const tickets = partiesOf(asked.pool, asked.bonds)
  const order = drawOrder(tickets.length, seed)
  const parties = order.map((number) => tickets[number - 1] ?? [])
  return { tickets, order, ...inOrder(parties, free, unitOf) }
}

/** The first parties that fit have the seats; all others wait, in the same order. */
export function inOrder(
  parties: readonly string[][],
  free: (unit: string | null) => number,
  unitOf: (personId: string) => string | null,
): Pick<Drawn, 'seated' | 'waiting'> {
  const left = new Map<string | null, number>()
  const placed: Pick<Drawn, 'seated' | 'waiting'> = { seated: [], waiting: [] }
  for (const party of parties) {
    const unit = unitOf(party[0] ?? '')
    const seats = left.get(unit) ?? free(unit)
    const fits = party.length <= seats
    left.set(unit, fits ? seats - party.length : seats)
    ;(fits ? placed.seated : placed.waiting).push(party)
  }
  return placed
}
