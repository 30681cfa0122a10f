// Pictures of a case: where a phone brings them, what is kept of them, and who may see which.
import type { CaseStep } from '../contract'
import type { CaseDoc, CasePictureDoc } from '../ports/documents'
import { files } from '../ports/files'
import { asPending, liesIn } from './pictures'
import type { World } from './world'

type Of = CasePictureDoc['of']
export type NewPicture = Omit<CasePictureDoc, 'turn'>

/** So long a picture's address works, in seconds. */
const addressLasts = 3600

/** Whether every one of these files lies in the caller's own folder, to which her phone brings pictures. */
export const areHers = ({ id }: World, fileIds: readonly string[]) =>
  fileIds.every((fileId) => liesIn(`cases/${id}/`, fileId))

/** New pictures as they wait for WeChat's look, which is asked for here. */
export const newPictures = (world: World, fileIds: readonly string[], of: Of): Promise<NewPicture[]> =>
  Promise.all([...new Set(fileIds)].map(async (fileId) => ({ ...(await asPending(world, fileId)), of })))

/** How somebody stands before its pictures. */
interface Looking {
  id: string
  /** Whether she sees the whole case. */
  isInside: boolean
  /** Whether she sees at least what lies in the open. */
  isOutdoors: boolean
  /** Whether the picture of a prescription is for her. */
  seesMedicine: boolean
}

const outdoors: readonly Of[] = ['asked', 'look', 'before', 'after']

/** Whether she sees this picture: a prescription only until it is done; before WeChat looked, only who brought it. */
function sees({ of, state, by }: CasePictureDoc, kase: Pick<CaseDoc, 'state'>, who: Looking): boolean {
  if (of === 'medicine' && (isHandedOver(kase) || !who.seesMedicine)) return false
  if (by === who.id && who.id !== '') return true
  return state === 'fine' && (who.isInside || (who.isOutdoors && outdoors.includes(of)))
}

/** Whether nobody has to see a prescription any more. */
export const isHandedOver = ({ state }: Pick<CaseDoc, 'state'>) =>
  state === 'resolved' || state === 'followUp' || state === 'closed'

/** The pictures she sees, by turn of their step; addresses that work for a while of what WeChat let pass, or is her own. */
export async function picturesFor(
  kase: Pick<CaseDoc, 'state' | 'pictures'>,
  who: Looking,
): Promise<(turn: number) => CaseStep['pictures']> {
  const seen = kase.pictures.filter((picture) => sees(picture, kase, who))
  const shown = seen.filter(({ state }) => state !== 'refused').map(({ fileId }) => fileId)
  const addresses = shown.length > 0 ? await files.addresses(shown, addressLasts) : new Map<string, string>()
  return (turn) =>
    seen
      .filter((picture) => picture.turn === turn)
      .map(({ fileId, state, of }) => ({ url: addresses.get(fileId) ?? '', state, of }))
}

/** Removes the pictures of a prescription for good, and what is known of them; harmless to repeat. */
export async function dropMedicine({ store }: World, { _id, pictures }: Pick<CaseDoc, '_id' | 'pictures'>) {
  const medicine = pictures.filter(({ of }) => of === 'medicine').map(({ fileId }) => fileId)
  if (medicine.length === 0) return
  await files.remove(medicine)
  await store.change('cases', { _id }, { pictures: store.is.pull({ of: 'medicine' }) })
}
