// Many scenes at once: their documents in one go, their calls side by side.
import type { Reply } from '../../cloudfunctions/core/contract'
import type { CallStats, Faults } from './cloud-process'
import type { County } from './county'
import type { Call, Scene } from './every-scenes'
import { putAll, Subject } from './subjects'

/** Calls under way at once. */
const sideBySide = 8

/** Does something for each of many, several at once. */
export async function each<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = []
  let next = 0
  const one = async () => {
    for (let at = next++; at < items.length; at = next++) results[at] = await work(items[at] as T)
  }
  await Promise.all(Array.from({ length: sideBySide }, one))
  return results
}

/** A scene that is set, and the call that is to be made. */
export interface Staged {
  scene: Scene
  subject: Subject
  call: Call
}

let made = 0
const newId = () => `s${String(++made).padStart(4, '0')}`

/** Sets these scenes, each in a little world of its own. */
export async function stage(county: County, scenes: readonly Scene[]): Promise<Staged[]> {
  const now = county.now()
  const set = scenes.map((scene) => {
    const subject = new Subject(newId(), now)
    return { scene, subject, ready: scene.stage(subject) }
  })
  await putAll(
    county,
    set.map(({ subject }) => subject),
  )
  return each(set, async ({ scene, subject, ready }) => {
    try {
      return { scene, subject, call: await ready(county) }
    } catch (error) {
      throw new Error(`${scene.name} could not be set: ${String(error)}`)
    }
  })
}

export type Answered = Reply<unknown> & { stats: CallStats }

/** Makes the call; null when it died of the faults. */
export async function make(county: County, { call }: Staged, faults: number | Faults = 0): Promise<Answered | null> {
  try {
    return (await county.call(call.openid, call.key, call.input, faults)) as Answered
  } catch {
    return null
  }
}
