import { type LocalCloud } from '../../local/cloud/server'
import { launch, plain, removeFolders, run } from './launch'
import { type Row } from './sdk'

let cloud: LocalCloud

beforeAll(async () => {
  cloud = await launch({ collections: { visits: plain, people: plain, teams: plain, odd: plain } })
  await run(cloud, async ({ db }) => {
    await db.collection('visits').add({
      data: [
        { _id: 'v1', who: 'chen', team: 'red', minutes: 30, tags: ['garden', 'tea'] },
        { _id: 'v2', who: 'li', team: 'red', minutes: 45, tags: ['tea'] },
        { _id: 'v3', who: 'chen', team: 'blue', minutes: 15, tags: [] },
        { _id: 'v4', who: 'wang', team: 'blue', minutes: null, tags: null },
        { _id: 'v5', who: 'chen', minutes: 60, tags: 'walk', home: { yard: 'east' } },
        { _id: 'v6', who: null, team: 'red', minutes: 5 },
      ],
    })
    await db.collection('people').add({
      data: [
        { _id: 'chen', teams: ['red', 'blue'], born: 1953 },
        { _id: 'li', teams: ['red'], born: 1990 },
        { _id: 'wang', teams: [], born: 1971 },
        { _id: 'zhao' },
      ],
    })
    await db.collection('teams').add({ data: [{ _id: 'red', lead: 'li' }, { _id: 'blue' }] })
    await db.collection('odd').add({
      data: [
        { _id: 'a', v: 1 },
        { _id: 'b', v: 1, w: null },
        { _id: 'c', v: { x: 1, y: 2 } },
        { _id: 'd', v: { x: 1, y: 2 } },
        { _id: 'e', v: [1] },
        { _id: 'f', v: null },
        { _id: 'g' },
        { _id: 'h', v: new Date(0) },
        { _id: 'i', v: new Date(0) },
      ],
    })
  })
})

afterAll(async () => {
  await cloud.close()
  removeFolders()
})

type Stage = Record<string, unknown>
type Fluent = { end(): Promise<{ list: Row[] }> } & { [stage: string]: (spec: unknown) => Fluent }

/** Runs stages through the SDK, each by its method. */
const pipeline = (collection: string, stages: Stage[]) =>
  run(
    cloud,
    async ({ db }, given) => {
      const start = db.collection(given.collection).aggregate() as unknown as Fluent
      const stage = (made: Fluent, spec: Stage) => {
        const [name = '', value] = Object.entries(spec)[0] ?? []
        return (made[name] as Fluent[string]).call(made, value)
      }
      return (await given.stages.reduce(stage, start).end()).list
    },
    { collection, stages },
  )

test('group gathers by value, null and missing together, and accumulates', async () => {
  const list = await pipeline('visits', [
    {
      group: {
        _id: '$team',
        total: { $sum: '$minutes' },
        mean: { $avg: '$minutes' },
        most: { $max: '$minutes' },
        least: { $min: '$minutes' },
        first: { $first: '$who' },
        last: { $last: '$who' },
        all: { $push: '$home.yard' },
        who: { $addToSet: '$who' },
        spread: { $stdDevPop: '$minutes' },
        rows: { $sum: 1 },
        longest: { $max: { $cond: [{ $gt: ['$minutes', 20] }, '$_id', null] } },
      },
    },
    { sort: { _id: 1 } },
  ])
  expect(list).toEqual([
    {
      _id: null,
      total: 60,
      mean: 60,
      most: 60,
      least: 60,
      first: 'chen',
      last: 'chen',
      all: ['east'],
      who: ['chen'],
      spread: 0,
      rows: 1,
      longest: 'v5',
    },
    {
      _id: 'blue',
      total: 15,
      mean: 15,
      most: 15,
      least: 15,
      first: 'chen',
      last: 'wang',
      all: [],
      who: ['chen', 'wang'],
      spread: 0,
      rows: 2,
      longest: null,
    },
    {
      _id: 'red',
      total: 80,
      mean: 80 / 3,
      most: 45,
      least: 5,
      first: 'chen',
      last: null,
      all: [],
      who: ['chen', 'li', null],
      spread: Math.sqrt((10 / 3) ** 2 / 3 + (55 / 3) ** 2 / 3 + (65 / 3) ** 2 / 3),
      rows: 3,
      longest: 'v2',
    },
  ])
})

test('group tells values apart as BSON does', async () => {
  const list = await pipeline('odd', [{ group: { _id: '$v', ids: { $push: '$_id' } } }, { sort: { 'ids.0': 1 } }])
  expect(list.map((row) => (row.ids as string[]).join(''))).toEqual(['ab', 'cd', 'e', 'fg', 'hi'])
  const byTwo = await pipeline('odd', [
    { match: { v: 1 } },
    { group: { _id: { v: '$missing', w: '$w' }, ids: { $push: '$_id' } } },
    { sort: { ids: 1 } },
  ])
  expect(byTwo).toEqual([
    { _id: {}, ids: ['a', 'e'] },
    { _id: { w: null }, ids: ['b'] },
  ])
})

test('unwind opens lists, takes single values as they are, and keeps empty ones when asked', async () => {
  const shown = (spec: unknown) => [{ unwind: spec }, { project: { tags: 1, at: 1 } }, { limit: 50 }]
  expect(await pipeline('visits', shown('$tags'))).toEqual([
    { _id: 'v1', tags: 'garden' },
    { _id: 'v1', tags: 'tea' },
    { _id: 'v2', tags: 'tea' },
    { _id: 'v5', tags: 'walk' },
  ])
  const all = { path: '$tags', includeArrayIndex: 'at', preserveNullAndEmptyArrays: true }
  expect(await pipeline('visits', shown(all))).toEqual([
    { _id: 'v1', tags: 'garden', at: 0 },
    { _id: 'v1', tags: 'tea', at: 1 },
    { _id: 'v2', tags: 'tea', at: 0 },
    { _id: 'v3', at: null },
    { _id: 'v4', tags: null, at: null },
    { _id: 'v5', tags: 'walk', at: null },
    { _id: 'v6', at: null },
  ])
})

test('lookup by field joins items of lists, and missing with missing, but nothing with an empty list', async () => {
  const list = await pipeline('people', [
    { lookup: { from: 'teams', localField: 'teams', foreignField: '_id', as: 'its.teams' } },
    { lookup: { from: 'teams', localField: 'nothing', foreignField: 'lead', as: 'leaderless' } },
    { project: { 'its.teams._id': 1, 'leaderless._id': 1 } },
  ])
  expect(list).toEqual([
    { _id: 'chen', its: { teams: [{ _id: 'blue' }, { _id: 'red' }] }, leaderless: [{ _id: 'blue' }] },
    { _id: 'li', its: { teams: [{ _id: 'red' }] }, leaderless: [{ _id: 'blue' }] },
    { _id: 'wang', its: { teams: [] }, leaderless: [{ _id: 'blue' }] },
    { _id: 'zhao', its: { teams: [] }, leaderless: [{ _id: 'blue' }] },
  ])
})

test('lookup by pipeline sees its variables, and may nest and open facets', async () => {
  const inner = [
    {
      $match: { $expr: { $and: [{ $eq: ['$who', '$$who'] }, { $gt: ['$minutes', { $subtract: ['$$born', 1930] }] }] } },
    },
    { $lookup: { from: 'teams', localField: 'team', foreignField: '_id', as: 'team' } },
    { $facet: { few: [{ $limit: 1 }, { $project: { 'team.lead': 1 } }], all: [{ $count: 'n' }] } },
  ]
  const list = await pipeline('people', [
    { match: { born: { $exists: true } } },
    { lookup: { from: 'visits', let: { who: '$_id', born: '$born' }, pipeline: inner, as: 'visits' } },
    { project: { visits: 1 } },
  ])
  expect(list).toEqual([
    { _id: 'chen', visits: [{ few: [{ _id: 'v1', team: [{ lead: 'li' }] }], all: [{ n: 2 }] }] },
    { _id: 'li', visits: [{ few: [], all: [] }] },
    { _id: 'wang', visits: [{ few: [], all: [] }] },
  ])
})

test('bucket sorts into given ranges, bucketAuto into even ones', async () => {
  const bucket = { groupBy: '$minutes', boundaries: [0, 30, 50], default: 'other', output: { ids: { $push: '$_id' } } }
  expect(await pipeline('visits', [{ bucket }])).toEqual([
    { _id: 0, ids: ['v3', 'v6'] },
    { _id: 30, ids: ['v1', 'v2'] },
    { _id: 'other', ids: ['v4', 'v5'] },
  ])
  const counted = [{ match: { minutes: { $gt: 0 } } }, { bucketAuto: { groupBy: '$minutes', buckets: 2 } }]
  expect(await pipeline('visits', counted)).toEqual([
    { _id: { min: 5, max: 45 }, count: 3 },
    { _id: { min: 45, max: 60 }, count: 2 },
  ])
  const few = { groupBy: '$team', buckets: 9, output: { ids: { $push: '$_id' } } }
  expect(await pipeline('visits', [{ bucketAuto: few }])).toEqual([
    { _id: { min: null, max: 'blue' }, ids: ['v5'] },
    { _id: { min: 'blue', max: 'red' }, ids: ['v3', 'v4'] },
    { _id: { min: 'red', max: 'red' }, ids: ['v1', 'v2', 'v6'] },
  ])
})

test('project keeps, leaves out and works out, nested and through lists', async () => {
  const one = { match: { _id: 'v5' } }
  const shown = async (project: unknown) => (await pipeline('visits', [one, { project }]))[0]
  expect(await shown({ who: 1, hours: { $divide: ['$minutes', 60] } })).toEqual({ _id: 'v5', who: 'chen', hours: 1 })
  expect(await shown({ _id: 0, home: { yard: 1 }, 'home.side': '$team' })).toEqual({ home: { yard: 'east' } })
  expect(await shown({ _id: '$who', pair: ['$minutes', '$team'] })).toEqual({ _id: 'chen', pair: [60, null] })
  expect(await shown({ home: { yard: 0 }, tags: 0, who: 0 })).toEqual({ _id: 'v5', minutes: 60, home: {} })
  expect(await shown({ said: 'a text', flag: { $literal: 1 } })).toEqual({ _id: 'v5', said: 'a text', flag: 1 })
})

test('addFields sets, replaces and removes from what was there before', async () => {
  const list = await pipeline('visits', [
    { match: { _id: 'v5' } },
    { addFields: { minutes: { $add: ['$minutes', 1] }, before: '$minutes', home: { floor: 2 }, tags: '$$REMOVE' } },
  ])
  expect(list).toEqual([{ _id: 'v5', who: 'chen', minutes: 61, before: 60, home: { yard: 'east', floor: 2 } }])
})

test('replaceRoot, sortByCount, count and sample', async () => {
  const root = { replaceRoot: { newRoot: { $mergeObjects: [{ none: true }, '$home'] } } }
  expect(await pipeline('visits', [{ skip: 4 }, root])).toEqual([{ none: true, yard: 'east' }, { none: true }])
  expect(await pipeline('visits', [{ sortByCount: '$who' }, { limit: 1 }])).toEqual([{ _id: 'chen', count: 3 }])
  expect(await pipeline('visits', [{ match: { who: 'nobody' } }, { count: 'n' }])).toEqual([])
  expect(await pipeline('visits', [{ count: 'n' }])).toEqual([{ n: 6 }])
  const sampled = (await pipeline('visits', [{ sample: { size: 5 } }])).map((row) => row._id)
  expect(new Set(sampled).size).toBe(5)
  expect(await pipeline('visits', [{ sample: { size: 50 } }])).toHaveLength(6)
})

test('patterns and dates of the SDK reach expressions', async () => {
  const list = await run(cloud, async ({ db }) => {
    const made = {
      native: { $regexMatch: { input: '$who', regex: /^CH/i } },
      own: { $regexMatch: { input: '$who', regex: db.RegExp({ regexp: '^ch' }) } },
      later: { $gt: [new Date(2), new Date(1)] },
      year: { $year: new Date(0) },
    }
    return (await db.collection('visits').aggregate().match({ _id: 'v1' }).project(made).end()).list
  })
  expect(list).toEqual([{ _id: 'v1', native: true, own: true, later: true, year: 1970 }])
})

test('a stage that cannot be is refused in MongoDB’s words, what is not supported by name', async () => {
  const cases: [Stage, string][] = [
    [{ project: {} }, 'specification must have at least one field'],
    [{ project: { a: 1, b: 0 } }, "cannot exclude fields other than '_id' in an inclusion projection"],
    [{ group: { total: { $sum: 1 } } }, 'a group specification must include an _id'],
    [{ group: { _id: 1, total: '$a' } }, "The field 'total' must be an accumulator object"],
    [{ group: { _id: 1, total: { $median: '$a' } } }, 'local cloud does not support the accumulator $median'],
    [{ limit: 0 }, 'expected a positive integer in $limit'],
    [{ skip: -1 }, 'expected a non-negative integer in $skip'],
    [{ sort: { a: 2 } }, 'bad sort order'],
    [{ unwind: 'tags' }, "should be prefixed with a '$'"],
    [{ count: 'a.b' }, 'the count field must be'],
    [{ replaceRoot: { newRoot: '$who' } }, "must evaluate to an object, but resulting value was of type: 'string'"],
    [{ bucket: { groupBy: '$minutes', boundaries: [0, 10] } }, 'no default was specified'],
    [{ bucket: { groupBy: '$minutes', boundaries: [10, 0] } }, 'must be sorted'],
    [{ bucketAuto: { groupBy: '$a', buckets: 2, granularity: 'R5' } }, 'does not support $bucketAuto with granularity'],
    [
      { lookup: { from: 'teams', as: 'x', pipeline: [{ $graphLookup: {} }] } },
      'does not support the stage $graphLookup',
    ],
    [{ lookup: { from: 'teams', as: 'x', pipeline: [{ $out: 'teams' }] } }, 'does not support the stage $out'],
    [{ match: { $text: { $search: 'a' } } }, 'does not support the query operator $text'],
  ]
  for (const [stage, text] of cases) await expect(pipeline('visits', [stage])).rejects.toThrow(text)
})
