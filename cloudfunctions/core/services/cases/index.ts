// Written by config/list-services.mjs from the files beside it, before every build; add or remove a file instead.
import type { CaseService } from '../case-service'
import { errand } from './errand'
import { hazard } from './hazard'
import { legal } from './legal'
import { mediation } from './mediation'
import { order } from './order'
import { whistle } from './whistle'
import { wish } from './wish'

// prettier-ignore
const listed: CaseService[] = [
  errand,
  hazard,
  legal,
  mediation,
  order,
  whistle,
  wish,
]

/** Every kind of thing that can be asked for, in the order in which they stand. */
export const caseServices: readonly CaseService[] = listed.sort((one, other) => one.order - other.order)

/** The service of that name; undefined where there is none. */
export const serviceOf = (id: string): CaseService | undefined => caseServices.find((each) => each.id === id)
