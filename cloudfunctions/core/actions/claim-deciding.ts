// Those who run the team that entered somebody by name say whether the account that asks is she.
import { claims, confirmClaim, refuse } from '../contract'
import { maskedPhone } from '../domain/family'
import { note } from './audit'
import { claimAskedTask, tellOfClaim } from './claim-asking'
import { waitingIn } from './claim-counting'
import { claimedTask, handOver } from './claim-moving'
import { forOwnTeams, forRecordDesk } from './kernel'
import { pageOf } from './paging'

const pageSize = 20

export const showClaims = forOwnTeams(claims, async ({ cursor }, world, teams) => {
  const nameOf = new Map(teams.map(({ _id, name }) => [_id, name]))
  const by = { field: 'claimAskedAt', size: pageSize, cursor } as const
  const page = await pageOf(world.store, 'dependents', waitingIn(world, [...nameOf.keys()]), by)
  const items = page.items.map(async (record) => ({
    id: record._id,
    by: record.claimAsker ?? '',
    name: record.name,
    phone: maskedPhone(record.phone),
    team: nameOf.get(record.enteredBy) ?? '',
    enteredAt: record.createdAt,
    askedAt: record.claimAskedAt ?? record.createdAt,
    count: await world.store.count('signups', { personId: record._id }),
    canDecide: record.claimAsker !== world.id,
  }))
  return { items: await Promise.all(items), next: page.next }
})

export const confirmRecord = forRecordDesk(confirmClaim, async ({ id, by, accept }, world) => {
  const { store, now } = world
  if (by === world.id) return refuse('family.claim_own')
  const told = claimAskedTask(id, by, now)
  const move = claimedTask(id, now)
  const waits = { _id: id, claimedBy: '', claimAsker: by }
  const over = { claimAsker: '', claimAskedAt: null }
  // The task first: no crash after the decision keeps it from being carried out.
  if (await store.count('dependents', waits)) {
    await store.add('tasks', accept ? move : told)
    const decided = accept ? { claimedBy: by } : { claimDeclined: store.is.set({ by, at: now }) }
    await store.change('dependents', waits, { ...over, ...decided })
  }
  const after = await store.read('dependents', id)
  // A repeated tap, or another with the same word, makes sure of what follows.
  const isSo = accept ? after?.claimedBy === by : after?.claimDeclined?.by === by && after.claimAsker !== by
  if (!isSo || (!accept && after?.claimedBy === by)) return refuse('family.claim_over')
  await note(world, 'family.confirm', id, accept ? 'once' : `${by}_${after?.claimDeclined?.at}`, ['claimedBy'])
  if (accept) return { moved: await handOver(world, move) }
  await tellOfClaim(world, told)
  return { moved: 0 }
})
