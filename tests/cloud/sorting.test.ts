import { type LocalCloud } from '../../local/cloud/server'
import { launch, plain, removeFolders, run } from './launch'

let cloud: LocalCloud

beforeAll(async () => {
  const byV = { indexes: [{ name: 'v', fields: [['v', 1] as [string, 1]], unique: false }] }
  cloud = await launch({ collections: { bare: plain, indexed: byV, texts: plain, many: plain } })
  await run(cloud, async ({ db }) => {
    const values: Record<string, unknown> = {
      null: null,
      nan: NaN,
      low: -Infinity,
      minus: -1,
      one: 1,
      half: 1.5,
      upper: 'B',
      lower: 'a',
      object: { a: 2 },
      larger: { a: 3 },
      longer: { a: 2, b: 1 },
      off: false,
      on: true,
      early: new Date(-1),
      late: new Date(1),
      pattern: /a/,
      empty: [],
      list: [9, -7],
      mixed: ['z', 0],
    }
    const rows = [{ _id: 'missing' }, ...Object.entries(values).map(([_id, v]) => ({ _id, v }))]
    await db.collection('bare').add({ data: rows })
    await db.collection('indexed').add({ data: rows })
    const texts = ['b', 'B', 'a', 'aa', '', 'é', '中', '\uffee', '🌼', 'A']
    await db.collection('texts').add({ data: texts.map((t, i) => ({ _id: `t${i}`, t })) })
    const many = Array.from({ length: 30 }, (_, n) => ({ _id: `m${n}`, group: n % 3, at: { day: n % 5 } }))
    await db.collection('many').add({ data: many })
  })
})

afterAll(async () => {
  await cloud.close()
  removeFolders()
})

const UP =
  'empty missing null nan low list minus mixed one half upper lower object larger longer off on early late pattern'

// An empty list is least of all; a list counts with its least item upwards and with its largest one downwards.
const DOWN =
  'pattern late early on off longer larger object mixed lower upper list half one minus low nan missing null empty'

test('types follow one another in BSON order; lists count by their least or largest item', async () => {
  const found = await run(cloud, async ({ db }) => {
    const ids = async (name: string, direction: 'asc' | 'desc') => {
      const { data } = await db.collection(name).orderBy('v', direction).limit(50).get()
      return data.map((row) => row._id).join(' ')
    }
    const staged = await db.collection('bare').aggregate().sort({ v: 1 }).limit(50).end()
    return {
      up: await ids('bare', 'asc'),
      down: await ids('bare', 'desc'),
      indexed: await ids('indexed', 'asc'),
      staged: staged.list.map((row) => row._id).join(' '),
    }
  })
  const objects = UP.replace('object larger longer', 'object longer larger')
  expect(found.up).toBe(objects)
  expect(found.indexed).toBe(objects)
  expect(found.staged).toBe(objects)
  expect(found.down).toBe(DOWN.replace('longer larger object', 'larger longer object'))
})

test('texts follow by their bytes in UTF-8, so that emoji come after all of the first plane', async () => {
  const order = await run(cloud, async ({ db }) => {
    const { data } = await db.collection('texts').orderBy('t', 'asc').limit(20).get()
    return data.map((row) => row.t)
  })
  expect(order).toEqual(['', 'A', 'B', 'a', 'aa', 'b', 'é', '中', '\uffee', '🌼'])
})

test('several keys count in their order, nested ones too, and equal rows keep theirs', async () => {
  const rows = await run(cloud, async ({ db }) => {
    const sorted = db.collection('many').orderBy('group', 'desc').orderBy('at.day', 'asc')
    const all = (await sorted.limit(30).get()).data.map((row) => row._id)
    const pages: unknown[] = []
    for (let skip = 0; skip < 30; skip += 7) {
      pages.push(...(await sorted.skip(skip).limit(7).get()).data.map((row) => row._id))
    }
    return { all, pages }
  })
  expect(rows.all.slice(0, 6)).toEqual(['m5', 'm20', 'm11', 'm26', 'm2', 'm17'])
  expect(rows.pages).toEqual(rows.all)
})

test('a hundred rows come without a limit, a thousand at most, twenty from a pipeline without a limit', async () => {
  const lengths = await run(cloud, async ({ db }) => {
    const rows = Array.from({ length: 1001 }, (_, n) => ({ bulk: n }))
    await db.collection('many').add({ data: rows })
    const many = db.collection('many').where({ bulk: { $gte: 0 } })
    const pipeline = () =>
      db
        .collection('many')
        .aggregate()
        .match({ bulk: { $gte: 0 } })
    return [
      (await many.get()).data.length,
      (await many.limit(1000).get()).data.length,
      (await many.limit(2000).get()).data.length,
      (await many.skip(990).limit(1000).get()).data.length,
      (await pipeline().end()).list.length,
      (await pipeline().limit(1001).end()).list.length,
      (await pipeline().group({ _id: '$bulk' }).end()).list.length,
      (await pipeline().skip(995).end()).list.length,
    ]
  })
  expect(lengths).toEqual([100, 1000, 1000, 11, 20, 1001, 20, 6])
})

test('a negative skip is refused', async () => {
  const failed = run(cloud, async ({ db }) => db.collection('many').skip(-1).limit(5).get())
  await expect(failed).rejects.toThrow('Skip value must be non-negative')
})
