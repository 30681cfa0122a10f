import * as v from 'valibot'
import { openidOfCaller, sourceOfCaller } from '../ports/cloud'
import { log, withoutValues } from '../ports/log'
import { messageOf } from '../ports/store'
import { certificateRoutes } from './certificate'
import { claimRoutes } from './claim-routes'
import { dataRoutes } from './data-routes'
import { fileRoutes } from './file-routes'
import { runRoutes } from './file-run'
import { jobRound } from './job-round'
import type { Route } from './kernel'
import { noteVerdict } from './pictures'
import { answer } from './router'
import { stationRoutes } from './station-routes'
import { watchRoutes } from './watching'
import { worldOf } from './world'

/** Every action that the `jobs` function answers, by its name; the contract's `answeredBy` says the same. */
const jobRoutes: ReadonlyMap<string, Route> = new Map(
  [
    ...runRoutes,
    ...fileRoutes,
    ...certificateRoutes,
    ...dataRoutes,
    ...stationRoutes,
    ...claimRoutes,
    ...watchRoutes,
  ].map((route) => [route.action.name, route]),
)

/** WeChat's verdict on a picture, as it pushes it. */
const PictureEvent = v.object({
  MsgType: v.literal('event'),
  Event: v.literal('wxa_media_check'),
  trace_id: v.string(),
  result: v.optional(v.object({ suggest: v.optional(v.unknown()) })),
})

/** The platform's clock. */
const Tick = v.object({ Type: v.pipe(v.string(), v.toLowerCase(), v.literal('timer')) })

/** Answers a phone's call, takes in what WeChat pushes, or makes what was left lying; never throws. */
export async function answerJob(event: unknown): Promise<unknown> {
  const told = v.safeParse(PictureEvent, event)
  if (told.success) return quietly('wxa_media_check', () => takeIn(told.output))
  const isTick = v.is(Tick, event) && openidOfCaller() === ''
  return isTick ? quietly('timer', jobRound) : answer(event, jobRoutes)
}

async function quietly(what: string, work: () => Promise<unknown>): Promise<string> {
  try {
    await work()
  } catch (error) {
    log({ event: what, fault: withoutValues(messageOf(error)) }, true)
  }
  return 'success'
}

/**
 * Two things keep a forged verdict out: a call that a phone made is no push, and the mark of a picture, which WeChat gave
 * us when it was handed over, never leaves the cloud. Whether a push names an OPENID is WeChat's business.
 */
async function takeIn({ trace_id, result }: v.InferOutput<typeof PictureEvent>): Promise<void> {
  const [source = ''] = sourceOfCaller().split(',')
  if (source === 'wx_client' || source === 'wx_devtools') throw new Error(`a push that comes from ${source}`)
  await noteVerdict(worldOf(), trace_id, result?.suggest)
}
