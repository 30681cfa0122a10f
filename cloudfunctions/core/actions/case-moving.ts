// One move of a case: decided by the rules, saved if nobody was faster, else decided anew from what the case is by then.
import { isRefusal, moveCase, refuse, type InputOf, type Move, type Refusal, type RefusalOf } from '../contract'
import { decide, joined, type UnitAtHand } from '../domain/case-flow'
import type { Change } from '../domain/case'
import { projectTeam } from '../domain/case-order'
import type { CaseDoc } from '../ports/documents'
import { serviceOf } from '../services/cases'
import { book } from './case-booking'
import { heldBy, save, standing, type Held } from './case-held'
import { forCase } from './case-kernel'
import { areHers, newPictures, type NewPicture } from './case-pictures'
import { mayEndIn, settle } from './case-telling'
import { unitsFor } from './case-units'
import { viewOf } from './case-view'
import { note } from './audit'
import { checkWords } from './checking'
import type { KnownWorld } from './kernel'
import { pause } from '../ports/chance'

type No = Refusal<RefusalOf<typeof moveCase> | 'access.gone' | 'content.risky'>

/** Others moving the same case at the same moment; each look again is one of them having been faster. */
const mostAttempts = 6

/** Cases that one neighbour has in her hands at most. */
const mostTaken = 3

/** What a move brings with it, looked at once however often it is decided. */
interface Brought {
  key: string
  pictures: NewPicture[]
  units: readonly UnitAtHand[]
  into: CaseDoc | null
}

/** A case as the call left it, and the one that took it over. */
interface Made {
  held: Held
  into: CaseDoc | null
}

async function answer({ key, move: wanted }: InputOf<typeof moveCase>, world: KnownWorld, held: Held) {
  if (isMade(world, held, key, wanted)) return finished(world, { held, into: null }, key)
  // Whoever may not make it learns so before WeChat looks at anything of it.
  const units = await unitsFor(world, held, wanted)
  const into = wanted.move === 'merge' ? await intoOf(world, wanted.into, held) : null
  const no =
    tried(world, held, wanted, { units, into }) ?? (await tooMany(world, wanted)) ?? (await unfit(world, wanted))
  if (no) return no
  const brought = { key, units, into, pictures: await picturesIn(world, held, wanted) }
  const made = await make(world, held, wanted, brought)
  return isRefusal(made) ? made : finished(world, made, key)
}

export const move = forCase(moveCase, answer, (input, world) => unseen(world, input.id, input.move))

/** Of what is not there for her any more she learns that a neighbour was faster, where she could have taken it. */
async function unseen({ store, person }: KnownWorld, id: string, wanted: Move) {
  if (wanted.move !== 'take') return refuse('access.gone')
  const kase = await store.read('cases', id, ['service', 'communityId', 'helpers', 'isOpen'])
  const service = kase && serviceOf(kase.service)
  const wasForHer = kase?.communityId === person.communityId && service?.seenBy === 'helpers'
  return wasForHer && kase.isOpen && kase.helpers.length > 0 ? refuse('case.taken') : refuse('access.gone')
}

/** Whether this very call made it before, or what it wanted is so already: two are put together once, whoever was faster. */
function isMade({ id }: KnownWorld, { kase }: Held, key: string, wanted: Move): boolean {
  if (kase.steps.some((step) => step.key === key && step.by === id)) return true
  return wanted.move === 'merge' && kase.outcome === 'merged' && kase.steps.at(-1)?.to[0] === wanted.into
}

function tried(
  { now }: KnownWorld,
  { kase, viewer, service }: Held,
  wanted: Move,
  more: Pick<Brought, 'units' | 'into'>,
) {
  const decided = decide(kase, wanted, viewer, { now, rules: service, ...more })
  return isRefusal(decided) ? decided : null
}

/** Moves until it is made or the rules say no. */
async function make(world: KnownWorld, first: Held, wanted: Move, brought: Brought): Promise<Made | No> {
  let held = first
  for (let attempt = 0; attempt < mostAttempts; attempt++) {
    const { kase, viewer, service } = held
    if (isMade(world, held, brought.key, wanted)) return { held, into: null }
    const { now } = world
    const into = brought.into && (await joinInto(world, brought.into, held))
    const decided = decide(kase, wanted, viewer, { now, rules: service, units: brought.units, into })
    if (isRefusal(decided)) return decided
    if (into && !mayEndIn(kase, into)) return refuse('case.cannot_merge')
    const full = await placeFor(world, kase, decided)
    if (full) return full
    const saved = await save(world, kase, asSaid(decided, wanted), brought)
    if (saved && wanted.move === 'clearMoney') await note(world, 'case.clearMoney', kase._id, saved.turn, ['money'])
    if (saved) return { held: { ...held, kase: saved }, into }
    await pause(attempt)
    const again = await heldBy(world, kase._id, brought.key)
    if (!again) return unseen(world, kase._id, wanted)
    held = again
  }
  throw new Error('the case kept changing')
}

/** An order that goes back to the team of its project takes its place of the day anew, where that was given to others. */
async function placeFor(world: KnownWorld, kase: CaseDoc, { step }: Change): Promise<Refusal<'case.day_full'> | null> {
  if (!kase.project || step.move !== 'dispatch' || !step.to.includes(projectTeam(kase))) return null
  const place = await book(world, kase.project, kase._id, kase.communityId)
  // A day that cannot be ordered any more keeps nobody from doing it.
  return isRefusal(place) && place.refused === 'case.day_full' ? refuse('case.day_full', place.facts) : null
}

/** How somebody was asked whether it was done well stands in the step. */
const asSaid = (change: Change, wanted: Move): Change =>
  wanted.move === 'score' ? { ...change, step: { ...change.step, to: [...change.step.to, wanted.how] } } : change

/** The one that goes on takes over first: cut off after this, whoever looks at it next ends the other. */
async function joinInto(world: KnownWorld, first: CaseDoc, { kase, service, viewer }: Held): Promise<CaseDoc | null> {
  const { now, store } = world
  let into: CaseDoc | null = first
  for (let attempt = 0; into && attempt < mostAttempts; attempt++) {
    // Only what may end in it is taken over.
    const may = decide(kase, { move: 'merge', into: into._id }, viewer, { now, rules: service, into })
    const change = isRefusal(may) ? null : joined(into, kase, { rules: service, now })
    if (!change) return into
    const saved = await save(world, into, change, { key: '' })
    if (saved) return saved
    await pause(attempt)
    into = await store.read('cases', into._id)
  }
  return into
}

async function intoOf(world: KnownWorld, id: string, { service }: Held): Promise<CaseDoc | null> {
  const other = await heldBy(world, id)
  return other?.sight === 'all' && other.service.id === service.id ? other.kase : null
}

/** Whether she has as many in her hands already as one neighbour can look after, or look into. */
async function tooMany({ store, id }: KnownWorld, wanted: Move): Promise<No | null> {
  if (wanted.move !== 'take') return null
  const where = { helpers: id, isOpen: true, state: store.is.in(['open', 'doing', 'waiting']) }
  const taken = await store.find('cases', where, { fields: ['_id'], limit: mostTaken })
  return taken.length < mostTaken ? null : refuse('case.too_many_taken', { count: mostTaken })
}

/** Pictures and words of others are not taken, nor words that WeChat refuses. */
async function unfit(world: KnownWorld, wanted: Move): Promise<No | null> {
  if (!areHers(world, filesIn(wanted))) return refuse('case.not_your_picture')
  return 'words' in wanted && wanted.words ? checkWords(world, [wanted.words]) : null
}

function filesIn(wanted: Move): string[] {
  if ('pictures' in wanted) return wanted.pictures
  return 'picture' in wanted ? [wanted.picture] : []
}

const looks = { look: 'look', spend: 'receipt', resolve: 'after' } as const

async function picturesIn(world: KnownWorld, { kase }: Held, wanted: Move): Promise<NewPicture[]> {
  const of = wanted.move in looks ? looks[wanted.move as keyof typeof looks] : 'said'
  const isNew = (fileId: string) => !kase.pictures.some((picture) => picture.fileId === fileId)
  return newPictures(world, filesIn(wanted).filter(isNew), of)
}

/** What follows is carried out, as far as nobody did yet; then she sees the case as it is. */
async function finished(world: KnownWorld, { held: { kase, service, who }, into }: Made, key: string) {
  await settle(world, kase, service)
  if (into) await settle(world, into, service)
  const after = standing(world, kase, who, key)
  return after ? viewOf(world, after) : refuse('access.gone')
}
