import { acceptCard, isRefusal, refuse } from '../contract'
import { holderOf } from '../domain/card'
import { isTold, selfOf } from '../domain/family'
import { pages } from '../services/pages'
import { cardBy, shownCard, type Held } from './card-held'
import { addKeeper } from './family-kept'
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
  if (you === 'new' && !(await bind(world, held))) return refuse('card.answered')
  const added = await addKeeper(world, held.card.wardId, { called: '我', as: '本人', isSelf: true })
  if (added === 'selfTaken') return refuse('family.self_taken')
  if (added === 'gone') return refuse('card.over')
  await tellKeepers(world, held)
  const after = await cardBy(world, token)
  return isRefusal(after) ? after : shownCard(world, after)
})

/** The card is hers from now on, as if she had answered it. */
const bind = ({ store, id }: World, { card: { _id, turn } }: Held): Promise<number> =>
  store.change('cards', { _id, turn, answeredBy: '' }, { answeredBy: id, turn: turn + 1 })

async function tellKeepers(world: World, { card, ward }: Held): Promise<void> {
  const others = ward.keepers.filter((keeper) => keeper.id !== world.id && isTold(keeper))
  const notice = (called: string) => ({
    kind: 'kept',
    about: card.wardId,
    rev: `self ${world.id}`,
    title: `${called}用上自己的微信了`,
    body: `${called}点了「这是我自己的微信」。以后的通知也会到那部手机上，谁能代报、谁会收到消息，本人看得到，也改得了。`,
    page: pages.family,
    ward: card.wardId,
  })
  await Promise.all(others.map((keeper) => tell(world, [keeper.id], notice(keeper.called))))
}
