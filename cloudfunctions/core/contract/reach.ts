import * as v from 'valibot'
import { action } from './action'
import { ActivityCard } from './activity'
import { Cursor, Held, Id, Time } from './people'

/** Which telling it is: kind and revision of one activity's notice, such as `cancelled_once`. */
const NoticeKey = v.pipe(v.string(), v.regex(/^[A-Za-z]+_[A-Za-z0-9_]{1,30}$/))

/**
 * Why a message did not arrive outside the app. `none`: no account that could be told; `refused`: no consent left;
 * `failed`: WeChat would not take it; `unknown`: nobody knows whether it did; `family`: none of hers has seen it yet.
 */
export const unreachedWhys = ['none', 'refused', 'failed', 'unknown', 'waiting', 'family'] as const

/** Somebody whom no message has reached yet, for a call. */
export const CallRow = v.object({
  personId: Id,
  name: v.string(),
  /** Whole, for a call; '' when unknown. */
  phone: v.string(),
  /** Name of the family member whose number it is; '' when it is her own. */
  phoneOf: v.string(),
  kind: v.picklist(['account', 'elder', 'child', 'care', 'guest']),
  why: v.picklist(unreachedWhys),
  /** WeChat's error code of the last attempt, or the one it would have given; null when there was no way to it. */
  code: v.nullable(v.number()),
  /** Calls that nobody took. */
  tries: v.number(),
  triedAt: v.nullable(Time),
  /** What to say to her, where it is not what the list says. */
  say: v.optional(v.string()),
})
export type CallRow = v.InferOutput<typeof CallRow>

/** One notice that everybody has to know of, and how far it got; of those not shown `open` alone, and 0 for the rest. */
export const Reach = v.object({
  notice: NoticeKey,
  title: v.string(),
  at: Time,
  /** Everybody it concerns; of these by WeChat, by having read it, through the family, by a call; still to be called. */
  total: v.number(),
  sent: v.number(),
  read: v.number(),
  family: v.number(),
  called: v.number(),
  open: v.number(),
  /** Still on their way, and not to be called yet: the cloud has not come to them, or waits for the morning. */
  queued: v.number(),
})
export type Reach = v.InferOutput<typeof Reach>

/** 还没通知到的人: notices of an activity that everybody has to know of, latest first, and whom to call about one. */
export const callList = action('reach.list', {
  input: v.object({
    id: Id,
    /** Null takes the latest. */
    notice: v.optional(v.nullable(NoticeKey), null),
    cursor: v.optional(Cursor, null),
  }),
  output: v.object({
    card: ActivityCard,
    /** On the first page alone. */
    notices: v.array(Reach),
    notice: v.nullable(NoticeKey),
    /** What to say on the telephone. */
    say: v.string(),
    items: v.array(CallRow),
    next: Cursor,
    held: Held,
  }),
  refuses: [],
})

/** Ticks off a call: told, nobody answered, or the tick taken back. Repeating it is harmless. */
export const tickCall = action('reach.tick', {
  input: v.object({
    id: Id,
    notice: NoticeKey,
    personId: Id,
    outcome: v.picklist(['called', 'no_answer', 'undo']),
    /** Chosen once per tap, so that a repeated one counts once. */
    key: Id,
  }),
  output: v.object({ open: v.number(), row: v.nullable(CallRow), held: Held }),
  refuses: [],
})
