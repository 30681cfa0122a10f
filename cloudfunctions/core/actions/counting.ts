import { pause } from '../ports/chance'
import type { World } from './world'

/** Others asking for a number at the same moment; each look again is one of them having been given one. */
const mostAttempts = 30
/** How many of the last numbers a counter remembers, so that asking again gives the same. */
const remembered = 200

/** The next number of a counter, from 1; whoever asks again for the same thing is given the same, so none is lost. */
export async function numberFor({ store }: World, counter: string, to: string): Promise<number> {
  for (let attempt = 0; attempt < mostAttempts; attempt++) {
    const now = await store.read('counters', counter)
    const given = now?.given.find((each) => each.to === to)
    if (given) return given.number
    const number = (now?.last ?? 0) + 1
    if (!now) {
      if (await store.add('counters', { _id: counter, last: number, given: [{ to, number }] })) return number
    } else {
      const next = { last: number, given: store.is.push({ each: [{ to, number }], slice: -remembered }) }
      if (await store.change('counters', { _id: counter, last: now.last }, next)) return number
    }
    await pause(attempt)
  }
  throw new Error(`${counter} kept changing`)
}
