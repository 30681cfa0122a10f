import { myPasses, refuse } from '../contract'
import { inAtOf, outAtOf } from '../domain/attendance'
import { timesOf } from '../domain/units'
import { passBody, passText } from '../domain/passes'
import { seal } from '../ports/seals'
import { cardsOf } from './cards'
import { signupsOf } from './day-rows'
import { passSecret } from './day-who'
import { forProfile } from './kernel'
import { wardsOf } from './persons'

export const showPasses = forProfile(myPasses, async ({ id: activityId }, world) => {
  const activity = await world.store.read('activities', activityId)
  if (!activity || activity.state === 'draft') return refuse('access.gone')
  const wards = await wardsOf(world)
  const people = [{ _id: world.id, name: world.person.name }, ...wards].filter(({ _id }) =>
    activity.holders.includes(_id),
  )
  if (people.length === 0) return refuse('activity.not_signed_up')
  const [cards, rows] = await Promise.all([
    cardsOf(world, [activity]),
    signupsOf(
      world,
      activityId,
      people.map(({ _id }) => _id),
    ),
  ])
  const [card] = cards
  if (!card) return refuse('access.gone')
  const passes = await Promise.all(
    people.map(async ({ _id: personId, name }) => {
      const row = rows.get(personId)
      const pass = { activityId, personId }
      return {
        personId,
        name,
        unit: activity.units?.find(({ id }) => id === row?.unit)?.name ?? '',
        text: passText({ ...pass, mac: await seal(passSecret, passBody(pass)) }),
        inAt: row ? inAtOf(row) : null,
        outAt: row ? outAtOf({ ...row, ...timesOf(activity, row.unit) }) : null,
      }
    }),
  )
  return { card, passes }
})
