// A call is ticked off: told, nobody answered, or the tick taken back.
import { tickCall } from '../contract'
import { unreached } from '../domain/outbox'
import { forActivityDesk } from './kernel'
import { callRows } from './reach-list'

/** Calls that nobody took, kept of one person. */
const mostTries = 20

export const tick = forActivityDesk(tickCall, async (input, world, { activity }) => {
  const { id, notice, personId, outcome, key } = input
  const { store, now } = world
  const { is } = store
  const hers = { about: id, notice, for: personId }
  if (outcome === 'called') {
    const called = is.set({ by: world.id, at: now })
    await store.change('messages', { ...hers, stand: 'open' }, { stand: 'called', called })
  } else if (outcome === 'undo') {
    await store.change('messages', { ...hers, stand: 'called' }, { stand: 'open', called: null })
  } else {
    const untold = { ...hers, stand: 'open', 'tries.key': is.neq(key) }
    await store.change('messages', untold, { tries: is.push({ each: [{ key, at: now }], slice: -mostTries }) })
  }
  const [open, rows] = await Promise.all([
    store.count('messages', { about: id, notice, stand: 'open' }),
    store.find('messages', { ...hers, stand: is.in(stands) }, { fields: ['for', 'out', 'tries'], limit: 10 }),
  ])
  const [row = null] = await callRows(world, activity, rows)
  return { open, row }
})

/** Whoever stands at all with this notice. */
const stands = [...unreached, 'sent', 'read', 'family', 'called']
