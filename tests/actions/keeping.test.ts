// A whole environment into a folder and back into an empty one: broken off anywhere, damaged, or wrongly aimed.
import { spawn } from 'node:child_process'
import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { startLocalCloud } from '../../local/cloud/server'
import { docOf, filesIn, lineOf, withFiles } from '../../local/keeping/lines'

const root = path.resolve(__dirname, '../..')
const indexesFile = path.join(root, 'cloudfunctions/core/ports/collections.json')
const home = mkdtempSync(path.join(tmpdir(), 'dandelion-keeping-'))
afterAll(() => rmSync(home, { recursive: true, force: true }))
const at = (name: string) => path.join(home, name)

type Everything = Record<string, string[]>
const county = JSON.parse(
  gunzipSync(readFileSync(path.join(__dirname, 'editions/0.2.0.json.gz'))).toString(),
) as Record<string, { _id: string }[]>

/** Opens the local cloud of a folder for a moment. */
async function within<T>(data: string, work: (cloud: Awaited<ReturnType<typeof startLocalCloud>>) => Promise<T>) {
  const cloud = await startLocalCloud({ dataDir: data, indexesFile })
  try {
    return await work(cloud)
  } finally {
    await cloud.close()
  }
}

const names = Object.keys(county)
const someone = (county.people as { _id: string; name: string }[])[3] ?? { _id: '', name: '' }
const everythingIn = (data: string): Promise<Everything> =>
  within(data, async ({ store }) => {
    const all = names.map((collection) => {
      const found: string[] = []
      for (let offset = 0; offset === found.length; offset += 1000)
        found.push(...store.find({ collection, order: '{"_id":1}', offset, limit: 1000 }))
      return [collection, found.map((text) => lineOf(JSON.parse(text) as { _id: string }))]
    })
    return Object.fromEntries(all) as Everything
  })

/** Runs the program, or kills it once it said so many lines; its exit code and what it said. */
function keep(what: 'export' | 'import', folder: string, data: string, killAfterLines = 0) {
  return new Promise<{ code: number | null; said: string }>((done) => {
    const child = spawn(process.execPath, ['local/keep.mjs', what, folder, '--data', data], { cwd: root })
    let said = ''
    const hear = (text: Buffer) => {
      said += String(text)
      if (killAfterLines > 0 && said.split('\n').length > killAfterLines) child.kill('SIGKILL')
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.once('exit', (code) => done({ code, said }))
  })
}

const picture = 'cloud://local-env.local-bucket/recaps/a1/one.png'

beforeAll(async () => {
  await within(at('there'), async ({ store, url }) => {
    for (const [name, docs] of Object.entries(county))
      if (docs.length)
        await store.insert(
          name,
          docs.map((doc) => JSON.stringify(doc)),
        )
    await fetch(`${url}/files/recaps/a1/one.png`, { method: 'PUT', body: 'a picture' })
    const when = { _id: 'odd', at: { $date: 1_700_000_000_000 }, list: [[1, 2.5], { deep: null }], text: '花"\n🌼' }
    const gone = 'cloud://local-env.local-bucket/recaps/a1/gone.png'
    const bare = JSON.stringify({ _id: 'bare' })
    await store.insert('recaps', [bare, JSON.stringify({ ...when, pictures: [{ fileId: picture }, { fileId: gone }] })])
  })
}, 60_000)

const setName = (data: string, name: string) =>
  within(data, ({ store }) =>
    store.modify({
      ...{
        collection: 'people',
        query: JSON.stringify({ _id: someone._id }),
        data: JSON.stringify({ $set: { name } }),
      },
      ...{ replaces: false, multi: false, upsert: false },
    }),
  )

test('what was broken off goes on, and in the end every document and file is there as it was', async () => {
  const kept = at('kept')
  for (const lines of [1, 9]) expect((await keep('export', kept, at('there'), lines)).code).toBeNull()
  const exported = await keep('export', kept, at('there'))
  expect(exported.said).toContain('files: 1, 1 named but gone')
  expect(exported.code).toBe(0)
  for (const lines of [1, 3]) expect((await keep('import', kept, at('here'), lines)).code).toBeNull()
  await setName(at('here'), '别人')
  const differs = await keep('import', kept, at('here'))
  expect([differs.code, differs.said]).toEqual([
    1,
    expect.stringContaining(`people/${someone._id} is not as it was kept`),
  ])
  await setName(at('here'), someone.name)
  const imported = await keep('import', kept, at('here'))
  expect([imported.code, imported.said]).toEqual([0, expect.stringContaining('holds what')])
  expect(await everythingIn(at('here'))).toEqual(await everythingIn(at('there')))
  const bytes = await within(at('here'), async ({ url }) =>
    (await fetch(`${url}/wechat/file?fileID=${encodeURIComponent(picture)}`)).text(),
  )
  expect(bytes).toBe('a picture')
}, 180_000)

test('the same folder goes into another environment as well, but into none that holds something', async () => {
  const other = await keep('import', at('kept'), at('elsewhere'))
  expect([other.code, other.said]).toEqual([0, expect.stringContaining('holds what')])
  const again = await keep('import', at('kept'), at('elsewhere'))
  expect([again.code, again.said]).toEqual([1, expect.stringContaining('is not empty')])
}, 120_000)

test('a folder that was damaged, or never finished, is refused before anything is written', async () => {
  const file = path.join(at('kept'), 'people.ndjson')
  const whole = readFileSync(file)
  appendFileSync(file, '{"_id":"x"}\n')
  const damaged = await keep('import', at('kept'), at('empty'))
  expect([damaged.code, damaged.said]).toEqual([1, expect.stringContaining('people.ndjson')])
  writeFileSync(file, whole)
  const none = await keep('import', at('nowhere'), at('empty'))
  expect([none.code, none.said]).toEqual([1, expect.stringContaining('holds no finished export')])
  expect(existsSync(at('nowhere'))).toBe(false)
}, 60_000)

test('a line keeps every value: moments, odd numbers, places, and the order of names does not matter', () => {
  const place = { type: 'Point', coordinates: [116.5, 39.9] }
  class Point {
    toJSON = () => place
  }
  const doc = { _id: 'x', b: [new Date(5), NaN, { z: -Infinity }], a: new Point() }
  expect(lineOf(doc)).toBe(
    '{"_id":"x","a":{"coordinates":[116.5,39.9],"type":"Point"},"b":[{"$date":5},{"$numberDouble":"NaN"},{"z":{"$numberDouble":"-Infinity"}}]}',
  )
  expect(docOf(lineOf(doc))).toEqual({ ...doc, a: place })
  expect(() => lineOf({ _id: 'x', odd: new Map() })).toThrow('Map cannot be kept')
})

test('ids of files become those of the new environment, wherever they stand', () => {
  const doc = { fileId: picture, deep: [{ of: [picture, 'cloud://other/kept.png', 'words'] }] }
  expect(filesIn(doc)).toEqual([picture, picture, 'cloud://other/kept.png'])
  const moved = withFiles(doc, (id) => (id === picture ? 'cloud://new.bucket/one.png' : undefined))
  expect(moved).toEqual({
    fileId: 'cloud://new.bucket/one.png',
    deep: [{ of: ['cloud://new.bucket/one.png', 'cloud://other/kept.png', 'words'] }],
  })
})
