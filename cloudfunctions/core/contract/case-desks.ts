// What the desks see of cases: community, unit, county; to whom one can go, and the figures.
import * as v from 'valibot'
import { action } from './action'
import { CaseCard } from './case'
import { Cursor, Id } from './people'

/** What a desk of the community has: overdue first. Compounds with how many are open at each. */
export const inboxCases = action('case.inbox', {
  input: v.object({
    communityId: Id,
    /** `ask`: done, and who asked has to be asked by somebody whether it was done well. */
    which: v.picklist(['ours', 'overdue', 'away', 'open', 'followUp', 'ask', 'all']),
    compoundId: v.optional(v.nullable(Id), null),
    cursor: v.optional(Cursor, null),
  }),
  output: v.object({
    items: v.array(CaseCard),
    next: Cursor,
    /** Numbers at the top; null after the first page. `sealed` are cases that only their parties see. */
    counts: v.nullable(
      v.object({
        ours: v.number(),
        overdue: v.number(),
        away: v.number(),
        open: v.number(),
        followUp: v.number(),
        ask: v.number(),
        sealed: v.number(),
      }),
    ),
    compounds: v.array(
      v.object({
        id: Id,
        name: v.string(),
        open: v.number(),
        overdue: v.number(),
        latitude: v.number(),
        longitude: v.number(),
      }),
    ),
  }),
  refuses: [],
})

/** What a unit was whistled for: what asks for an answer first, then by deadline. */
export const unitCases = action('case.unit', {
  input: v.object({
    partnerId: Id,
    which: v.picklist(['asked', 'doing', 'done']),
    cursor: v.optional(Cursor, null),
  }),
  output: v.object({
    name: v.string(),
    items: v.array(CaseCard),
    next: Cursor,
    counts: v.nullable(v.object({ asked: v.number(), doing: v.number(), overdue: v.number() })),
  }),
  refuses: [],
})

/** The county: red numbers first, by community; and what climbed up to it. */
export const countyCases = action('case.county', {
  input: v.object({ cursor: v.optional(Cursor, null) }),
  output: v.object({
    communities: v.array(
      v.object({
        id: Id,
        name: v.string(),
        open: v.number(),
        overdue: v.number(),
        county: v.number(),
        sealed: v.number(),
      }),
    ),
    items: v.array(CaseCard),
    next: Cursor,
  }),
  refuses: [],
})

/** To whom a case can go, the likeliest first, each with the reasons. */
export const matches = action('case.matches', {
  input: v.object({ id: Id }),
  output: v.object({
    units: v.array(
      v.object({
        id: Id,
        name: v.string(),
        kind: v.string(),
        why: v.array(v.string()),
        people: v.array(v.object({ id: Id, name: v.string(), title: v.string() })),
      }),
    ),
    projects: v.array(v.object({ id: Id, title: v.string(), team: v.string(), why: v.array(v.string()) })),
    resources: v.array(
      v.object({ id: Id, title: v.string(), partner: v.string(), phone: v.string(), why: v.array(v.string()) }),
    ),
    same: v.array(CaseCard),
  }),
  refuses: [],
})

/** Opinions, solved, mediated, and the rest, of a community or the county, by month (yyyy-mm) and summed. */
export const CaseFigures = v.object({
  asked: v.number(),
  solved: v.number(),
  mediated: v.number(),
  reopened: v.number(),
  declined: v.number(),
  stars: v.number(),
  scored: v.number(),
})
export type CaseFigures = v.InferOutput<typeof CaseFigures>

export const caseFigures = action('case.figures', {
  input: v.object({
    communityId: v.nullable(Id),
    year: v.pipe(v.number(), v.integer(), v.minValue(2020), v.maxValue(2100)),
  }),
  output: v.object({ total: CaseFigures, months: v.array(v.object({ month: v.string(), figures: CaseFigures })) }),
  refuses: [],
})
