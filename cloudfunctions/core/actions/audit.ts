import type { World } from './world'

/** Notes who changed what; `rev` makes the note of a repeated call the same note. Keys only, never values. */
export async function note(
  { store, id, now }: World,
  action: string,
  about: string,
  rev: string | number,
  changed: string[] = [],
): Promise<void> {
  await store.add('audit', { _id: noteId(action, about, rev), at: now, by: id, action, about, changed })
}

const noteId = (action: string, about: string, rev: string | number) => `${about}_${action.split('.')[1]}_${rev}`

/** Whether that was noted before. */
export const isNoted = async ({ store }: World, action: string, about: string, rev: string): Promise<boolean> =>
  (await store.read('audit', noteId(action, about, rev), ['_id'])) !== null
