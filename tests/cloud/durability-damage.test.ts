import { Journal, type Recovery } from '../../local/cloud/store/journal'
import { Chain, OLD_HEADER, bodyOf } from '../../local/cloud/store/journal-lines'
import { MemoryDisk } from './memory-disk'

const FILE = '/data/journal.ndjson'
const owner = { safe: () => undefined, lost: () => undefined }

interface Opened {
  disk: MemoryDisk
  journal: Journal
  commits: string[]
  recovery: Recovery
}

function openOn(disk: MemoryDisk): Opened {
  const commits: string[] = []
  const replay = (changes: unknown[][]) => void commits.push(JSON.stringify(changes))
  const [journal, recovery] = Journal.open({ folder: '/data', fsync: true, owner, disk }, replay)
  return { disk, journal, commits, recovery }
}

const texts = [
  '{"_id":"a","n":1}',
  '{"_id":"b","name":"王秀英"}',
  '{"_id":"a","n":2}',
  '{"_id":"c","list":[1,{"x":"\\n"}]}',
]

async function written(): Promise<Buffer> {
  const { disk, journal } = openOn(new MemoryDisk())
  await journal.append([{ create: 'notes' }])
  for (const text of texts) await journal.append([{ put: 'notes', text }])
  await journal.append([
    { remove: 'notes', id: 'b' },
    { put: 'notes', text: '{"_id":"d"}' },
  ])
  await journal.close()
  return disk.content(FILE) as Buffer
}

/** A journal as version 0.4 wrote it. */
function writtenBefore(): Buffer {
  const lines = [OLD_HEADER, ...texts.map((text) => bodyOf([{ put: 'notes', text }]))]
  return Buffer.concat(lines.map((line) => new Chain(0, false).add(line).take()))
}

const replaced = (bytes: Buffer, at: number, length: number, by: (byte: number, i: number) => number) =>
  Buffer.from(bytes.map((byte, i) => (i >= at && i < at + length ? by(byte, i) : byte)))

const inserted = (bytes: Buffer, at: number, text: string) =>
  Buffer.concat([bytes.subarray(0, at), Buffer.from(text), bytes.subarray(at)])

const damages: Record<string, (bytes: Buffer, at: number) => Buffer> = {
  'a cut': (bytes, at) => bytes.subarray(0, at),
  'a flipped bit': (bytes, at) => replaced(bytes, at, 1, (byte) => byte ^ (1 << (at % 8))),
  'a zeroed block': (bytes, at) => replaced(bytes, at, 64, () => 0),
  'a zeroed end': (bytes, at) => replaced(bytes, at, bytes.length, () => 0),
  'inserted garbage': (bytes, at) => inserted(bytes, at, 'x\u0000garbage{'),
  'inserted lines': (bytes, at) => inserted(bytes, at, '\n00000000 [["put"]]\n'),
  'a doubled end': (bytes, at) => Buffer.concat([bytes, bytes.subarray(at)]),
  'a lost piece': (bytes, at) => Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 7)]),
}

/** Where each line ends, its line break included. */
const endsOf = (bytes: Buffer) => [...bytes.entries()].filter(([, byte]) => byte === 10).map(([at]) => at + 1)

async function check(whole: Buffer, commits: string[], damaged: Buffer, at: number): Promise<void> {
  const { disk, journal, ...opened } = openOn(new MemoryDisk({ [FILE]: damaged }))
  const before = endsOf(whole).filter((end) => end <= at).length - 1
  expect(opened.commits).toEqual(commits.slice(0, opened.commits.length))
  expect(opened.commits.length).toBeGreaterThanOrEqual(before)
  const { droppedBytes, putAside, sentence } = opened.recovery
  if (droppedBytes) {
    expect(sentence).toContain(putAside)
    const aside = disk.content(String(putAside)) as Buffer
    expect(aside.length).toBeGreaterThanOrEqual(droppedBytes)
    expect(damaged.includes(aside)).toBe(true)
  } else expect([sentence, putAside]).toEqual([undefined, undefined])
  await journal.append([{ put: 'notes', text: '{"_id":"later"}' }])
  await journal.close()
  const again = openOn(disk.left('power cut'))
  expect(again.commits).toEqual([...opened.commits, '[["put","notes",{"_id":"later"}]]'])
  expect(again.recovery.droppedBytes).toBe(0)
}

describe.each(Object.entries(damages))('%s at any place of a journal', (_, damage) => {
  test('costs nothing before it, is told, put aside, and writing goes on', async () => {
    const whole = await written()
    const { commits } = openOn(new MemoryDisk({ [FILE]: whole }))
    expect(commits).toHaveLength(texts.length + 2)
    for (let at = 0; at <= whole.length; at++) await check(whole, commits, damage(whole, at), at)
  })
})

test('the same holds for cuts and flipped bits in a journal of an earlier version', async () => {
  const whole = writtenBefore()
  const { commits } = openOn(new MemoryDisk({ [FILE]: whole }))
  expect(commits).toHaveLength(texts.length)
  for (const name of ['a cut', 'a flipped bit'])
    for (let at = 0; at <= whole.length; at++)
      await check(whole, commits, (damages[name] as (typeof damages)[string])(whole, at), at)
})

test('a damaged header costs no commit, and is written anew', async () => {
  const whole = await written()
  const { commits, recovery, disk } = openOn(new MemoryDisk({ [FILE]: replaced(whole, 20, 1, (byte) => byte ^ 4) }))
  expect(commits).toHaveLength(texts.length + 2)
  expect(recovery.line).toBe(1)
  expect(disk.content(FILE)).toEqual(whole)
})

test('what was dropped is told with line, bytes, readable commits and the file that keeps it', async () => {
  const whole = await written()
  const third = endsOf(whole)[1] as number
  const damaged = replaced(whole, third + 20, 1, (byte) => byte ^ 1)
  const { recovery, disk } = openOn(new MemoryDisk({ [FILE]: damaged, '/data/journal.damaged-1': Buffer.from('x') }))
  expect(recovery).toEqual({
    commits: 1,
    droppedBytes: whole.length - third,
    line: 3,
    readableAfter: 4,
    putAside: '/data/journal.damaged-2',
    sentence:
      'The data file /data/journal.ndjson is damaged from line 3 on: 1 commit before it is kept, ' +
      `${whole.length - third} bytes with 4 readable commits were put aside in /data/journal.damaged-2.`,
  })
  expect(disk.content('/data/journal.damaged-2')).toEqual(damaged.subarray(third))
})

test.each([
  ['a diary', 'my diary\nsecond line\n', 'is not a journal of the local cloud'],
  ['a single word', 'hi', 'is not a journal of the local cloud'],
  ['an empty line and text', '\nhello\n', 'is not a journal of the local cloud'],
  ['a journal of a version to come', newer(), 'was written by a newer version of the local cloud'],
])('%s is refused and left alone', (_, text, sentence) => {
  const disk = new MemoryDisk({ [FILE]: Buffer.from(text) })
  expect(() => openOn(disk)).toThrow(sentence)
  expect([disk.list(), disk.content(FILE)?.toString()]).toEqual([['journal.ndjson'], text])
})

function newer(): string {
  const header = Buffer.from('{"format":"local-cloud-journal","version":3}')
  return new Chain(0).add(header).add(Buffer.from('[]')).take().toString()
}

test('when there is no room to put the damage aside, opening fails with a sentence and changes nothing', async () => {
  const whole = await written()
  const damaged = replaced(whole, 200, 1, (byte) => byte ^ 1)
  const disk = new MemoryDisk({ [FILE]: damaged })
  disk.room = damaged.length + 5
  expect(() => openOn(disk)).toThrow(/is damaged at line \d and cannot be mended: the disk is full \(ENOSPC\)\.$/)
  expect([disk.list(), disk.content(FILE)]).toEqual([['journal.ndjson'], damaged])
})

test('wherever the mending itself is interrupted, nothing is lost', async () => {
  const whole = await written()
  const { commits } = openOn(new MemoryDisk({ [FILE]: whole }))
  for (const at of [5, 200]) {
    const damaged = replaced(whole, at, 1, (byte) => byte ^ 1)
    const kept = openOn(new MemoryDisk({ [FILE]: damaged })).commits
    expect(kept).toEqual(commits.slice(0, kept.length))
    for (let stop = 1, isOver = false; !isOver; stop++) {
      const disk = new MemoryDisk({ [FILE]: damaged })
      disk.onStep = () => {
        if (disk.steps >= stop) throw new Error('killed')
      }
      try {
        openOn(disk)
        isOver = true
      } catch (error) {
        expect(String(error)).toContain('killed')
      }
      for (const how of ['kill', 'power cut'] as const) {
        const left = disk.left(how)
        const asides = left.list().filter((name) => name.includes('damaged'))
        const isWholeAside = asides.some((name) => damaged.includes(left.content(name) as Buffer))
        expect(left.content(FILE)?.equals(damaged) === true || isWholeAside).toBe(true)
        expect(openOn(left).commits).toEqual(kept)
      }
    }
  }
})
