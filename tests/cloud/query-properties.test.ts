import fc from 'fast-check'
import { fromLocal, toLocal } from '../../local/cloud/store/time-zones'
import { compareValues } from '../../local/cloud/store/values'
import { type LocalCloud } from '../../local/cloud/server'
import { launch, plain, removeFolders, run } from './launch'

const SEED = 6

const scalar = fc.oneof(
  fc.integer({ min: -2, max: 3 }),
  fc.constantFrom(0.5, null, '', 'a', 'b', 'B', '🌼', '中', true, false),
)
const value = fc.oneof(
  { weight: 3, arbitrary: scalar },
  { weight: 1, arbitrary: fc.array(scalar, { maxLength: 3 }) },
  { weight: 1, arbitrary: fc.record({ x: scalar }) },
  { weight: 1, arbitrary: fc.array(fc.record({ x: scalar, y: scalar }, { requiredKeys: ['x'] }), { maxLength: 2 }) },
)
const document = fc.record({ a: value, b: value }, { requiredKeys: [] })

const comparison = fc.oneof(
  fc.record({ $gt: scalar }),
  fc.record({ $gte: scalar, $lt: scalar }),
  fc.record({ $lte: scalar }),
  fc.record({ $eq: value }),
  fc.record({ $ne: scalar }),
  fc.record({ $in: fc.array(scalar, { maxLength: 3 }) }),
  fc.record({ $nin: fc.array(scalar, { maxLength: 2 }) }),
  fc.record({ $all: fc.array(scalar, { minLength: 1, maxLength: 2 }) }),
  fc.record({ $exists: fc.boolean() }),
  fc.record({ $elemMatch: fc.record({ x: fc.record({ $gte: scalar }) }) }),
)
const path = fc.constantFrom('a', 'b', 'a.x', 'b.x')
const condition = fc.tuple(path, fc.oneof(scalar, comparison)).map(([key, test]) => ({ [key]: test }))
const query = fc.oneof(
  condition,
  fc.array(condition, { minLength: 2, maxLength: 3 }).map((parts) => Object.assign({}, ...parts) as object),
  fc.array(condition, { minLength: 1, maxLength: 3 }).map(($or) => ({ $or })),
  fc.tuple(condition, fc.array(condition, { minLength: 1, maxLength: 2 })).map(([one, $and]) => ({ ...one, $and })),
)
const order = fc.constantFrom({}, { a: 1 }, { a: -1, b: 1 }, { b: -1 }, { 'a.x': 1 })

const up = (field: string): [string, 1] => [field, 1]

describe('whatever is asked', () => {
  let cloud: LocalCloud

  beforeAll(async () => {
    const paths = [[up('a')], [up('a'), up('b')], [up('b')], [up('a.x')], [up('b.x'), up('a')]]
    const indexes = paths.map((fields, i) => ({ name: `i${i}`, fields, unique: false }))
    const pairs = { indexes: indexes.filter(({ name }) => name === 'i1' || name === 'i4') }
    const single = { indexes: indexes.filter(({ fields }) => fields.length === 1) }
    cloud = await launch({ collections: { bare: plain, single, pairs } })
  })

  afterAll(async () => {
    await cloud.close()
    removeFolders()
  })

  test('an index never changes what is found, how much, and in which order', async () => {
    const documents = fc.sample(document, { seed: SEED, numRuns: 60 }).filter((doc) => !isParallel(doc))
    const asked = fc.sample(fc.record({ query, order }), { seed: SEED, numRuns: 120 })
    const differing = await run(
      cloud,
      async ({ db }, given) => {
        const rows = given.documents.map((doc, i) => ({ ...doc, _id: `d${i}` }))
        const names = ['bare', 'single', 'pairs']
        for (const name of names) await db.collection(name).add({ data: rows })
        const odd: unknown[] = []
        for (const one of given.asked) {
          const answers = await Promise.all(
            names.map(async (name) => {
              const found = db.collection(name).where(one.query)
              const sorted = Object.entries(one.order).reduce(
                (made, [field, way]) => made.orderBy(field, way === 1 ? 'asc' : 'desc'),
                found,
              )
              const { data } = await sorted.orderBy('_id', 'asc').limit(100).get()
              const { total } = await found.count()
              return JSON.stringify([data.map((row) => row._id), total])
            }),
          )
          if (new Set(answers).size > 1) odd.push({ ...one, answers })
        }
        return odd
      },
      { documents, asked },
    )
    expect(differing).toEqual([])
  })
})

// MongoDB indexes no two lists side by side.
const isParallel = ({ a, b }: { a?: unknown; b?: unknown }) => Array.isArray(a) && Array.isArray(b)

test('the order of values is total', () => {
  fc.assert(
    fc.property(value, value, value, (a, b, c) => {
      expect(Math.sign(compareValues(a, b))).toBe(0 - Math.sign(compareValues(b, a)))
      if (compareValues(a, b) <= 0 && compareValues(b, c) <= 0) expect(compareValues(a, c)).toBeLessThanOrEqual(0)
    }),
    { seed: SEED, numRuns: 500 },
  )
})

test('what clocks in a zone show leads back to a moment at which they show it', () => {
  const zones = fc.constantFrom(
    'Asia/Shanghai',
    'Europe/Berlin',
    'America/St_Johns',
    'Australia/Lord_Howe',
    '+05:45',
    'UTC',
  )
  const moments = fc.integer({ min: Date.UTC(1990, 0), max: Date.UTC(2030, 0) })
  fc.assert(
    fc.property(zones, moments, (zone, time) => {
      const shown = toLocal(new Date(time), zone)
      expect(toLocal(fromLocal(shown.getTime(), zone), zone)).toEqual(shown)
    }),
    { seed: SEED, numRuns: 300 },
  )
})
