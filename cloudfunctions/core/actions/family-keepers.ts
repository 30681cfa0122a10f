// More than one family member may keep the same person: invited by a token, for three days, one person each.
import { acceptKeeping, inviteKeeper, mostWards, previewKeeping, refuse } from '../contract'
import { isElder, isTold, maskedName, maySignUp, settledSelfOf } from '../domain/family'
import type { DependentDoc } from '../ports/documents'
import type { Terms } from '../ports/store'
import { pages } from '../services/pages'
import { checkWords } from './checking'
import { addKeeper, followWard, keptBy, wardOf } from './family-kept'
import { shown } from './family-save'
import { forProfile, type KnownWorld } from './kernel'
import { tell } from './telling'

/** How long an invitation is good, ms. */
const inviteLife = 3 * 24 * 3_600_000
/** A repeated tap gives the same invitation while at least this much of it is left, ms. */
const worthKeeping = 24 * 3_600_000

export const invite = forProfile(inviteKeeper, async ({ id }, world) => {
  const ward = await wardOf(world, id)
  const keeper = ward?.keepers.find((each) => each.id === world.id)
  if (!ward || !keeper) return refuse('access.gone')
  // Else whoever may only look could let an account in that may do everything.
  if (!maySignUp(keeper)) return refuse('family.not_yours', { name: keeper.called })
  // Else an account that is not hers after all leaves another behind.
  const isOnTrial = keeper.isSelf && settledSelfOf(ward, world.now) === null
  if (isOnTrial) return refuse('family.rights_of_other', { by: 'trial' })
  return inviteTo(world, ward, { 'keepers.id': world.id })
})

/** An invitation by the caller to keep her too, the last one while it is still worth giving; gone where `where` is not so. */
export async function inviteTo(
  { store, ids, id, now }: KnownWorld,
  { _id, invite: known }: DependentDoc,
  where: Terms,
) {
  const { is } = store
  if (known && known.by === id && known.until - now > worthKeeping) return { token: known.token, until: known.until }
  const made = { token: ids.secret(24), by: id, until: now + inviteLife }
  const open = { _id, consent: is.neq(null), ...where }
  let last = known
  // Of two taps at once one makes it, and both give it. Who finds one that another made at that moment makes hers after.
  for (let tries = 0; tries < 3; tries++) {
    const asRead = { 'invite.token': last ? last.token : is.exists(false) }
    const done = await store.change('dependents', { ...open, ...asRead }, { invite: is.set(made) })
    if (done) return { token: made.token, until: made.until }
    const [after] = await store.find('dependents', open, { fields: ['invite'], limit: 1 })
    last = after?.invite ?? null
    if (last?.by === id) return { token: last.token, until: last.until }
  }
  return refuse('access.gone')
}

/** Whom a token is for, while it is good and who gave it could still give one. */
async function invitedTo(world: KnownWorld, token: string): Promise<DependentDoc | null> {
  if (token === '') return null
  const [ward] = await world.store.find('dependents', { 'invite.token': token }, { limit: 1 })
  if (!ward?.invite || ward.consent === null || ward.invite.until <= world.now) return null
  return (await mayStillInvite(world, ward, ward.invite.by)) ? ward : null
}

async function mayStillInvite({ store, now }: KnownWorld, ward: DependentDoc, by: string): Promise<boolean> {
  const keeper = ward.keepers.find(({ id }) => id === by)
  if (keeper && maySignUp(keeper)) return true
  const staff = isElder(ward, now) ? await store.read('people', by, ['staffOf']) : null
  return staff?.staffOf.includes(ward.communityId ?? '') ?? false
}

export const previewInvite = forProfile(previewKeeping, async ({ token }, world) => {
  const ward = await invitedTo(world, token)
  if (!ward?.invite) return refuse('family.invite_over')
  const from = await world.store.read('people', ward.invite.by, ['name'])
  return { name: maskedName(ward.name), from: maskedName(from?.name ?? ''), until: ward.invite.until }
})

export const acceptInvite = forProfile(acceptKeeping, async ({ token, called, as }, world) => {
  // In this order: when somebody used it up in between, it was her own second tap, or another.
  const ward = await invitedTo(world, token)
  const kept = await keptBy(world)
  // A repeated tap finds that she came by this token; whoever keeps her already does not use it up.
  const hers = kept.find(({ _id, keepers }) => _id === ward?._id || keepers.some((each) => cameBy(each, token, world)))
  if (!hers) {
    if (!ward) return refuse('family.invite_over')
    // Whoever works for her community acts for her as that, and is asked in by another.
    if (ward.invite?.by === world.id) return refuse('access.denied')
    if (kept.length >= mostWards) return refuse('family.too_many')
    const no = await checkWords(world, [called, as].filter(Boolean))
    if (no) return no
    // The one write that uses the invitation up.
    const isOpen = { 'invite.token': token, 'invite.until': world.store.is.gt(world.now) }
    const done = await addKeeper(world, ward._id, { called, as, token }, isOpen)
    if (done !== 'added' && done !== 'there') return refuse('family.invite_over')
  }
  const wardId = hers?._id ?? ward?._id ?? ''
  await followWard(world, world.id, wardId)
  await tellOthers(world, wardId)
  return shown(world, wardId)
})

const cameBy = ({ id, token }: DependentDoc['keepers'][number], given: string, world: KnownWorld) =>
  id === world.id && token === given

/** Everyone who keeps her knows who else does. */
async function tellOthers(world: KnownWorld, wardId: string): Promise<void> {
  const ward = await wardOf(world, wardId)
  const since = ward?.keepers.find(({ id }) => id === world.id)?.since ?? 0
  for (const keeper of ward?.keepers ?? []) {
    if (keeper.id === world.id || keeper.since >= since || !isTold(keeper)) continue
    const called = keeper.isSelf ? '您' : keeper.called
    await tell(world, [keeper.id], {
      kind: 'kept',
      about: wardId,
      rev: `${world.id} ${since}`,
      title: `${world.person.name}也在照管${called}了`,
      body: `以后${world.person.name}也可以给${called}报名。在「我的家人」里看得到都有谁在照管。`,
      page: pages.family,
      ward: wardId,
    })
  }
}
