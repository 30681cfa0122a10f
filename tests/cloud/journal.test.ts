import { spawn, type ChildProcess } from 'node:child_process'
import { appendFileSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { type LocalCloud } from '../../local/cloud/server'
import { call, FIXTURES, freshFolder, launch, plain, removeFolders, run } from './launch'

afterAll(removeFolders)

const collections = { notes: plain, pairs: plain }
const journalOf = (dataDir: string) => join(dataDir, 'database/journal.ndjson')

async function filled(dataDir: string): Promise<void> {
  const cloud = await launch({ dataDir, collections })
  await run(cloud, async ({ db }) => {
    for (let n = 0; n < 5; n++)
      await db.collection('notes').add({ data: { _id: `n${n}`, n, at: new Date(n), r: /x/i } })
    await db.collection('notes').doc('n0').remove()
  })
  await cloud.close()
}

const ids = (cloud: LocalCloud) =>
  run(cloud, async ({ db }) => (await db.collection('notes').orderBy('_id', 'asc').get()).data.map((row) => row._id))

test('what was saved is there after a restart, types included', async () => {
  const dataDir = freshFolder()
  await filled(dataDir)
  const cloud = await launch({ dataDir, collections })
  expect(await ids(cloud)).toEqual(['n1', 'n2', 'n3', 'n4'])
  const isDate = await run(
    cloud,
    async ({ db }) => (await db.collection('notes').doc('n3').get()).data?.at instanceof Date,
  )
  expect(isDate).toBe(true)
  await cloud.close()
})

test('a torn tail is cut off, and everything before it kept', async () => {
  const dataDir = freshFolder()
  await filled(dataDir)
  const before = statSync(journalOf(dataDir)).size
  appendFileSync(journalOf(dataDir), 'a1b2c3d4 [["put","notes",{"_id":"half"')
  const cloud = await launch({ dataDir, collections })
  expect(await ids(cloud)).toEqual(['n1', 'n2', 'n3', 'n4'])
  expect(cloud.stats().store.recovery.droppedBytes).toBeGreaterThan(20)
  await cloud.close()
  expect(statSync(journalOf(dataDir)).size).toBe(before)
})

test('damage in the middle is told, put aside, and what was saved before it is there', async () => {
  const dataDir = freshFolder()
  await filled(dataDir)
  const lines = readFileSync(journalOf(dataDir), 'utf8').split('\n')
  lines[3] = lines[3]!.replace('"n":2', '"n":7')
  writeFileSync(journalOf(dataDir), lines.join('\n'))
  const cloud = await launch({ dataDir, collections })
  expect(await ids(cloud)).toEqual(['n0', 'n1'])
  const aside = join(dataDir, 'database/journal.damaged-1')
  expect(cloud.store.recovery.sentence).toMatch(
    new RegExp(`is damaged from line 4 on: 2 commits .* with 3 readable commits were put aside in ${aside}.$`),
  )
  expect(readFileSync(aside, 'utf8')).toBe(lines.slice(3).join('\n'))
  await cloud.close()
})

test('a file that is no journal is refused and left alone', async () => {
  const dataDir = freshFolder()
  mkdirSync(join(dataDir, 'database'))
  writeFileSync(journalOf(dataDir), 'my diary\nsecond line\n')
  await expect(launch({ dataDir, collections })).rejects.toThrow(`is not a journal of the local cloud`)
  expect(readFileSync(journalOf(dataDir), 'utf8')).toBe('my diary\nsecond line\n')
})

test('a restart rewrites a journal that is mostly history', async () => {
  const dataDir = freshFolder()
  let cloud = await launch({ dataDir, collections })
  await run(cloud, async ({ db, _ }) => {
    await db.collection('notes').add({ data: { _id: 'counter', n: 0 } })
    for (let n = 0; n < 200; n++)
      await db
        .collection('notes')
        .doc('counter')
        .update({ data: { n: _.inc(1) } })
  })
  await cloud.close()
  const long = statSync(journalOf(dataDir)).size
  cloud = await launch({ dataDir, collections })
  while (!cloud.stats().store.compactions.done) await new Promise((done) => setTimeout(done, 5))
  expect(statSync(journalOf(dataDir)).size).toBeLessThan(long / 10)
  expect(await run(cloud, async ({ db }) => (await db.collection('notes').doc('counter').get()).data)).toMatchObject({
    n: 200,
  })
  await cloud.close()
})

test('compacting while others write loses nothing', async () => {
  const dataDir = freshFolder()
  let cloud = await launch({ dataDir, collections })
  const writes = Array.from({ length: 4 }, (_, lane) =>
    run(
      cloud,
      async ({ db }, given) => {
        for (let n = 0; n < 50; n++) await db.collection('notes').add({ data: { _id: `${given}-${n}` } })
      },
      lane,
    ),
  )
  for (let n = 0; n < 20; n++) {
    await new Promise((done) => setTimeout(done, 10))
    await cloud.store.compact()
  }
  await Promise.all(writes)
  await cloud.close()
  cloud = await launch({ dataDir, collections })
  expect(await run(cloud, async ({ db }) => (await db.collection('notes').count()).total)).toBe(200)
  await cloud.close()
})

test('an index that cannot be unique over what is stored is refused with a sentence', async () => {
  const dataDir = freshFolder()
  const cloud = await launch({ dataDir, collections })
  await run(cloud, ({ db }) => db.collection('notes').add({ data: [{ who: 1 }, { who: 1 }] }))
  await cloud.close()
  const unique = { notes: { indexes: [{ name: 'who', fields: [['who', 1] as [string, 1]], unique: true }] } }
  await expect(launch({ dataDir, collections: unique })).rejects.toThrow('Collection notes: index who cannot be unique')
})

interface Started {
  child: ChildProcess
  url: string
}

function startProcess(dataDir: string, indexes: string): Promise<Started> {
  const main = resolve(__dirname, '../../local/cloud/main.ts')
  const options = ['--data', dataDir, '--functions', FIXTURES, '--indexes', indexes, '--instances', '2']
  const child = spawn(process.execPath, ['--import', 'tsx', main, ...options], { stdio: ['ignore', 'pipe', 'inherit'] })
  return new Promise((started, failed) => {
    child.once('exit', () => failed(new Error('the local cloud did not start')))
    createInterface(child.stdout!).once('line', (line) => {
      const { port } = JSON.parse(line) as { port: number }
      started({ child, url: `http://127.0.0.1:${port}` })
    })
  })
}

test('killed with -9 in the middle of writes, it keeps every acknowledged one and no half of any', async () => {
  const dataDir = freshFolder()
  const indexes = join(dataDir, 'collections.json')
  writeFileSync(indexes, JSON.stringify(collections))
  const acknowledged = new Set<string>()
  for (let round = 0; round < 2; round++) {
    const { child, url } = await startProcess(dataDir, indexes)
    const gone = new Promise((done) => child.once('exit', done))
    const writers = Array.from({ length: 4 }, async (_, lane) => {
      for (let n = 0; ; n++) {
        const id = `${round}-${lane}-${n}`
        const data = { code: addPair.toString(), given: id }
        const answer = await call(url, 'probe', { openid: 'o', data }).catch(() => undefined)
        if (!answer) return
        if (answer.errCode === undefined && (answer.result as { value?: string }).value === id) acknowledged.add(id)
      }
    })
    const enough = acknowledged.size + 25 + round * 7
    while (acknowledged.size < enough) await new Promise((done) => setTimeout(done, 5))
    child.kill('SIGKILL')
    await Promise.all([gone, ...writers])
  }
  const cloud = await launch({ dataDir, collections })
  const kept = new Map<unknown, number>()
  for (let skip = 0; ; skip += 1000) {
    const rows = await run(
      cloud,
      async ({ db }, from) => (await db.collection('pairs').skip(from).limit(1000).get()).data.map((row) => row.pair),
      skip,
    )
    for (const pair of rows) kept.set(pair, (kept.get(pair) ?? 0) + 1)
    if (rows.length < 1000) break
  }
  await cloud.close()
  expect(acknowledged.size).toBeGreaterThan(50)
  expect([...acknowledged].filter((id) => !kept.has(id))).toEqual([])
  expect([...kept].filter(([, halves]) => halves !== 2)).toEqual([])
}, 120_000)

async function addPair({ db }: Parameters<Parameters<typeof run>[1]>[0], pair: string): Promise<string> {
  await db.runTransaction(async (transaction) => {
    await transaction.collection('pairs').add({ data: { _id: `${pair}-left`, pair } })
    await transaction.collection('pairs').add({ data: { _id: `${pair}-right`, pair } })
  })
  return pair
}
