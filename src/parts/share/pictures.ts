import type { Colour } from '@core/contract'
import blue from './blue.png'
import cyan from './cyan.png'
import green from './green.png'
import orange from './orange.png'
import purple from './purple.png'
import red from './red.png'
import yellow from './yellow.png'

/** The 5:4 picture of a share card, by colour; drawn by config/make-share.mjs. */
export const sharePictures: Record<Colour, string> = { red, orange, yellow, green, cyan, blue, purple }

/** The picture of a card that is about all seven colours: the yellow of the dandelion. */
export const sharePicture = yellow
