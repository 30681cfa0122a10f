import { mostCasePictures } from '@core/contract'
import { useState } from 'react'
import { troubleIn, uploadPicture, type Trouble } from '@/client'
import { choosePictures } from '@/device'

/** Pictures that go with a move: uploaded as they are chosen, at most six. */
export function usePictures(folder: string, most = mostCasePictures) {
  const [pictures, setPictures] = useState<readonly string[]>([])
  const [uploading, setUploading] = useState(0)
  const [trouble, setTrouble] = useState<Trouble>()
  const add = async () => {
    if (!folder) return
    setTrouble(undefined)
    const paths = await choosePictures(most - pictures.length)
    setUploading(paths.length)
    for (const path of paths) {
      try {
        const fileId = await uploadPicture(path, folder)
        setPictures((before) => [...before, fileId])
      } catch (problem) {
        setTrouble(troubleIn(problem))
      }
      setUploading((left) => left - 1)
    }
  }
  return {
    pictures,
    uploading,
    trouble,
    add,
    remove: (fileId: string) => setPictures((before) => before.filter((each) => each !== fileId)),
    most,
  }
}

export type ChosenPictures = ReturnType<typeof usePictures>
