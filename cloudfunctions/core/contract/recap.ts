import * as v from 'valibot'
import { action } from './action'
import { Id, Time, maybeWords } from './people'

/** Pictures of one recap. */
export const mostPictures = 9
const FileId = v.pipe(v.string(), v.regex(/^cloud:\/\/[\w./-]{1,200}$/))

/** What was done: people served, words, pictures. A picture is seen by others once WeChat's check passed it. */
export const Recap = v.object({
  activityId: Id,
  served: v.number(),
  words: v.string(),
  thanks: v.string(),
  pictures: v.array(v.object({ fileId: v.string(), state: v.picklist(['pending', 'fine', 'refused']) })),
  at: v.nullable(Time),
  came: v.number(),
  minutes: v.number(),
  /** How many rated it and their mean, for those who run it; null for others and with none. */
  ratings: v.nullable(v.object({ count: v.number(), mean: v.number(), words: v.array(v.string()) })),
  /** Whether the caller came and may rate; her own stars when she did. */
  canRate: v.boolean(),
  myStars: v.nullable(v.number()),
  canManage: v.boolean(),
})
export type Recap = v.InferOutput<typeof Recap>

export const getRecap = action('recap.get', { input: v.object({ id: Id }), output: Recap, refuses: [] })

/** Writes or changes the recap; the first time, those who came are thanked and asked how it was. */
export const saveRecap = action('recap.save', {
  input: v.object({
    id: Id,
    served: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100_000)),
    words: maybeWords(1000),
    thanks: maybeWords(200),
    pictures: v.pipe(v.array(FileId), v.maxLength(mostPictures)),
  }),
  output: Recap,
  refuses: ['recap.not_over', 'recap.not_your_picture', 'activity.called_off', 'content.unchecked'],
})

/** How it was, one to five; words go to the organiser alone. Once a person; rating again changes it. */
export const rate = action('activity.rate', {
  input: v.object({
    id: Id,
    stars: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(5)),
    words: maybeWords(200),
  }),
  output: v.object({ stars: v.number() }),
  refuses: ['recap.did_not_come', 'content.unchecked'],
})

/** The mini-program code of an activity for its poster, base64 PNG. */
export const activityCode = action('activity.code', {
  input: v.object({ id: Id }),
  output: v.object({ png: v.string() }),
  refuses: [],
})
