// Nobody gives herself hours: what one who runs the team confirmed for herself is asked of a second person.
import { dayOf } from '../domain/times'
import type { ActivityDoc } from '../ports/documents'
import type { KnownWorld } from './kernel'

/** Those who run one team. */
const mostOwn = 100
const reason = '自己确认的时长，要另一位负责人同意'

/** Asks for everyone who confirmed her own; before the day is closed, so that no crash loses it. Harmless to repeat. */
export async function askForOwn(world: KnownWorld, { _id, teamId, title, startsAt }: ActivityDoc): Promise<void> {
  const { store, ids, now } = world
  const where = { activityId: _id, own: store.is.exists(true) }
  const rows = await store.find('signups', where, { fields: ['personId', 'minutes', 'own'], limit: mostOwn })
  for (const { personId, minutes = 0, own = 0 } of rows) {
    const about = { _id: ids.made('c', _id, `${personId} own`), state: 'asked' as const }
    // Another leader's word took its place before the day was closed.
    if (own === 0) {
      await store.remove('corrections', about)
      continue
    }
    const asked = {
      ...about,
      ...{ teamId, activityId: _id, title, day: dayOf(startsAt), personId, from: minutes, to: own, reason },
      ...{ isOpen: true, askedBy: personId, askedAt: now, decidedBy: '', decidedAt: null },
    }
    if (await store.add('corrections', asked)) continue
    await store.change('corrections', about, { from: minutes, to: own })
  }
}
