import { createHash } from 'node:crypto'
import { ids } from './ids'

/** A seed for a draw that nobody can guess. */
export const newSeed = () => ids.secret(32)

/** What is shown of a seed before the draw: its sha256 in hex; anyone can compute it from the seed shown after. */
export const commitmentOf = (seed: string) => createHash('sha256').update(seed).digest('hex')
