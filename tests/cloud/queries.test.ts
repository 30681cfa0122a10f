import { type LocalCloud } from '../../local/cloud/server'
import { launch, plain, removeFolders, run } from './launch'

let cloud: LocalCloud

beforeAll(async () => {
  cloud = await launch({ collections: { people: plain, teams: plain, many: plain, mixed: plain } })
  await run(cloud, async ({ db }) => {
    await db.collection('people').add({
      data: [
        {
          _id: 'chen',
          age: 71,
          tags: ['elder', 'red'],
          home: { yard: 'east' },
          marks: [
            { s: 8, r: 1 },
            { s: 4, r: 2 },
          ],
        },
        { _id: 'li', age: 34, tags: ['red', 'blue'], home: { yard: 'west' }, marks: [{ s: 6, r: 1 }], nick: null },
        { _id: 'wang', age: 19, tags: [], home: { yard: 'east' }, nums: [1, 20] },
        { _id: 'zhao', age: 52, tags: ['blue'], nick: 'Z', nums: [5], name: '赵大妈' },
      ],
    })
    await db.collection('teams').add({
      data: [
        { _id: 'red', name: '红', lead: 'chen' },
        { _id: 'blue', name: '蓝', lead: 'zhao' },
      ],
    })
  })
})

afterAll(async () => {
  await cloud.close()
  removeFolders()
})

const ids = (rows: { data: Record<string, unknown>[] }) => rows.data.map((row) => row._id)

test('comparisons, lists, existence and logic find what MongoDB would find', async () => {
  const found = await run(cloud, async ({ db, _ }) => {
    const people = db.collection('people')
    const conditions: Record<string, unknown> = {
      gt: { age: _.gt(34) },
      between: { age: _.gte(19).and(_.lt(52)) },
      either: { age: _.lt(20).or(_.gt(60)) },
      in: { age: _.in([34, 52, 1]) },
      nin: { age: _.nin([34, 52]) },
      neq: { _id: _.neq('li') },
      nested: { 'home.yard': 'east' },
      nestedObject: { home: { yard: 'west' } },
      item: { tags: 'red' },
      all: { tags: _.all(['red', 'blue']) },
      size: { tags: _.size(0) },
      exists: { nums: _.exists(true) },
      isNull: { nick: null },
      elemObject: { marks: _.elemMatch({ s: _.gt(5), r: 1 }) },
      elemScalar: { nums: _.elemMatch({ $gt: 2, $lt: 19 }) },
      not: { age: _.not(_.gt(34)) },
      and: _.and([{ tags: 'blue' }, { age: _.gt(40) }]),
      or: _.or([{ _id: 'li' }, { age: _.gt(70) }]),
      nor: _.nor([{ tags: 'red' }, { age: 19 }]),
      mod: { age: _.mod(2, 1) },
      regexp: { name: db.RegExp({ regexp: '^赵', options: 'i' }) },
      expr: _.expr({ $gt: ['$age', { $add: [40, 11] }] }),
      arrayOfObjects: { 'marks.s': 6 },
      whole: { nums: [1, 20] },
    }
    const result: Record<string, string> = {}
    for (const [name, condition] of Object.entries(conditions)) {
      const { data } = await people.where(condition).get()
      result[name] = data.map((row) => row._id).join(' ')
    }
    return result
  })
  expect(found).toEqual({
    gt: 'chen zhao',
    between: 'li wang',
    either: 'chen wang',
    in: 'li zhao',
    nin: 'chen wang',
    neq: 'chen wang zhao',
    nested: 'chen wang',
    nestedObject: 'li',
    item: 'chen li',
    all: 'li',
    size: 'wang',
    exists: 'wang zhao',
    isNull: 'chen li wang',
    elemObject: 'chen li',
    elemScalar: 'zhao',
    not: 'li wang',
    and: 'zhao',
    or: 'chen li',
    nor: 'zhao',
    mod: 'chen wang',
    regexp: 'zhao',
    expr: 'chen zhao',
    arrayOfObjects: 'li',
    whole: 'wang',
  })
})

test('elemMatch with field conditions does not match bare numbers', async () => {
  const found = await run(cloud, async ({ db, _ }) => {
    return (
      await db
        .collection('people')
        .where({ nums: _.elemMatch({ v: _.gt(0) }) })
        .get()
    ).data
  })
  expect(found).toEqual([])
})

test('_.or in two fields of one condition becomes one or of all, as the SDK sends it', async () => {
  const found = await run(cloud, async ({ db, _ }) => {
    return (
      await db
        .collection('people')
        .where({ age: _.or(_.lt(20), _.gt(70)), nick: _.or(_.eq('Z'), _.eq('Y')) })
        .get()
    ).data
  })
  expect(ids({ data: found })).toEqual(['chen', 'wang', 'zhao'])
})

test('values sort as BSON types do: null and missing, numbers, texts, objects, booleans, dates', async () => {
  const order = await run(cloud, async ({ db }) => {
    const mixed = db.collection('mixed')
    const values = [new Date(1), true, { a: 1 }, 'text', 2, null, undefined, -1, 'Text', '中', [5, 0]]
    for (const [i, v] of values.entries())
      await mixed.add({ data: v === undefined ? { _id: `${i}` } : { _id: `${i}`, v } })
    const up = (await mixed.orderBy('v', 'asc').get()).data.map((row) => row._id).join(' ')
    const down = (await mixed.orderBy('v', 'desc').get()).data.map((row) => row._id).join(' ')
    return { up, down }
  })
  expect(order.up).toBe('5 6 7 10 4 8 3 9 2 1 0')
  expect(order.down).toBe('0 1 2 9 3 8 10 4 7 5 6')
})

test('sorting by several fields, skipping and limiting page through without gap or repeat', async () => {
  const pages = await run(cloud, async ({ db }) => {
    const many = db.collection('many')
    await many.add({ data: Array.from({ length: 45 }, (_, n) => ({ _id: `m${n}`, group: n % 3, n })) })
    const seen: unknown[][] = []
    for (let skip = 0; skip < 50; skip += 20) {
      const page = await many.orderBy('group', 'desc').orderBy('n', 'asc').skip(skip).limit(20).get()
      seen.push(page.data.map((row) => row.n))
    }
    return seen
  })
  expect(pages.map((page) => page.length)).toEqual([20, 20, 5])
  expect(pages.flat().slice(0, 16)).toEqual([2, 5, 8, 11, 14, 17, 20, 23, 26, 29, 32, 35, 38, 41, 44, 1])
  expect(new Set(pages.flat()).size).toBe(45)
})

test('a hundred documents come unless another limit is given, a thousand at most', async () => {
  const lengths = await run(cloud, async ({ db, _ }) => {
    const many = db.collection('many')
    const rows = Array.from({ length: 1100 }, (_, n) => ({ bulk: n }))
    await many.add({ data: rows })
    const all = many.where({ bulk: _.gte(0) })
    return [(await all.get()).data.length, (await all.limit(1000).get()).data.length, (await all.count()).total]
  })
  expect(lengths).toEqual([100, 1000, 1100])
})

test('field() includes or excludes, nested fields too, and never changes what is stored', async () => {
  const rows = await run(cloud, async ({ db }) => {
    const chen = db.collection('people').doc('chen')
    return [
      (await chen.field({ age: true, 'home.yard': true }).get()).data,
      (await chen.field({ _id: false, age: true }).get()).data,
      (await chen.field({ tags: false, marks: false, 'home.yard': false }).get()).data,
      (await chen.get()).data,
    ]
  })
  expect(rows).toEqual([
    { _id: 'chen', age: 71, home: { yard: 'east' } },
    { age: 71 },
    { _id: 'chen', age: 71, home: {} },
    expect.objectContaining({ home: { yard: 'east' } }),
  ])
})

test('aggregation matches, unwinds, groups, sorts and projects', async () => {
  const list = await run(cloud, async ({ db, _, $ }) => {
    return (
      await db
        .collection('people')
        .aggregate()
        .match({ age: _.gt(20) })
        .unwind('$tags')
        .group({ _id: '$tags', count: $.sum(1), mean: $.avg('$age') })
        .sort({ count: -1, _id: 1 })
        .project({ _id: 0, tag: '$_id', count: 1, mean: 1 })
        .end()
    ).list
  })
  expect(list).toEqual([
    { tag: 'blue', count: 2, mean: 43 },
    { tag: 'red', count: 2, mean: 52.5 },
    { tag: 'elder', count: 1, mean: 71 },
  ])
})

test('lookup joins another collection by field, and by pipeline with variables', async () => {
  const { byField, byPipeline } = await run(cloud, async ({ db, _, $ }) => {
    const teams = db.collection('teams').aggregate()
    const byField = (
      await teams.lookup({ from: 'people', localField: 'lead', foreignField: '_id', as: 'leader' }).end()
    ).list
    const pipeline = [
      { $match: { $expr: { $in: ['$$team', '$tags'] } } },
      { $sort: { age: -1 } },
      { $project: { _id: 1 } },
    ]
    const joined = db
      .collection('teams')
      .aggregate()
      .lookup({ from: 'people', let: { team: '$_id' }, pipeline, as: 'who' })
    void _
    void $
    return { byField, byPipeline: (await joined.end()).list }
  })
  expect(byField.map((row) => (row.leader as { _id: string }[])[0]?._id)).toEqual(['chen', 'zhao'])
  expect(byPipeline.map((row) => row.who)).toEqual([
    [{ _id: 'chen' }, { _id: 'li' }],
    [{ _id: 'zhao' }, { _id: 'li' }],
  ])
})

test('aggregation never changes what is stored', async () => {
  const kept = await run(cloud, async ({ db }) => {
    const stages = db.collection('people').aggregate()
    await stages.addFields({ 'home.extra': 1, age: 0 }).project({ 'home.yard': 0 }).end()
    return (await db.collection('people').doc('chen').get()).data
  })
  expect(kept).toMatchObject({ age: 71, home: { yard: 'east' } })
  expect(kept?.home).toEqual({ yard: 'east' })
})

test('expressions that mingo lacks or gets wrong give what MongoDB gives', async () => {
  const [row] = await run(cloud, async ({ db }) => {
    const at = new Date('2019-05-14T09:38:51.686Z')
    const values = {
      week: { $week: at },
      index: { $indexOfCP: ['🌼蒲公英', '公'] },
      none: { $indexOfCP: ['abc', 'x'] },
    }
    return (await db.collection('teams').aggregate().match({ _id: 'red' }).project(values).end()).list
  })
  expect(row).toEqual({ _id: 'red', week: 19, index: 2, none: -1 })
})
