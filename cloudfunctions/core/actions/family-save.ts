import { family, isRefusal, mostWards, refuse, saveDependent, type Dependent, type InputOf } from '../contract'
import { consentFor, maySignUp } from '../domain/family'
import type { DependentDoc } from '../ports/documents'
import { checkWords } from './checking'
import { followWard, keptBy, shownWards, unfollowWard, wardOf } from './family-kept'
import { promiseFollowUp } from './follow-ups'
import { forAnyone, forProfile, type KnownWorld } from './kernel'
import type { World } from './world'

export const showFamily = forAnyone(family, async (_, world) => {
  const kept = await keptBy(world)
  await mendWards(
    world,
    kept.map((ward) => ward._id),
  )
  return { items: await shownWards(world, kept) }
})

/** Lets her own document follow what a crash left behind. */
async function mendWards(world: World, kept: readonly string[]): Promise<void> {
  const wards = world.person?.wards ?? []
  for (const id of kept) if (!wards.includes(id)) await followWard(world, world.id, id)
  for (const id of wards) if (!kept.includes(id)) await unfollowWard(world, [world.id], id)
}

type Form = InputOf<typeof saveDependent>

export const saveWard = forProfile(saveDependent, async (form, world) => {
  const made = world.ids.ward(world.id, form.key)
  const known = await wardOf(world, form.id ?? made)
  if (form.id && !known) return refuse('access.gone')
  const keeper = known?.keepers.find(({ id }) => id === world.id)
  if (keeper && !maySignUp(keeper)) return refuse('family.not_yours', { name: keeper.called })
  const consent = consentFor(form, known?.consent ?? null, world.id, world.now)
  if (isRefusal(consent)) return consent
  if (!known && (await keptBy(world)).length >= mostWards) return refuse('family.too_many')
  const no = await checkWords(world, [form.name, form.called, form.as].filter(Boolean))
  if (no) return no
  if (known) {
    await change(world, known, form, consent)
    await followWard(world, world.id, known._id)
  } else if (!(await begin(world, made, form, consent))) return refuse('access.gone')
  return shown(world, known?._id ?? made)
})

/** Keeps her from now on, and lets the account follow; the timer does where the call broke off. False when she is gone. */
async function begin(world: KnownWorld, _id: string, form: Form, consent: DependentDoc['consent']): Promise<boolean> {
  const keeping = { keeperId: world.id, by: '' }
  const done = await promiseFollowUp(world, { kind: 'kept', activityId: _id, keeping })
  const isThere = (await store(world, _id, form, consent)) || (await wardOf(world, _id)) !== null
  if (isThere) await followWard(world, world.id, _id)
  await done()
  return isThere
}

const store = (world: KnownWorld, _id: string, form: Form, consent: DependentDoc['consent']) =>
  world.store.add('dependents', {
    _id,
    kind: form.kind,
    name: form.name,
    phone: form.phone ?? '',
    born: form.born,
    communityId: world.person.communityId,
    keepers: [{ id: world.id, called: form.called, since: world.now, ...(form.as && { as: form.as }) }],
    consent,
    invite: null,
    enteredBy: '',
    claimedBy: '',
    createdAt: world.now,
  })

/** What all who keep her share, and what this one calls her; not once the consent was taken back. */
async function change(
  world: KnownWorld,
  { _id }: DependentDoc,
  { name, kind, born, phone, called, as }: Form,
  consent: DependentDoc['consent'],
): Promise<void> {
  const { is } = world.store
  const said = { name, kind, born, ...(phone === null ? {} : { phone }), ...(as && { 'keepers.$.as': as }) }
  await world.store.change(
    'dependents',
    { _id, 'keepers.id': world.id, consent: is.neq(null) },
    { ...said, consent: is.set(consent), 'keepers.$.called': called },
  )
}

/** A ward as she is now; gone when somebody took the consent back meanwhile. */
export async function shown(world: World, wardId: string): Promise<Dependent | ReturnType<typeof gone>> {
  const ward = await wardOf(world, wardId)
  const [dependent] = ward ? await shownWards(world, [ward]) : []
  return dependent ?? gone()
}
const gone = () => refuse('access.gone')
