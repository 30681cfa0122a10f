// The lists beside the cases: who lends and does what (resources), and what teams do every week (projects).
import * as v from 'valibot'
import { action } from './action'
import { ColourSchema } from './colours'
import { Cursor, Id, Time, maybeWords, words } from './people'

const Day = v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\d$/))
/** ISO weekdays: Monday is 1. */
const Weekdays = v.pipe(
  v.array(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(7))),
  v.minLength(1),
  v.maxLength(7),
)

/** A partner unit as those who may whistle for it see it. */
export const Partner = v.object({
  id: Id,
  name: v.string(),
  kind: v.picklist(['bureau', 'clinic', 'shop', 'property', 'mediation', 'law']),
  phone: v.string(),
  words: v.string(),
  people: v.array(v.object({ id: Id, name: v.string(), title: v.string() })),
})
export type Partner = v.InferOutput<typeof Partner>

/** The units of a community, those that are responsible for it first. */
export const listPartners = action('partner.list', {
  input: v.object({ communityId: Id }),
  output: v.object({ items: v.array(Partner) }),
  refuses: [],
})

/** What a partner or shop offers: a room, a thing, a skill, hours; with the agreement and until when. */
export const Resource = v.object({
  id: Id,
  communityId: Id,
  partnerId: Id,
  partner: v.string(),
  kind: v.picklist(['room', 'thing', 'skill', 'hours']),
  title: v.string(),
  words: v.string(),
  colour: v.nullable(ColourSchema),
  phone: v.string(),
  agreement: v.string(),
  until: Time,
  isOver: v.boolean(),
  canEdit: v.boolean(),
})
export type Resource = v.InferOutput<typeof Resource>

/** Resources of a community, those that end soonest first; what ended is left to those who may renew it. */
export const listResources = action('resource.list', {
  input: v.object({ communityId: Id, cursor: v.optional(Cursor, null) }),
  output: v.object({ items: v.array(Resource), next: Cursor, canAdd: v.boolean() }),
  refuses: [],
})

/** Adds or changes one; `id` null adds, and `key` is chosen once by the phone. */
export const saveResource = action('resource.save', {
  input: v.object({
    id: v.nullable(Id),
    key: Id,
    communityId: Id,
    partnerId: Id,
    kind: v.picklist(['room', 'thing', 'skill', 'hours']),
    title: words(30),
    words: maybeWords(200),
    colour: v.nullable(ColourSchema),
    agreement: maybeWords(60),
    until: Time,
  }),
  output: Resource,
  refuses: ['resource.ends_in_past', 'case.no_such_unit', 'content.unchecked'],
})

/** Takes one off the list; it can be put back by saving it again. */
export const endResource = action('resource.end', { input: v.object({ id: Id }), output: v.object({}), refuses: [] })

/** A standing project of a team, as the menu shows it: its next days, each with what is left. */
export const Project = v.object({
  id: Id,
  /** Which kind of the project data it is made from. */
  kind: v.string(),
  title: v.string(),
  words: v.string(),
  colour: ColourSchema,
  communityId: Id,
  teamId: Id,
  team: v.string(),
  minutes: v.number(),
  weekdays: Weekdays,
  perDay: v.number(),
  isOn: v.boolean(),
  days: v.array(v.object({ day: Day, left: v.number() })),
  canEdit: v.boolean(),
})
export type Project = v.InferOutput<typeof Project>

/** The menu (点单) of a community. */
export const listProjects = action('project.list', {
  input: v.object({ communityId: Id }),
  output: v.object({ items: v.array(Project), canAdd: v.boolean() }),
  refuses: [],
})

/** Adds or changes a standing project, by those who run its team. Orders already taken stay. */
export const saveProject = action('project.save', {
  input: v.object({
    /** The team; `id` so that its right is found. */
    id: Id,
    projectId: v.nullable(Id),
    key: Id,
    kind: Id,
    title: words(20),
    words: maybeWords(200),
    weekdays: Weekdays,
    perDay: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(50)),
    isOn: v.boolean(),
  }),
  output: Project,
  refuses: ['content.unchecked', 'case.no_service'],
})
