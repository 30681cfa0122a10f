import { type LocalCloud } from '../../local/cloud/server'
import { launch, plain, removeFolders, run, SdkError } from './launch'
import { type Row } from './sdk'

let cloud: LocalCloud

beforeAll(async () => {
  cloud = await launch({ collections: { people: plain } })
  await run(cloud, async ({ db }) => {
    await db.collection('people').add({
      data: {
        _id: 'chen',
        name: '陈',
        age: 71,
        home: { yard: 'east', floor: { number: 3, lift: false } },
        marks: [{ s: 6, r: 1 }, { s: 3 }, 'x', [{ s: 9 }], { r: 2 }],
        tags: ['a', 'b', 'c', 'd'],
      },
    })
  })
})

afterAll(async () => {
  await cloud.close()
  removeFolders()
})

/** What `field()` lets through of the one document. */
const shown = async (projection: Row, where: Row = {}) => {
  const given = { projection, where }
  const rows = await run(
    cloud,
    async ({ db }, { projection: fields, where: query }) =>
      (await db.collection('people').where(query).field(fields).limit(10).get()).data,
    given,
  )
  return rows[0]
}

test('fields that are kept come with the id unless it is left out', async () => {
  expect(await shown({ name: true })).toEqual({ _id: 'chen', name: '陈' })
  expect(await shown({ name: 1, _id: 0 })).toEqual({ name: '陈' })
  expect(await shown({ _id: 1 })).toEqual({ _id: 'chen' })
  expect(await shown({ nothing: true })).toEqual({ _id: 'chen' })
})

test('fields that are left out leave all others', async () => {
  const left = await shown({ marks: false, tags: 0, 'home.floor': false })
  expect(left).toEqual({ _id: 'chen', name: '陈', age: 71, home: { yard: 'east' } })
  expect(Object.keys((await shown({ _id: false })) ?? {})).toEqual(['name', 'age', 'home', 'marks', 'tags'])
  expect(await shown({ _id: true, marks: false, tags: false, home: false })).toEqual({
    _id: 'chen',
    name: '陈',
    age: 71,
  })
})

test('nested fields are reached by dots, through lists of documents and lists in lists', async () => {
  expect(await shown({ 'home.floor.number': true })).toEqual({ _id: 'chen', home: { floor: { number: 3 } } })
  expect(await shown({ 'marks.s': true })).toEqual({ _id: 'chen', marks: [{ s: 6 }, { s: 3 }, [{ s: 9 }], {}] })
  expect(await shown({ 'name.first': true })).toEqual({ _id: 'chen' })
  const kept = await shown({ 'marks.s': false, home: false, tags: false })
  expect(kept?.marks).toEqual([{ r: 1 }, {}, 'x', [{}], { r: 2 }])
})

test('slices of a list keep the other fields, and follow what else is asked', async () => {
  const slices = await run(cloud, async ({ db, _ }) => {
    const { slice } = (_ as unknown as { project: { slice: (...args: unknown[]) => unknown } }).project
    const asked = [slice(2), slice(-1), slice([1, 2]), slice([-2, 1]), slice(9), slice(0)]
    return Promise.all(
      asked.map(
        async (tags) =>
          (
            await db
              .collection('people')
              .field({ tags } as Row)
              .limit(1)
              .get()
          ).data[0]?.tags,
      ),
    )
  })
  expect(slices).toEqual([['a', 'b'], ['d'], ['b', 'c'], ['c'], ['a', 'b', 'c', 'd'], []])
  expect(Object.keys((await shown({ tags: { $slice: 1 } })) ?? {})).toHaveLength(6)
  expect(await shown({ tags: { $slice: 1 }, name: true })).toEqual({ _id: 'chen', name: '陈', tags: ['a'] })
  expect(await shown({ tags: { $slice: 1 }, marks: false, home: false })).toMatchObject({ tags: ['a'], age: 71 })
})

test('elemMatch shows the first item that fits, and only the fields named', async () => {
  expect(await shown({ marks: { $elemMatch: { s: { $lt: 6 } } } })).toEqual({ _id: 'chen', marks: [{ s: 3 }] })
  expect(await shown({ marks: { $elemMatch: { s: 100 } }, age: true })).toEqual({ _id: 'chen', age: 71 })
  expect(await shown({ tags: { $elemMatch: { $gt: 'b' } } })).toEqual({ _id: 'chen', tags: ['c'] })
})

test('the positional field shows the item the query found', async () => {
  expect(await shown({ 'marks.$': true }, { 'marks.s': 3 })).toEqual({ _id: 'chen', marks: [{ s: 3 }] })
  expect(await shown({ 'tags.$': true, name: true }, { tags: 'c' })).toEqual({ _id: 'chen', name: '陈', tags: ['c'] })
})

test('keeping and leaving out at once is refused, and so is what MongoDB 4 does not know', async () => {
  const cases: [Row, string][] = [
    [{ name: true, age: false }, 'Projection cannot have a mix of inclusion and exclusion'],
    [{ name: false, marks: { $elemMatch: { s: 1 } } }, 'Projection cannot have a mix of inclusion and exclusion'],
    [{ home: { yard: true } }, 'Unsupported projection option: home'],
    [{ home: 1, 'home.yard': 1 }, 'Path collision at home.yard'],
    [{ tags: { $slice: [1, 0] } }, '$slice limit must be positive'],
    [{ tags: { $slice: 'a' } }, '$slice only supports numbers and [skip, limit] arrays'],
    [{ 'home.marks': { $elemMatch: { s: 1 } } }, 'Cannot use $elemMatch projection on a nested field'],
    [{ age: { $meta: 'textScore' } }, 'local cloud does not support the projection operator $meta'],
  ]
  for (const [projection, text] of cases) {
    const failed = shown(projection)
    await expect(failed).rejects.toBeInstanceOf(SdkError)
    await expect(failed).rejects.toThrow(text)
  }
})

test('one document shows the same fields as a query', async () => {
  const data = await run(cloud, async ({ db }) => {
    return (await db.collection('people').doc('chen').field({ age: true, 'home.yard': true }).get()).data
  })
  expect(data).toEqual({ _id: 'chen', age: 71, home: { yard: 'east' } })
})
