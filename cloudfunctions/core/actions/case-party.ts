// The other side of a quarrel comes in by a link that who mediates sent her: whoever opens it first is it.
import { partyCase, refuse } from '../contract'
import { comeIn } from '../domain/case-party'
import { pause } from '../ports/chance'
import { serviceOf } from '../services/cases'
import { save, standing } from './case-held'
import { settle } from './case-telling'
import { isTokenOf } from './case-token'
import { viewOf } from './case-view'
import { onlookerOf, standingOf } from './case-who'
import { forProfile } from './kernel'

/** Others moving the case at the same moment. */
const mostAttempts = 6

export const letPartyIn = forProfile(partyCase, async ({ id, token }, world) => {
  const { store, now } = world
  const who = await onlookerOf(world)
  for (let attempt = 0; attempt < mostAttempts; attempt++) {
    const kase = await store.read('cases', id)
    const service = kase && serviceOf(kase.service)
    if (!service || !(await isTokenOf(kase, token))) return refuse('access.gone')
    const { viewer } = standingOf(kase, who)
    const isIn = viewer.parts.includes('party')
    const change = isIn ? null : comeIn(kase, viewer, { rules: service, now, wards: world.person.wards ?? [] })
    if (!isIn && !change) return refuse('access.gone')
    const saved = change ? await save(world, kase, change, { key: '' }) : kase
    if (saved) {
      await settle(world, saved, service)
      const held = standing(world, saved, who)
      return held ? viewOf(world, held) : refuse('access.gone')
    }
    await pause(attempt)
  }
  throw new Error('the case kept changing')
})
