// What those who act for somebody are told once one of them may do something else, or acts for her no more.
import type { May } from '../contract'
import { isTold } from '../domain/family'
import type { KeeperDoc } from '../ports/documents'
import { pages } from '../services/pages'
import { tell } from './telling'
import type { World } from './world'

/** What became of what one of them may do. */
export interface Change {
  keeper: KeeperDoc
  /** Null: she acts for her no more. */
  may: May | null
  /** Who changed it, in words; '' when the account itself is no more, which then is told nothing and named nowhere. */
  by: string
}

/** Marks the message by which an account learns that it acts for her no more. */
export const endedRev = (keeperId: string, since: number) => `${keeperId} ended ${since}`

/** Whom it concerns learns what she may do now; the others who act for her, that it changed. The same twice is told once. */
export async function tellChange(
  world: World,
  wardId: string,
  keepers: readonly KeeperDoc[],
  change: Change,
): Promise<void> {
  const { keeper, may, by } = change
  const known = by ? await world.store.read('people', keeper.id, ['name']) : null
  const name = keeper.isSelf ? '本人的微信' : known?.name || '一位家人'
  const { id, since, turn = 0 } = keeper
  const rev = may ? `${id} ${turn} ${Number(may.signUp)}${Number(may.told)}` : endedRev(id, since)
  const about = { kind: 'kept', about: wardId, rev, ward: wardId, page: pages.family }
  if (by && id !== world.id) await tell(world, [id], { ...about, ...wordsToHer(change) })
  for (const each of keepers) {
    if (each.id === world.id || each.id === id || !isTold(each)) continue
    await tell(world, [each.id], { ...about, ...wordsToOthers(name, each.isSelf ? '您' : each.called, change) })
  }
}

function wordsToHer({ keeper: { called: name, isSelf }, may, by }: Change) {
  const called = isSelf ? '自己' : name
  if (may) {
    const [signUp, told] = [may.signUp ? '可以' : '不能', may.told ? '会' : '不会']
    const body = `${by}改的：现在您${signUp}给${called}报名，${told}收到${called}的消息。`
    return { title: `您给${called}能办的事有变化`, body }
  }
  return isSelf
    ? { title: '您的档案不再连着这个微信', body: `${by}改的。以后您的报名和消息不再到这里。` }
    : { title: `您不再照管${called}了`, body: `${by}改的。以后${called}的报名和消息不再到您这里。` }
}

const wordsToOthers = (name: string, called: string, { may, by }: Change) => ({
  title: may ? `${name}给${called}能办的事有变化` : `${name}不再照管${called}了`,
  body: `${by && by !== name ? `${by}改的。` : ''}在「我的家人」里看得到都有谁在照管。`,
})
