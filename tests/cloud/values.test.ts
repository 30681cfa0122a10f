import { type LocalCloud } from '../../local/cloud/server'
import { launch, plain, removeFolders, run } from './launch'

let cloud: LocalCloud

beforeAll(async () => {
  const indexed = { indexes: [{ name: 'v', fields: [['v', 1] as [string, 1]], unique: false }] }
  cloud = await launch({ collections: { values: plain, indexed, lists: plain, texts: plain, dates: plain } })
  await run(cloud, async ({ db }) => {
    const values: Record<string, unknown> = {
      nan: NaN,
      minus: -5,
      zero: 0,
      half: 0.5,
      five: 5,
      long: 9_007_199_254_740_991,
      infinite: Infinity,
      nothing: null,
      text: 'five',
      truth: true,
      date: new Date(5),
      object: { a: 1, b: 2 },
      empty: [],
      list: [1, 5],
      nested: [[1, 5], 7],
      pattern: /five/i,
    }
    const rows = [{ _id: 'missing' }, ...Object.entries(values).map(([_id, v]) => ({ _id, v }))]
    await db.collection('values').add({ data: rows })
    await db.collection('indexed').add({ data: rows })
    await db.collection('lists').add({
      data: [
        { _id: 'scalars', l: [1, 2, 3] },
        { _id: 'docs', l: [{ x: 1, y: 1 }, { x: 5 }, { y: 5 }] },
        { _id: 'deep', l: [{ m: [{ n: 1 }, { n: 2 }] }, { m: [{ n: 3 }] }] },
        { _id: 'grid', l: [[1, 2], [3]] },
        { _id: 'none', l: [] },
        { _id: 'object', l: { x: 1 } },
        { _id: 'null', l: null },
        { _id: 'absent' },
      ],
    })
    await db.collection('texts').add({
      data: ['Abc', 'abc\ndef', 'a b c', 'a-c', '蒲公英', '🌼花', 'a'].map((t, i) => ({ _id: `t${i}`, t })),
    })
  })
})

afterAll(async () => {
  await cloud.close()
  removeFolders()
})

/** Runs conditions on one collection; answers the ids found for each, sorted. */
function idsOf(name: string, conditions: Record<string, unknown>) {
  return run(
    cloud,
    async ({ db }, given) => {
      const entries = Object.entries(given.conditions).map(async ([key, condition]) => {
        const { data } = await db.collection(given.name).where(condition).limit(100).get()
        const ids = data.map((row) => String(row._id)).sort()
        return [key, ids.join(' ')] as const
      })
      return Object.fromEntries(await Promise.all(entries)) as Record<string, string>
    },
    { name, conditions },
  )
}

const NUMBERS: [string, unknown, string][] = [
  ['gt', { v: { $gt: 0 } }, 'five half infinite list long nested'],
  ['gte', { v: { $gte: 0 } }, 'five half infinite list long nested zero'],
  ['lt', { v: { $lt: 5 } }, 'half list minus zero'],
  ['lte', { v: { $lte: 5 } }, 'five half list minus zero'],
  ['equal', { v: 5 }, 'five list'],
  ['null', { v: null }, 'missing nothing'],
  ['gte null', { v: { $gte: null } }, 'missing nothing'],
  ['gt null', { v: { $gt: null } }, ''],
  [
    'not null',
    { v: { $ne: null } },
    'date empty five half infinite list long minus nan nested object pattern text truth zero',
  ],
  ['text', { v: { $gt: 'a' } }, 'text'],
  ['bool', { v: { $gte: false } }, 'truth'],
  ['object', { v: { $eq: { a: 1, b: 2 } } }, 'object'],
  ['object in another order', { v: { $eq: { b: 2, a: 1 } } }, ''],
  ['larger object', { v: { $gt: { a: 0 } } }, 'object'],
  ['list', { v: { $eq: [1, 5] } }, 'list nested'],
  ['empty list', { v: { $eq: [] } }, 'empty'],
  ['exists', { v: { $exists: false } }, 'missing'],
  ['in', { v: { $in: [null, 5, 'five', [1, 5]] } }, 'five list missing nested nothing text'],
  ['nin', { v: { $nin: [null, 5] } }, 'date empty half infinite long minus nan nested object pattern text truth zero'],
  ['mod', { v: { $mod: [5, 0] } }, 'five half list minus zero'],
  ['bits', { v: { $bitsAllSet: [0, 2] } }, 'five list long nested'],
  ['any bit', { v: { $bitsAnySet: 2 } }, 'long minus nested'],
  ['no bit', { v: { $bitsAllClear: 7 } }, 'zero'],
]

test('comparisons stay within a type, and null, missing and lists are as MongoDB has them', async () => {
  const found = await idsOf('values', Object.fromEntries(NUMBERS.map(([name, condition]) => [name, condition])))
  expect(found).toEqual(Object.fromEntries(NUMBERS.map(([name, , who]) => [name, who])))
})

test('an index finds the same as looking at every document', async () => {
  const conditions = Object.fromEntries(NUMBERS.map(([name, condition]) => [name, condition]))
  expect(await idsOf('indexed', conditions)).toEqual(await idsOf('values', conditions))
  const totals = await run(cloud, async ({ db, _ }) => {
    const counted = ['values', 'indexed'].map(async (name) => [
      (
        await db
          .collection(name)
          .where({ v: _.lt(5) })
          .count()
      ).total,
      (
        await db
          .collection(name)
          .where({ v: _.gte(NaN) })
          .count()
      ).total,
    ])
    return Promise.all(counted)
  })
  expect(totals).toEqual([
    [4, 1],
    [4, 1],
  ])
})

test('NaN equals itself, and is neither more nor less than any number', async () => {
  const found = await run(cloud, async ({ db, _ }) => {
    const ids = async (v: unknown) => (await db.collection('values').where({ v }).get()).data.map((row) => row._id)
    return [await ids(NaN), await ids(_.gte(NaN)), await ids(_.lt(NaN)), await ids(_.in([NaN]))]
  })
  expect(found).toEqual([['nan'], ['nan'], [], ['nan']])
})

test('lists are compared with lists, item by item', async () => {
  const found = await idsOf('values', {
    gt: { v: { $gt: [1, 4] } },
    gte: { v: { $gte: [1, 5] } },
    lt: { v: { $lt: [1] } },
    longer: { v: { $lte: [1, 5, 0] } },
  })
  expect(found).toEqual({ gt: 'list nested', gte: 'list nested', lt: 'empty', longer: 'empty list nested' })
})

test('types are asked for by name and by number; whole numbers are int or long', async () => {
  const types = ['double', 'string', 'object', 'array', 'bool', 'date', 'null', 'regex', 'int', 'long', 'number']
  const conditions = Object.fromEntries([...types, 1, 16, 2, -1].map((type) => [type, { v: { $type: type } }]))
  expect(await idsOf('values', { ...conditions, several: { v: { $type: ['bool', 9] } } })).toEqual({
    double: 'half infinite nan',
    string: 'text',
    object: 'object',
    array: 'empty list nested',
    bool: 'truth',
    date: 'date',
    null: 'nothing',
    regex: 'pattern',
    int: 'five list minus nested zero',
    long: 'long',
    number: 'five half infinite list long minus nan nested zero',
    1: 'half infinite nan',
    16: 'five list minus nested zero',
    2: 'text',
    '-1': '',
    several: 'date truth',
  })
})

test('paths go through lists of documents, by item and by position', async () => {
  const found = await idsOf('lists', {
    item: { 'l.x': 5 },
    position: { 'l.0.x': 1 },
    both: { 'l.x': 1 },
    apart: { 'l.x': 5, 'l.y': 5 },
    together: { l: { $elemMatch: { x: 5, y: 5 } } },
    deep: { 'l.m.n': 2 },
    second: { 'l.1': 2 },
    inner: { 'l.0.1': 2 },
    null: { 'l.x': null },
    exists: { 'l.m': { $exists: true } },
    notExists: { 'l.x': { $exists: false } },
    size: { l: { $size: 3 } },
    innerSize: { 'l.m': { $size: 2 } },
    row: { l: [3] },
    grid: { l: [[1, 2], [3]] },
    all: { l: { $all: [1, 2] } },
    allRows: { l: { $all: [[1, 2]] } },
    allElements: { l: { $all: [{ $elemMatch: { x: 1 } }, { $elemMatch: { y: 5 } }] } },
    allNone: { l: { $all: [] } },
    scalarElements: { l: { $elemMatch: { $gt: 2, $lt: 4 } } },
    noElement: { l: { $elemMatch: { $gt: 3 } } },
    rowOfOne: { l: { $elemMatch: { $size: 1 } } },
    rowWithTwo: { l: { $elemMatch: { $elemMatch: { $gt: 1, $lt: 3 } } } },
    rowItself: { l: { $elemMatch: { $eq: [1, 2] } } },
    noBareItem: { l: { $elemMatch: { $eq: 3 } } },
    notSmall: { l: { $not: { $lt: 2 } } },
  })
  expect(found).toEqual({
    item: 'docs',
    position: 'docs',
    both: 'docs object',
    apart: 'docs',
    together: '',
    deep: 'deep',
    second: 'scalars',
    inner: 'grid',
    null: 'absent deep docs null',
    exists: 'deep',
    notExists: 'absent deep grid none null scalars',
    size: 'docs scalars',
    innerSize: 'deep',
    row: 'grid',
    grid: 'grid',
    all: 'scalars',
    allRows: 'grid',
    allElements: 'docs',
    allNone: '',
    scalarElements: 'scalars',
    noElement: '',
    rowOfOne: 'grid',
    rowWithTwo: 'grid',
    rowItself: 'grid',
    noBareItem: 'scalars',
    notSmall: 'absent deep docs grid none null object',
  })
})

test('regular expressions know i, m, s and x, lists of them, and their negation', async () => {
  const found = await run(cloud, async ({ db, _ }) => {
    const texts = db.collection('texts')
    const ids = async (t: unknown) => (await texts.where({ t }).get()).data.map((row) => row._id).join(' ')
    return {
      plain: await ids(/^abc/),
      i: await ids(db.RegExp({ regexp: '^abc', options: 'i' })),
      m: await ids(db.RegExp({ regexp: '^def', options: 'm' })),
      s: await ids(db.RegExp({ regexp: 'c.d', options: 's' })),
      x: await ids(db.RegExp({ regexp: '^ a b c # spaces are nothing', options: 'xi' })),
      g: await ids(/^a/g),
      inline: await ids({ $regex: '(?i)^ABC$' }),
      options: await ids({ $regex: '^ABC$', $options: 'i' }),
      not: await ids(_.not(/^[aA]/)),
      in: await ids(_.in([/^蒲/, '🌼花'])),
      nin: await ids(_.nin([/a/i])),
      or: await ids(_.or(/^蒲/, /花$/)),
      all: await ids(_.all([/^a/, /c$/])),
    }
  })
  expect(found).toEqual({
    plain: 't1',
    i: 't0 t1',
    m: 't1',
    s: 't1',
    x: 't0 t1',
    g: 't1 t2 t3 t6',
    inline: 't0',
    options: 't0',
    not: 't4 t5',
    in: 't4 t5',
    nin: 't4 t5',
    or: 't4 t5',
    all: 't2 t3',
  })
})

test('numbers beyond 32 and 53 bits, infinity and NaN come back as they were', async () => {
  const same = await run(cloud, async ({ db }) => {
    const values = [2 ** 31, -(2 ** 40), 2 ** 53, 1e18, 1.5e300, Infinity, -Infinity, NaN, 0.1]
    await db.collection('dates').add({ data: { _id: 'numbers', values } })
    const { data } = await db.collection('dates').doc('numbers').get()
    return (data?.values as number[]).map((value, i) => Object.is(value, values[i]))
  })
  expect(same).toEqual(Array.from({ length: 9 }, () => true))
})

test('dates are found by moment, also the server’s own, and patterns can be kept', async () => {
  const found = await run(cloud, async ({ db, _ }) => {
    const dates = db.collection('dates')
    await dates.add({
      data: [
        { _id: 'old', at: new Date(1000) },
        { _id: 'now', at: db.serverDate(), later: [db.serverDate({ offset: 60_000 })] },
        { _id: 'kept', at: /^a.b$/im },
      ],
    })
    const ids = async (at: unknown) => (await dates.where({ at }).get()).data.map((row) => row._id).join(' ')
    const { data } = await dates.doc('now').get()
    return {
      same: await ids(new Date(1000)),
      neq: await ids(_.eq(new Date(1001))),
      until: await ids(_.lte(db.serverDate())),
      between: await ids(_.gt(new Date(1000)).and(_.lt(db.serverDate({ offset: 1000 })))),
      numbers: await ids(_.gt(0)),
      apart: Number((data?.later as Date[])[0]) - (data?.at as Date).getTime(),
      pattern: (await dates.doc('kept').get()).data?.at,
    }
  })
  expect(found).toEqual({
    same: 'old',
    neq: '',
    until: 'old now',
    between: 'now',
    numbers: '',
    apart: 60_000,
    pattern: { pattern: '^a.b$', options: 'im' },
  })
})

test('what every JavaScript object inherits is no field and no operator', async () => {
  const found = await idsOf('values', {
    constructor: { constructor: { $exists: true } },
    toString: { toString: { $ne: null } },
    deep: { 'v.constructor.name': 'Object' },
    schema: { $jsonSchema: { required: ['valueOf'] } },
  })
  expect(found).toEqual({ constructor: '', toString: '', deep: '', schema: '' })
  const odd = [{ $jsonSchema: { constructor: {} } }, { $expr: { $eq: ['$constructor', 1] } }]
  for (const condition of odd) await expect(idsOf('values', { condition })).rejects.toThrow('does not support')
})

test('what MongoDB would not understand is refused in its words', async () => {
  const conditions: [unknown, string][] = [
    [{ a: { $in: 5 } }, '$in needs an array'],
    [{ a: { $in: [{ $gt: 1 }] } }, 'cannot nest $ under $in'],
    [{ a: { $size: 1.5 } }, '$size must be a whole number'],
    [{ a: { $size: -1 } }, '$size may not be negative'],
    [{ a: { $mod: [0, 1] } }, 'divisor cannot be 0'],
    [{ a: { $mod: [2] } }, 'malformed mod, not enough elements'],
    [{ a: { $type: 'text' } }, 'Unknown type name alias: text'],
    [{ a: { $not: 5 } }, '$not needs a regex or a document'],
    [{ a: { $not: {} } }, '$not cannot be empty'],
    [{ a: { $elemMatch: 5 } }, '$elemMatch needs an Object'],
    [{ a: { $all: 5 } }, '$all needs an array'],
    [{ a: { $options: 'i' } }, '$options needs a $regex'],
    [{ a: { $regex: '(' } }, 'Regular expression is invalid'],
    [{ a: { $regex: '\\Astart' } }, 'local cloud does not support \\A'],
    [{ $or: [] }, '$or must be a nonempty array'],
    [{ $and: [5] }, 'entries need to be full objects'],
    [{ a: { $where: 'true' } }, 'local cloud does not support the query operator $where'],
    [{ $text: { $search: 'a' } }, 'local cloud does not support the query operator $text'],
    [{ $expr: { $nonsense: 1 } }, 'local cloud does not support the expression operator $nonsense'],
  ]
  const messages = await run(
    cloud,
    ({ db }, list) =>
      Promise.all(
        list.map((condition) =>
          db
            .collection('values')
            .where(condition)
            .get()
            .then(
              () => 'accepted',
              (error: { errMsg: string }) => error.errMsg,
            ),
        ),
      ),
    conditions.map(([condition]) => condition),
  )
  conditions.forEach(([, text], i) => expect(messages[i]).toContain(text))
})
