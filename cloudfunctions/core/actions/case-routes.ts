import type { Route } from './kernel'

const handled: readonly Route[] = []

/** Every action that the `cases` function answers, by its name. */
export const caseRoutes: ReadonlyMap<string, Route> = new Map(handled.map((route) => [route.action.name, route]))
