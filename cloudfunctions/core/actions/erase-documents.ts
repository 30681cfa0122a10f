// What is an account's own: messages, orders of files, askings, and last of all its profile.
import { files } from '../ports/files'
import { unname } from './erase-family'
import type { Leaver } from './erase-me'
import { endFiles } from './file-ending'
import { pathOf } from './file-order'
import type { World } from './world'

/** Documents read together. */
const pageSize = 50

/** Removes what is hers alone; the profile goes last, since it says what is to be looked for. */
export async function eraseDocuments(world: World, leaver: Leaver): Promise<void> {
  const { store } = world
  const { id } = leaver
  await leaveClaims(world, leaver)
  await leaveRecaps(world, leaver)
  await eraseFiles(world, id)
  await store.remove('messages', { personId: id })
  await store.remove('people', { _id: id })
}

/** Records that she said were she herself stay what they were: somebody's whom an organiser wrote down. */
async function leaveClaims(world: World, { id, former, name }: Leaver): Promise<void> {
  const { store } = world
  const { is } = store
  const wish = { fields: ['_id'], limit: pageSize } as const
  const hers = await store.find('dependents', { kind: 'guest', name: '', phone: '', claimedBy: former }, wish)
  await unname(world, name, { about: is.in(hers.map((record) => record._id)) })
  const asked = await store.find('dependents', { claimAsker: id }, wish)
  const declined = await store.find('dependents', { 'claimDeclined.by': id }, wish)
  const records = [...asked, ...declined].map((record) => record._id)
  await store.remove('messages', { about: is.in(records), kind: 'claimAsked' })
  await store.change('dependents', { claimAsker: id }, { claimAsker: '', claimAskedAt: null })
  await store.change('dependents', { 'claimDeclined.by': id }, { claimDeclined: is.set(null) })
}

/** What she wrote up for a team stays the team's, with its pictures. */
async function leaveRecaps({ store }: World, { id, former }: Leaver): Promise<void> {
  await store.change('recaps', { by: id }, { by: former })
  // One picture of each recap at a time.
  while ((await store.change('recaps', { 'pictures.by': id }, { 'pictures.$.by': former })) > 0);
}

/** Lists and proofs that she ordered, with what lies in the storage; one being made right now goes at the second look. */
async function eraseFiles(world: World, id: string): Promise<void> {
  const { store, now } = world
  const { is } = store
  await endFiles(world, { by: id })
  for (;;) {
    const idle = { by: id, claimedUntil: is.lte(now) }
    const fields = ['_id', 'kind', 'fileId', 'attempts'] as const
    const hers = await store.find('files', idle, { fields, limit: pageSize })
    if (hers.length === 0) break
    const lying = hers.map((file) => file.fileId || (file.attempts > 0 ? files.idAt(pathOf(file)) : ''))
    await files.remove((await Promise.all(lying)).filter(Boolean))
    await store.remove('files', { _id: is.in(hers.map((file) => file._id)) })
  }
}
