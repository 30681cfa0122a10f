import { openidOfCaller } from '../ports/cloud'
import { round } from './timer-round'

/** A round of the timer, for the platform's clock only; a person who calls the function starts nothing. */
export async function roundOnSchedule(): Promise<{ done: string[] }> {
  return openidOfCaller() === '' ? round() : { done: [] }
}
