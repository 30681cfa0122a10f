// Pictures of a recap: where they lie, and which of them WeChat has still to look at.
import type { RecapDoc } from '../ports/documents'
import { asPending, isForgotten, liesIn } from './pictures'
import type { World } from './world'

type Picture = RecapDoc['pictures'][number]

/** The folder in cloud storage to which a phone brings the pictures of an activity. */
export const pictureFolder = (activityId: string) => `recaps/${activityId}/`

/** Whether a file lies in the folder of this activity. */
export const isPictureOf = (activityId: string, fileId: string) => liesIn(pictureFolder(activityId), fileId)

/** The pictures as listed: known ones as they are, new and forgotten ones given to WeChat to look at. */
export function lookedAt(world: World, fileIds: readonly string[], known: readonly Picture[]): Promise<Picture[]> {
  return Promise.all(
    [...new Set(fileIds)].map(async (fileId) => {
      const before = known.find((picture) => picture.fileId === fileId)
      return before && !isForgotten(world, before) ? before : asPending(world, fileId)
    }),
  )
}
