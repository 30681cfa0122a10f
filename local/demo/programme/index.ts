import { blue } from './blue'
import { cyan } from './cyan'
import { green } from './green'
import type { Happening } from './happening'
import { orange } from './orange'
import { purple } from './purple'
import { red } from './red'
import { yellow } from './yellow'

export type { Happening } from './happening'
export { festivals } from './festivals'

/** Everything the teams hold, without the festivals. */
export const everyday: readonly Happening[] = [red, orange, yellow, green, cyan, blue, purple].flat()
