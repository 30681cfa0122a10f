import { acceptCard, isRefusal, refuse } from '../contract'
import { holderOf } from '../domain/card'
import { isTold, selfOf } from '../domain/family'
import { pages } from '../services/pages'
import { isNoted, note } from './audit'
import { cardBy, shownCard, type Held } from './card-held'
import { addKeeper } from './family-kept'
import { notSelf } from './family-rights'
import { forAnyone } from './kernel'
import { tell } from './telling'
import type { World } from './world'

export const accept = forAnyone(acceptCard, async ({ token }, world) => {
  if (world.id === '') return refuse('access.denied')
  const held = await cardBy(world, token)
  if (isRefusal(held)) return held
  const you = holderOf({ ...held.ward, answeredBy: held.card.answeredBy }, world.id)
  if (you === 'stranger') return refuse('card.answered')
  // Whoever keeps her is somebody else.
  if (you === 'keeper') return refuse('access.denied')
  if (you !== 'self' && selfOf(held.ward) !== null) return refuse('family.self_taken')
  if (you !== 'self' && (await isNoted(world, 'family.rights', held.card.wardId, notSelf(world.id))))
    return refuse('family.self_ended')
  if (you === 'new' && !(await bind(world, held))) return refuse('card.answered')
  const added = await addKeeper(world, held.card.wardId, { called: '我', as: '本人', isSelf: true })
  if (added === 'selfTaken') return refuse('family.self_taken')
  if (added === 'gone') return refuse('card.over')
  const after = await cardBy(world, token)
  if (isRefusal(after)) return after
  const since = after.ward.keepers.find((each) => each.id === world.id)?.since ?? 0
  await note(world, 'card.accept', held.card.wardId, `${world.id}_${since}`, ['keepers'])
  await tellKeepers(world, after, since)
  return shownCard(world, after)
})

/** The card is hers from now on, as if she had answered it. */
async function bind({ store, id }: World, { card: { _id, turn } }: Held): Promise<boolean> {
  const isBound = await store.change('cards', { _id, turn, answeredBy: '' }, { answeredBy: id, turn: turn + 1 })
  return isBound > 0 || (await store.read('cards', _id, ['answeredBy']))?.answeredBy === id
}

async function tellKeepers(world: World, { card, ward }: Held, since: number): Promise<void> {
  const others = ward.keepers.filter((keeper) => keeper.id !== world.id && isTold(keeper))
  const notice = (called: string) => ({
    kind: 'kept',
    about: card.wardId,
    rev: `self ${world.id} ${since}`,
    title: `${called}用上自己的微信了`,
    body: `${called}点了「这是我自己的微信」，以后的通知也会到那部手机上。要是点的不是本人，七天里可以在「我的家人」里把它去掉。`,
    page: pages.family,
    ward: card.wardId,
  })
  await Promise.all(others.map((keeper) => tell(world, [keeper.id], notice(keeper.called))))
}
