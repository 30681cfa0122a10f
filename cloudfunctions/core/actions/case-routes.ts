import { ask, enter } from './case-asking'
import { dropPictures } from './case-dropping'
import { move } from './case-moving'
import { letPartyIn } from './case-party'
import { show } from './case-view'
import { deskRoutes } from './desk-routes'
import type { Route } from './kernel'
import { listRoutes } from './list-routes'
import { registerRoutes } from './register-routes'

const handled: readonly Route[] = [
  ask,
  enter,
  dropPictures,
  show,
  letPartyIn,
  move,
  ...listRoutes,
  ...deskRoutes,
  ...registerRoutes,
]

/** Every action that the `cases` function answers, by its name. */
export const caseRoutes: ReadonlyMap<string, Route> = new Map(handled.map((route) => [route.action.name, route]))
