import { actions, mostPictures, type Recap } from '@core/contract'
import { useState } from 'react'
import { troubleIn, uploadPicture, useDo, type Trouble } from '@/client'
import { choosePictures, forget, recall, remember } from '@/device'

/** What the leader has written so far; `served` as typed. */
export interface Draft {
  served: string
  words: string
  thanks: string
  pictures: Recap['pictures']
}

const kept = (id: string) => `day-recap:${id}`

/** What the cloud has, as a draft to go on with; who came is offered for who was served. */
const draftOf = (recap: Recap): Draft => ({
  served: recap.at === null ? (recap.came > 0 ? String(recap.came) : '') : String(recap.served),
  words: recap.words,
  thanks: recap.thanks,
  pictures: recap.pictures,
})

/** The recap being written: kept on the phone at every letter, its pictures uploaded as they are chosen. */
export function useDraft(id: string, recap: Recap) {
  const [draft, setDraft] = useState<Draft>(() => recall<Draft>(kept(id)) ?? draftOf(recap))
  const [uploading, setUploading] = useState(0)
  const [uploadTrouble, setUploadTrouble] = useState<Trouble>()
  const { run, busy, trouble } = useDo(actions.saveRecap, {
    invalidates: [actions.getRecap, actions.desk, actions.getTeam, actions.getActivity],
  })
  const change = (part: Partial<Draft>) =>
    setDraft((before) => {
      const next = { ...before, ...part }
      remember(kept(id), next)
      return next
    })

  const addPictures = async () => {
    setUploadTrouble(undefined)
    const paths = await choosePictures(mostPictures - draft.pictures.length)
    setUploading(paths.length)
    for (const path of paths) {
      try {
        const fileId = await uploadPicture(path, `recaps/${id}`)
        setDraft((before) => {
          const next = { ...before, pictures: [...before.pictures, { fileId, state: 'pending' as const }] }
          remember(kept(id), next)
          return next
        })
      } catch (problem) {
        setUploadTrouble(troubleIn(problem))
      }
      setUploading((left) => left - 1)
    }
  }
  const removePicture = (fileId: string) =>
    change({ pictures: draft.pictures.filter((picture) => picture.fileId !== fileId) })

  const save = async () => {
    const answer = await run({
      id,
      served: Number(draft.served) || 0,
      words: draft.words,
      thanks: draft.thanks,
      pictures: draft.pictures.map(({ fileId }) => fileId),
    })
    if (!answer?.ok) return false
    forget(kept(id))
    setDraft(draftOf(answer.data))
    return true
  }
  // What became of a picture is the cloud's to say, whatever the draft remembers.
  const stateOf = new Map(recap.pictures.map(({ fileId, state }) => [fileId, state]))
  const pictures = draft.pictures.map((each) => ({ ...each, state: stateOf.get(each.fileId) ?? each.state }))
  return {
    draft: { ...draft, pictures },
    change,
    addPictures,
    removePicture,
    save,
    uploading,
    busy,
    trouble: trouble ?? uploadTrouble,
  }
}
