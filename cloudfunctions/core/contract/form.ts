// What a leader fills in, apart from the actions: the phone checks it by this shape before it asks.
import * as v from 'valibot'
import { formExtras, mostSeats } from './seats'
import { Id, Latitude, Longitude, Time, maybeWords, words } from './shapes'

export const Place = v.object({
  id: v.nullable(Id),
  name: words(30),
  address: maybeWords(60),
  latitude: v.nullable(Latitude),
  longitude: v.nullable(Longitude),
})
export type Place = v.InferOutput<typeof Place>

/** Who may come: anyone, residents of its community, or members of its team. */
export const Audience = v.picklist(['anyone', 'community', 'members'])

/** What a leader fills in; times in ms; capacity null means no limit. */
export const ActivityForm = v.object({
  teamId: Id,
  /** Template or earlier activity it came from; empty when written anew. */
  template: maybeWords(64),
  title: words(40),
  intro: maybeWords(600),
  place: Place,
  startsAt: Time,
  endsAt: Time,
  opensAt: Time,
  closesAt: Time,
  cancelBy: Time,
  capacity: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(mostSeats))),
  audience: Audience,
  bring: v.pipe(v.array(words(40)), v.maxLength(8)),
  contact: v.object({ name: words(20), phone: v.pipe(v.string(), v.trim(), v.regex(/^[\d-]{5,20}$/)) }),
  ...formExtras,
})
export type ActivityForm = v.InferOutput<typeof ActivityForm>

/** Why a form cannot become an activity, or the meetings of a series. */
export const formRefusals = [
  'activity.starts_in_past',
  'activity.ends_before_start',
  'activity.too_long',
  'activity.closes_after_end',
  'activity.opens_after_close',
  'activity.units_outside',
  'activity.draw_after_start',
  'activity.draw_or_approval',
  'content.unchecked',
] as const
