import { showCaseFigures } from './case-figures'
import { followOne, listMine, listSimilar, listWhatIsAsked } from './case-lists'
import { listNear } from './case-near'
import type { Route } from './kernel'

/** The lists of cases that everybody has. */
export const listRoutes: readonly Route[] = [
  listWhatIsAsked,
  listMine,
  listSimilar,
  followOne,
  listNear,
  showCaseFigures,
]
