// Whom a notice goes to: accounts themselves, and for somebody without one those who keep her.
import { isTold } from '../domain/family'
import type { KeeperDoc } from '../ports/documents'
import type { Letter } from '../services/message-templates'
import type { Notice } from './telling'
import type { World } from './world'

/** A notice on its way to one account, or to nobody (`personId` ''); `for` is whom it concerns. */
export interface Addressed {
  _id: string
  personId: string
  for: string
  said: Pick<Notice, 'title' | 'body' | 'page'>
  letter?: Letter
  ward?: string
  /** Whether this is the message by which is counted how she stands; else `row` is its id, where there is one. */
  isRow: boolean
  row?: string
}

/** Letters to accounts, and the rows of those who have none and have to be reached; one read at most. */
export async function addressed(
  { store, ids }: World,
  personIds: readonly string[],
  notice: Notice,
): Promise<{ rows: Addressed[]; letters: Addressed[] }> {
  const { kind, about, rev, title, body, page, ward, withoutSelf, outside, mustReach: must } = notice
  const idFor = (mark: string) => ids.message(kind, about, rev, mark)
  const said = { title, body, page }
  const isWard = (id: string) => id.startsWith('d')
  const wards = await store.readMany('dependents', personIds.filter(isWard), ['keepers'])
  const rows: Addressed[] = []
  const letters: Addressed[] = []
  for (const id of new Set(personIds)) {
    if (id.startsWith('p')) {
      const isRow = must !== undefined && must.onlyUntold !== true
      letters.push({ _id: idFor(id), personId: id, for: ward ?? id, said, letter: outside?.letter, ward, isRow })
      continue
    }
    const keepers = (wards.get(id)?.keepers ?? []).filter((keeper) => isTold(keeper) && !(withoutSelf && keeper.isSelf))
    const hasRow = must !== undefined && !(must.onlyUntold && keepers.length > 0)
    const of = { for: id, ...(isWard(id) && { ward: id }) }
    if (hasRow) rows.push({ _id: idFor(id), personId: '', ...of, said, isRow: true })
    for (const keeper of keepers) {
      const hers = { ...of, isRow: false, ...(hasRow && { row: idFor(id) }) }
      letters.push({ _id: idFor(`${keeper.id} ${id}`), personId: keeper.id, ...hers, ...wordsFor(keeper, notice) })
    }
  }
  return { rows, letters }
}

/** 妈妈：「义诊」有座位了; to herself as it is. */
function wordsFor({ called, isSelf }: KeeperDoc, { title, body, page, outside }: Notice) {
  const letter = outside?.letter
  if (isSelf) return { said: { title, body, page }, letter: letter && { ...letter, who: '您' } }
  return {
    said: { title: `${called}：${title.replace(/^您的/, '')}`, body, page },
    // A template that has a place for her says it there.
    letter: letter && { ...letter, who: called, note: isOfFamily(outside) ? letter.note : `${called}：${letter.note}` },
  }
}

const isOfFamily = (outside: Notice['outside']) => outside?.template === 'family'
