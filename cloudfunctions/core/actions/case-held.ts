// One case in the hands of a call: read with what the caller stands to it, and saved only if nobody else moved it since.
import type { Change, Viewer } from '../domain/case'
import type { Sight } from '../domain/case-sight'
import type { CaseDoc } from '../ports/documents'
import type { CaseService } from '../services/case-service'
import { serviceOf } from '../services/cases'
import type { NewPicture } from './case-pictures'
import { onlookerWith, standingOf, type Onlooker } from './case-who'
import type { World } from './world'

/** A case with what the caller stands to it and how much of it she sees. */
export interface Held {
  kase: CaseDoc
  service: CaseService
  viewer: Viewer
  sight: Sight
  /** Who she is to this case alone: of those she keeps only whom it is for. */
  who: Onlooker
  /** The case as it is shown to her; another one than `kase` when her own move took it from her sight. */
  shown: CaseDoc
}

/** The timer leaves what follows from a fresh step to the call that made it, ms. */
const graceMs = 30_000

/**
 * The case as the caller stands to it; null when there is none, or she is to know nothing of it. Whoever made its last move
 * under this key sees it once more, although that took it from her sight.
 */
export async function heldBy(world: World, id: string, key = ''): Promise<Held | null> {
  const kase = await world.store.read('cases', id)
  return kase && standing(world, kase, await onlookerOn(world, kase), key)
}

/** How somebody stands to a case that is read already. */
export function standing({ id }: World, kase: CaseDoc, who: Onlooker, key = ''): Held | null {
  const service = serviceOf(kase.service)
  if (!service) return null
  const { viewer, sight } = standingOf(kase, who)
  if (sight !== 'none' && sight !== 'outline') return { kase, service, viewer, sight, who, shown: kase }
  const last = kase.steps.at(-1)
  if (!last || key === '' || last.key !== key || last.by !== id) return null
  const shown = asBefore(kase, last)
  return { kase, service, ...standingOf(shown, who), who, shown }
}

/** The case with her in the part in which she made its last move. */
function asBefore(kase: CaseDoc, { as, of, by }: CaseDoc['steps'][number]): CaseDoc {
  if (as === 'unit') return { ...kase, unitIds: [...kase.unitIds, of] }
  if (as === 'county') return { ...kase, level: 'county' }
  if (as === 'asker') return { ...kase, askerId: by }
  return as === 'helper' ? { ...kase, helpers: [...kase.helpers, by] } : kase
}

/** The caller as one case has to know her; a read for somebody kept, and one for teams that were whistled for. */
async function onlookerOn(world: World, kase: CaseDoc): Promise<Onlooker> {
  const { store, id, person } = world
  const isKept = kase.forId.startsWith('d') && person?.wards?.includes(kase.forId)
  const teams = kase.units.filter(({ kind }) => kind === 'team').map((unit) => unit.id)
  const [ward, led] = await Promise.all([
    isKept ? store.read('dependents', kase.forId) : null,
    person ? store.readMany('teams', teams, ['leaderIds']) : new Map<string, { leaderIds: string[] }>(),
  ])
  const wards = ward && ward.consent !== null ? [ward] : []
  return onlookerWith(
    world,
    wards,
    teams.filter((team) => led.get(team)?.leaderIds.includes(id)),
  )
}

/** What is saved beside what the rules changed. */
interface Beside {
  /** The phone's key; '' for the clock. */
  key: string
  pictures?: readonly NewPicture[]
}

/**
 * Saves a change if nobody moved the case since it was read; the case as it is then, null when somebody did. Verdicts on
 * its pictures may come in meanwhile: those are added, never written over.
 */
export async function save(
  { store, now }: World,
  kase: CaseDoc,
  { set, step: fact }: Change,
  { key, pictures = [] }: Beside,
): Promise<CaseDoc | null> {
  const { is } = store
  const turn = kase.turn + 1
  const step = { ...fact, turn, key }
  const shown = pictures.map((picture) => ({ ...picture, turn }))
  const beside = { turn, unsettledAt: now + graceMs }
  const fields = Object.entries(set).map(([field, value]) => [field, isPlain(value) ? is.set(value) : value])
  const written = {
    ...Object.fromEntries(fields),
    ...beside,
    steps: is.push([step]),
    ...(step.by !== '' && !kase.known?.includes(step.by) && { known: is.addToSet(step.by) }),
    ...(shown.length > 0 && { pictures: is.push(shown) }),
  }
  const same = { _id: kase._id, turn: kase.turn, ...(set.followers && sameFollowers(store, kase)) }
  if ((await store.change('cases', same, written)) === 0) return null
  return { ...kase, ...set, ...beside, steps: [...kase.steps, step], pictures: [...kase.pictures, ...shown] }
}

/** Following moves nothing: who takes followers over looks whether somebody came or went meanwhile. */
function sameFollowers({ is }: World['store'], { followers, mine }: CaseDoc) {
  const sameLength = (field: string, { length }: string[]) => ({
    [`${field}.${length}`]: is.exists(false),
    ...(length > 0 && { [`${field}.${length - 1}`]: is.exists(true) }),
  })
  return { ...sameLength('followers', followers), ...sameLength('mine', mine) }
}

/** Objects are put in place of what was there; the SDK would merge them into it. */
const isPlain = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
