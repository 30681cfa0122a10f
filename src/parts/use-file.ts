import { actions, type FileJob } from '@core/contract'
import { useCallback, useState } from 'react'
import { call } from '@/client'

/** How often the phone looks how far a file is, and how long it waits for one, ms. */
const lookMs = 800
const longestMs = 120_000
const pause = (ms: number) => new Promise((done) => setTimeout(done, ms))

/** A file in the making, by what `jobs` has said last. */
export interface FileMaking {
  busy: boolean
  job: FileJob | null
  /** Has an ordered file made and watches it; null when it failed or took too long. */
  make: (ordered: FileJob) => Promise<FileJob | null>
}

/** Has ordered files made: starts the work, shows how far it is, and comes back with the finished one. */
export function useFile(): FileMaking {
  const [job, setJob] = useState<FileJob | null>(null)
  const [busy, setBusy] = useState(false)
  const make = useCallback(async (ordered: FileJob) => {
    setBusy(true)
    setJob(ordered)
    const made = await watched(ordered, setJob)
    setBusy(false)
    return made
  }, [])
  return { busy, job, make }
}

async function watched(ordered: FileJob, tell: (job: FileJob) => void): Promise<FileJob | null> {
  const { id } = ordered
  // The work goes on in the cloud whatever becomes of this call; what counts is the state that is asked for below.
  void call(actions.runFile, { id })
  const until = Date.now() + longestMs
  while (Date.now() < until) {
    await pause(lookMs)
    const answer = await call(actions.fileState, { id })
    if (!answer.ok) continue
    tell(answer.data)
    if (answer.data.state === 'ready') return answer.data
    if (answer.data.state === 'failed' || answer.data.state === 'expired') return null
  }
  return null
}
