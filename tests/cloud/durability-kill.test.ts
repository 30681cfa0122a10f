import { spawn } from 'node:child_process'
import { resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { realDisk } from '../../local/cloud/store/disk'
import { Store } from '../../local/cloud/store/store'
import { freshFolder, removeFolders } from './launch'

afterAll(removeFolders)

const definitions = { pairs: { indexes: [] } }
const child = resolve(__dirname, 'writing-child.ts')

/** Lets a process write until it has said so many lines, kills it, and answers all its lines. */
async function writeAndKill(folder: string, prefix: string, enough: (lines: string[]) => boolean, limit = '') {
  const command = `${limit} exec "${process.execPath}" --import tsx "${child}" "${folder}" ${prefix}`
  const started = spawn('bash', ['-c', command], { stdio: ['ignore', 'pipe', 'inherit'] })
  const lines: string[] = []
  const reading = createInterface(started.stdout)
  reading.on('line', (line) => {
    lines.push(line)
    if (enough(lines)) started.kill('SIGKILL')
  })
  await new Promise((done) => started.once('close', done))
  return lines
}

/** How many halves of each pair a store has. */
async function halves(folder: string): Promise<Map<string, number>> {
  const store = Store.open({ folder, definitions, clock: Date.now, fsync: false })
  expect(store.recovery.line).toBe(undefined)
  const found = new Map<string, number>()
  for (let offset = 0; ; offset += 1000) {
    const page = store.find({ collection: 'pairs', offset, limit: 1000 })
    for (const text of page) {
      const { pair } = JSON.parse(text) as { pair: string }
      found.set(pair, (found.get(pair) ?? 0) + 1)
    }
    if (page.length < 1000) break
  }
  await store.close()
  return found
}

const isAcknowledged = (line: string) => !line.startsWith('!')

test('killed again and again while it writes and compacts, it loses nothing and keeps no half', async () => {
  const folder = freshFolder()
  const acknowledged: string[] = []
  for (let round = 0; round < 3; round++) {
    const most = 60 + round * 41
    acknowledged.push(...(await writeAndKill(folder, `r${round}`, (lines) => lines.length >= most)))
  }
  expect(acknowledged.filter((line) => !isAcknowledged(line))).toEqual([])
  const found = await halves(folder)
  expect(acknowledged.filter((pair) => !found.has(pair))).toEqual([])
  expect([...found.values()].filter((count) => count !== 2)).toEqual([])
}, 90_000)

test('at a real limit of the system a write fails with a sentence, and what was acknowledged is there', async () => {
  const folder = freshFolder()
  const isRefused = (lines: string[]) => lines.filter((line) => !isAcknowledged(line)).length >= 6
  const lines = await writeAndKill(folder, 'full', isRefused, 'ulimit -f 64;')
  const refused = lines.filter((line) => !isAcknowledged(line))
  expect(refused[0]).toContain('the file may not grow any further (EFBIG); nothing of this write was saved.')
  const found = await halves(folder)
  const acknowledged = lines.filter(isAcknowledged)
  expect(acknowledged.length).toBeGreaterThan(20)
  expect([...found.keys()].sort()).toEqual(acknowledged.sort())
  expect([...found.values()].filter((count) => count !== 2)).toEqual([])
}, 60_000)

test('a compaction under constant writing comes to its end, and never holds anybody up for long', async () => {
  const folder = freshFolder()
  // Others come in between two writes, so what counts is how much goes into one.
  const sizes: number[] = []
  const write = (fd: number, bytes: Buffer) => {
    sizes.push(bytes.length)
    return realDisk.write(fd, bytes)
  }
  const store = Store.open({ folder, definitions, clock: Date.now, fsync: false, disk: { ...realDisk, write } })
  const row = (id: string, n: number) => JSON.stringify({ _id: id, pair: id, n, filling: 'x'.repeat(300) })
  await store.insert(
    'pairs',
    Array.from({ length: 20_000 }, (_, n) => row(`k${n}`, 0)),
  )
  let isDone = false
  let rounds = 0
  const writing = Array.from({ length: 8 }, async (_, lane) => {
    while (!isDone) {
      const request = { collection: 'pairs', query: `{"_id":"k${(rounds++ * 7 + lane) % 20_000}"}` }
      await store.modify({ ...request, data: '{"$inc":{"n":1}}', replaces: false, multi: false, upsert: false })
    }
  })
  const before = store.stats().journalBytes
  sizes.length = 0
  await store.compact()
  const during = rounds
  const slices = sizes.filter((size) => size > 64 * 1024)
  isDone = true
  await Promise.all(writing)
  expect(during).toBeGreaterThan(50)
  expect(store.stats().journalBytes).toBeLessThan(before * 2)
  expect(slices.length).toBeGreaterThan(10)
  expect(Math.max(...slices)).toBeLessThan(before / 4)
  const sumOf = (one: Store) => one.aggregate('pairs', [{ stageKey: '$group', stageValue: SUM }])
  const sum = sumOf(store)
  await store.close()
  const again = Store.open({ folder, definitions, clock: Date.now, fsync: false })
  expect(sumOf(again)).toEqual(sum)
  expect(JSON.parse(sum[0] ?? '{}')).toMatchObject({ n: rounds, count: 20_000 })
  await again.close()
}, 60_000)

const SUM = '{"_id":null,"n":{"$sum":"$n"},"count":{"$sum":1}}'
