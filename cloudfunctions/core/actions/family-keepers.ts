// More than one family member may keep the same person: invited by a token, for three days, one person each.
import { acceptKeeping, inviteKeeper, letGo, mostWards, previewKeeping, refuse } from '../contract'
import { maskedName } from '../domain/family'
import type { DependentDoc } from '../ports/documents'
import { pages } from '../services/pages'
import { note } from './audit'
import { checkWords } from './checking'
import { followWard, keptBy, unfollowWard, wardOf } from './family-kept'
import { shown } from './family-save'
import { forProfile, type KnownWorld } from './kernel'
import { tell } from './telling'

/** How long an invitation is good, ms. */
const inviteLife = 3 * 24 * 3_600_000
/** A repeated tap gives the same invitation while at least this much of it is left, ms. */
const worthKeeping = 24 * 3_600_000

export const invite = forProfile(inviteKeeper, async ({ id }, world) => {
  const ward = await wardOf(world, id)
  if (!ward) return refuse('access.gone')
  const known = ward.invite
  if (known && known.by === world.id && known.until - world.now > worthKeeping) {
    return { token: known.token, until: known.until }
  }
  const made = { token: world.ids.secret(24), by: world.id, until: world.now + inviteLife }
  const { is } = world.store
  const hers = { _id: id, 'keepers.id': world.id, consent: is.neq(null) }
  if (!(await world.store.change('dependents', hers, { invite: is.set(made) }))) return refuse('access.gone')
  return { token: made.token, until: made.until }
})

/** Whom a token is for, while it is good. */
async function invitedTo({ store, now }: KnownWorld, token: string): Promise<DependentDoc | null> {
  if (token === '') return null
  const [ward] = await store.find('dependents', { 'invite.token': token }, { limit: 1 })
  return ward && ward.consent !== null && (ward.invite?.until ?? 0) > now ? ward : null
}

export const previewInvite = forProfile(previewKeeping, async ({ token }, world) => {
  const ward = await invitedTo(world, token)
  if (!ward?.invite) return refuse('family.invite_over')
  const from = await world.store.read('people', ward.invite.by, ['name'])
  return { name: maskedName(ward.name), from: maskedName(from?.name ?? ''), until: ward.invite.until }
})

export const acceptInvite = forProfile(acceptKeeping, async ({ token, called }, world) => {
  const kept = await keptBy(world)
  const ward = await invitedTo(world, token)
  // A repeated tap finds that she came by this token; whoever keeps her already does not use it up.
  const hers = kept.find(({ _id, keepers }) => _id === ward?._id || keepers.some((each) => cameBy(each, token, world)))
  if (!hers) {
    if (!ward) return refuse('family.invite_over')
    if (kept.length >= mostWards) return refuse('family.too_many')
    const no = await checkWords(world, [called])
    if (no) return no
    if (!(await join(world, ward._id, token, called))) return refuse('family.invite_over')
  }
  const wardId = hers?._id ?? ward?._id ?? ''
  await followWard(world, world.id, wardId)
  await tellOthers(world, wardId)
  return shown(world, wardId)
})

const cameBy = ({ id, token }: DependentDoc['keepers'][number], given: string, world: KnownWorld) =>
  id === world.id && token === given

/** The one write that uses the invitation up. */
function join({ store, id, now }: KnownWorld, _id: string, token: string, called: string): Promise<number> {
  const { is } = store
  return store.change(
    'dependents',
    { _id, 'invite.token': token, 'invite.until': is.gt(now), 'keepers.id': is.neq(id), consent: is.neq(null) },
    { keepers: is.push([{ id, called, since: now, token }]), invite: is.set(null) },
  )
}

/** Everyone who keeps her knows who else does. */
async function tellOthers(world: KnownWorld, wardId: string): Promise<void> {
  const ward = await wardOf(world, wardId)
  const since = ward?.keepers.find(({ id }) => id === world.id)?.since ?? 0
  for (const keeper of ward?.keepers ?? []) {
    if (keeper.id === world.id || keeper.since >= since) continue
    await tell(world, [keeper.id], {
      kind: 'kept',
      about: wardId,
      rev: `${world.id} ${since}`,
      title: `${world.person.name}也在照管${keeper.called}了`,
      body: `以后${world.person.name}也可以给${keeper.called}报名。在「我的家人」里看得到都有谁在照管。`,
      page: pages.family,
      ward: wardId,
    })
  }
}

export const stopKeeping = forProfile(letGo, async ({ id }, world) => {
  const { is } = world.store
  const ward = await wardOf(world, id)
  if (ward) {
    // Only while somebody else stays.
    const hers = { _id: id, 'keepers.id': world.id, 'keepers.1': is.exists(true) }
    const parted = await world.store.change('dependents', hers, { keepers: is.pull({ id: world.id }) })
    if (!parted && (await wardOf(world, id))) return refuse('family.last_keeper')
    await note(world, 'family.letGo', id, `${world.id}_${world.now}`, ['keepers'])
  }
  await unfollowWard(world, [world.id], id)
  return {}
})
