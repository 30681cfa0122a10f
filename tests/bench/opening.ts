import { execFileSync } from 'node:child_process'
import { closeSync, mkdirSync, openSync, statSync, writeSync } from 'node:fs'
import path from 'node:path'
import { bodyOf, Chain, HEADER } from '../../local/cloud/store/journal-lines'
import { budgets } from './budgets'
import { tenth, verdict, whole, type Measured, type Progress } from './measured'
import type { Workshop } from './workshop'

const sizes = [100_000, 1_000_000]
const times = 3

/** A sign-up as the mini-program keeps it, of some 400 bytes. */
function signup(n: number) {
  const activityId = `act-${String(n % 20_000).padStart(6, '0')}`
  const personId = `oPerson${String((n * 7919) % 100_003).padStart(21, '0')}`
  const startsAt = Date.UTC(2026, 0, 1) + (n % 20_000) * 1_800_000
  return {
    ...{ _id: `${activityId}_${personId}_${n}`, activityId, personId, teamId: `team-${n % 300}` },
    ...{ startsAt, endsAt: startsAt + 7_200_000, state: 'in', live: n % 10 === 0, since: startsAt - 86_400_000 },
    ...{ answerBy: null, history: [], attendance: 'came', minutes: 90, note: 'x'.repeat(60) },
  }
}

/** Writes a journal as the local cloud does, one commit a document; answers its bytes. */
function writeJournal(folder: string, documents: number): number {
  mkdirSync(folder, { recursive: true })
  const file = path.join(folder, 'journal.ndjson')
  const fd = openSync(file, 'w')
  const chain = new Chain(0).add(HEADER)
  for (let n = 0; n < documents; n++) {
    chain.add(bodyOf([{ put: 'signups', text: JSON.stringify(signup(n)) }]))
    if (chain.size > 1 << 20) writeSync(fd, chain.take())
  }
  writeSync(fd, chain.take())
  closeSync(fd)
  return statSync(file).size
}

interface Opened {
  milliseconds: number
  /** Milliseconds of the first query that uses an index, which is built for it. */
  firstAsked: number
  megabytes: number
  documents: number
}

function openOnce(folder: string): Opened {
  const script = path.join(__dirname, 'opening-once.ts')
  const answer = execFileSync(process.execPath, ['--import', 'tsx', script, folder], { encoding: 'utf8' })
  return JSON.parse(answer) as Opened
}

/** How long the local cloud takes to open much data, and to answer the first query of an index. */
export function measureOpening({ folder }: Workshop, say: Progress): Measured {
  const figures = sizes.map((documents) => {
    const data = path.join(folder, `opening-${documents}`)
    const bytes = writeJournal(data, documents) / documents
    const opened = Array.from({ length: times }, () => openOnce(data))
    if (opened.some((each) => each.documents !== documents)) throw new Error('documents are missing')
    // The best of three: what the machine does besides is not the local cloud's.
    const seconds = Math.min(...opened.map((each) => each.milliseconds)) / 1000
    const firstSeconds = Math.min(...opened.map((each) => each.firstAsked)) / 1000
    const megabytes = Math.max(...opened.map((each) => each.megabytes))
    say(`${whole(documents)} documents: ${tenth(seconds)} s`)
    return { documents, bytes, seconds, firstSeconds, megabytes }
  })
  const rows = figures.map(({ documents, bytes, seconds, firstSeconds, megabytes }) => {
    const mark = verdict(seconds <= budgets.openingSeconds)
    return [whole(documents), whole(bytes), `${tenth(seconds)} ${mark}`, tenth(firstSeconds), whole(megabytes)]
  })
  const broken = figures.flatMap(({ documents, seconds }) =>
    seconds > budgets.openingSeconds
      ? [`${whole(documents)} documents open in ${tenth(seconds)} s, not in ${budgets.openingSeconds} s`]
      : [],
  )
  const head = ['documents', 'bytes each', 'seconds to open', 'first query of an index', 'MB of memory']
  return { table: [head, ...rows, ['budget', '', tenth(budgets.openingSeconds), '', '']], figures, broken }
}
