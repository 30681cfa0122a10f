// Whether all goes its way: the clocks of the timer and of `jobs`, and the edition of the documents.
import { health, schemaMark, wantedSchema, type OutputOf } from '../contract'
import { forAnyone } from './kernel'
import { firstSchema, jobRoundMark, roundMark } from './marks'
import type { World } from './world'

/** How the whole stands, in one read. */
export async function healthOf({ store, now }: World): Promise<OutputOf<typeof health>> {
  const marks = await store.readMany('marks', [roundMark, jobRoundMark, schemaMark])
  return {
    now,
    roundAt: marks.get(roundMark)?.at ?? null,
    jobsAt: marks.get(jobRoundMark)?.at ?? null,
    schema: { now: marks.get(schemaMark)?.at ?? firstSchema, wanted: wantedSchema },
  }
}

/** Whether the cloud answers; see the contract. */
export const showHealth = forAnyone(health, (_, world) => healthOf(world))
