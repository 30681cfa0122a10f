import { useState } from 'react'
import { troubleIn, uploadPicture, useMe, type Trouble } from '@/client'
import { choosePictures } from '@/device'
import type { ChosenPictures } from '../../case/use-pictures'

/** Pictures of a form that are kept with it: uploaded into her own folder as they are chosen, at most `most`. */
export function useUploads(
  pictures: readonly string[],
  most: number,
  change: (change: (before: readonly string[]) => readonly string[]) => void,
  /** Has what she took out removed from the storage too. */
  dropped: (fileIds: readonly string[]) => void,
): ChosenPictures {
  const me = useMe().data
  const [uploading, setUploading] = useState(0)
  const [trouble, setTrouble] = useState<Trouble>()
  const add = async () => {
    if (!me) return
    setTrouble(undefined)
    const paths = await choosePictures(most - pictures.length)
    setUploading(paths.length)
    for (const path of paths) {
      try {
        const fileId = await uploadPicture(path, `cases/${me.id}`)
        change((before) => [...before, fileId])
      } catch (problem) {
        setTrouble(troubleIn(problem))
      }
      setUploading((left) => left - 1)
    }
  }
  const remove = (fileId: string) => {
    change((before) => before.filter((each) => each !== fileId))
    dropped([fileId])
  }
  return { pictures, uploading, trouble, add, remove, most }
}
