// A call is ticked off: told, nobody answered, or the tick taken back.
import { tickCall } from '../contract'
import { unreached } from '../domain/outbox'
import type { Terms } from '../ports/store'
import { forActivityDesk } from './kernel'
import { callRows, rowFields, scriptOf } from './reach-list'
import type { World } from './world'

/** Calls that nobody took, kept of one person. */
const mostTries = 20

export const tick = forActivityDesk(tickCall, async (input, world, { activity, team }) => {
  const { id, notice, personId, outcome, key } = input
  const { store, now } = world
  const { is } = store
  const hers = { about: id, notice, for: personId }
  if (outcome === 'called') {
    const called = is.set({ by: world.id, at: now })
    await store.change('messages', { ...hers, stand: 'open' }, { stand: 'called', called })
  } else if (outcome === 'undo') {
    await untick(world, { ...hers, stand: 'called' })
  } else {
    const untold = { ...hers, stand: 'open', 'tries.key': is.neq(key) }
    await store.change('messages', untold, { tries: is.push({ each: [{ key, at: now }], slice: -mostTries }) })
  }
  const [open, rows] = await Promise.all([
    store.count('messages', { about: id, notice, stand: 'open' }),
    store.find('messages', { ...hers, stand: is.in(stands) }, { fields: rowFields, limit: 10 }),
  ])
  const [row = null] = await callRows(world, activity, rows, (each) => scriptOf(team, each))
  return { open, row }
})

/** She stands as though nobody had called: read, or reached through her family, if she was meanwhile. */
async function untick({ store }: World, hers: Terms): Promise<void> {
  const wish = { fields: ['_id', 'personId', 'read', 'ward', 'out'], limit: 10 } as const
  for (const { _id, personId, read, ward, out } of await store.find('messages', hers, wish)) {
    const family =
      personId || !ward ? [] : await store.find('messages', { ward, row: _id }, { fields: ['read', 'out'] })
    const isKnown = family.some((each) => each.read || each.out?.code === 0)
    const own = personId && read ? 'read' : out?.code === 0 ? 'sent' : 'open'
    await store.change('messages', { _id, stand: 'called' }, { stand: isKnown ? 'family' : own, called: null })
  }
}

/** Whoever stands at all with this notice. */
const stands = [...unreached, 'sent', 'read', 'family', 'called']
