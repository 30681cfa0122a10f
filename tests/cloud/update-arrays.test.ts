import { type LocalCloud } from '../../local/cloud/server'
import { launch, plain, removeFolders } from './launch'
import { tryUpdates } from './try-updates'

let cloud: LocalCloud

beforeAll(async () => {
  cloud = await launch({ collections: { things: plain } })
})

afterAll(async () => {
  await cloud.close()
  removeFolders()
})

test('push takes one, several, or a list of items, and makes a missing list', async () => {
  const tried = await tryUpdates(cloud, ({ _ }) => ({
    one: { before: { l: [1] }, data: { l: _.push('x') } },
    several: { before: { l: [1] }, data: { l: _.push(2, 3) } },
    list: { before: { l: [1] }, data: { l: _.push([2, [3]]) } },
    made: { before: { a: 1 }, data: { l: _.push([{ k: 1 }]), 'deep.l': _.unshift(1) } },
    front: { before: { l: [1] }, data: { l: _.unshift(2, 3) } },
  }))
  expect(tried.one.after).toEqual({ l: [1, 'x'] })
  expect(tried.several.after).toEqual({ l: [1, 2, 3] })
  expect(tried.list.after).toEqual({ l: [1, 2, [3]] })
  expect(tried.made.after).toEqual({ a: 1, l: [{ k: 1 }], deep: { l: [1] } })
  expect(tried.front.after).toEqual({ l: [2, 3, 1] })
})

test('pushed items go to a position counted from either end; then the list is sorted, then cut', async () => {
  const tried = await tryUpdates(cloud, ({ _ }) => ({
    at: { before: { l: [1, 2, 3] }, data: { l: _.push({ each: ['x', 'y'], position: 1 }) } },
    back: { before: { l: [1, 2, 3] }, data: { l: _.push({ each: ['x'], position: -1 }) } },
    before: { before: { l: [1, 2, 3] }, data: { l: _.push({ each: ['x'], position: -9 }) } },
    beyond: { before: { l: [1] }, data: { l: _.push({ each: ['x'], position: 9 }) } },
    first: { before: { l: [1, 2] }, data: { l: _.push({ each: [3], slice: 2 }) } },
    last: { before: { l: [1, 2] }, data: { l: _.push({ each: [3], slice: -2 }) } },
    none: { before: { l: [1, 2] }, data: { l: _.push({ each: [3], slice: 0 }) } },
    sorted: { before: { l: [5, 'a', 1] }, data: { l: _.push({ each: [null, 3], sort: 1 }) } },
    by: {
      before: { l: [{ k: 2, n: 1 }, { k: 1 }] },
      data: { l: _.push({ each: [{ k: 2, n: 0 }, 7], sort: { k: -1, n: 1 }, slice: 3 }) },
    },
    only: { before: { l: [3, 1, 2] }, data: { l: _.push({ each: [], sort: -1 }) } },
  }))
  expect(Object.fromEntries(Object.entries(tried).map(([name, { after }]) => [name, after.l]))).toEqual({
    at: [1, 'x', 'y', 2, 3],
    back: [1, 2, 'x', 3],
    before: ['x', 1, 2, 3],
    beyond: [1, 'x'],
    first: [1, 2],
    last: [2, 3],
    none: [],
    sorted: [null, 1, 3, 5, 'a'],
    by: [{ k: 2, n: 0 }, { k: 2, n: 1 }, { k: 1 }],
    only: [3, 2, 1],
  })
})

test('a set takes what it has not got, comparing whole values; the SDK has no way to add several', async () => {
  const tried = await tryUpdates(cloud, ({ _ }) => ({
    object: { before: { l: [{ a: 1, b: 2 }] }, data: { l: _.addToSet({ a: 1, b: 2 }) } },
    turned: { before: { l: [{ a: 1, b: 2 }] }, data: { l: _.addToSet({ b: 2, a: 1 }) } },
    list: { before: { l: [1] }, data: { l: _.addToSet([1, 2]) } },
    each: { before: { l: [1] }, data: { l: _.addToSet({ each: [1, 2] }) } },
    raw: { before: { l: [1] }, data: { $addToSet: { l: { $each: [1, 2, 2] } } } },
    date: { before: { l: [new Date(5)] }, data: { l: _.addToSet(new Date(5)) } },
  }))
  expect(tried.object.updated).toBe(0)
  expect(tried.date.updated).toBe(0)
  expect(tried.turned.after.l).toHaveLength(2)
  expect(tried.list.after).toEqual({ l: [1, [1, 2]] })
  expect(tried.each.after).toEqual({ l: [1, { each: [1, 2] }] })
  expect(tried.raw.after).toEqual({ l: [1, 2] })
})

test('pull takes out values, what meets a condition, and objects that match a query, never only the first', async () => {
  const tried = await tryUpdates(cloud, ({ _ }) => ({
    value: { before: { l: [1, 2, 1] }, data: { l: _.pull(1) } },
    condition: { before: { l: [1, 5, 9, 'x'] }, data: { l: _.pull(_.gte(5)) } },
    several: { before: { l: ['a', 'b', 'c'] }, data: { l: _.pull(_.in(['a', 'c'])) } },
    regexp: { before: { l: ['apple', 'bee', 5] }, data: { l: _.pull(/^a/) } },
    query: { before: { l: [{ k: 1, n: 1 }, { k: 1, n: 5 }, { n: 9 }] }, data: { l: _.pull({ k: 1, n: _.gt(2) }) } },
    partly: { before: { l: [{ k: 1, more: 1 }, { k: 2 }] }, data: { l: _.pull({ k: 1 }) } },
    all: { before: { l: [{ k: 1, more: 1 }, { k: 1 }, 3, 3] }, data: { l: _.pullAll([{ k: 1 }, 3]) } },
    inner: { before: { rows: [{ l: [1, 2] }, { l: [2, 3] }] }, data: { 'rows.$[].l': _.pull(2) } },
    two: { before: { l: [1, 2], m: [1, 2] }, data: { l: _.pull(_.in([1])), m: _.pull(2) } },
  }))
  expect(tried.value.after).toEqual({ l: [2] })
  expect(tried.condition.after).toEqual({ l: [1, 'x'] })
  expect(tried.several.after).toEqual({ l: ['b'] })
  expect(tried.regexp.after).toEqual({ l: ['bee', 5] })
  expect(tried.query.after).toEqual({ l: [{ k: 1, n: 1 }, { n: 9 }] })
  expect(tried.partly.after).toEqual({ l: [{ k: 2 }] })
  expect(tried.all.after).toEqual({ l: [{ k: 1, more: 1 }] })
  expect(tried.inner.after).toEqual({ rows: [{ l: [1] }, { l: [3] }] })
  expect(tried.two.after).toEqual({ l: [2], m: [1] })
})

test('what is no list cannot be treated as one, and a clause must be what it should be', async () => {
  const tried = await tryUpdates(cloud, ({ _ }) => ({
    push: { before: { l: 'x' }, data: { l: _.push([1]) } },
    none: { before: { l: null }, data: { l: _.push([1]) } },
    set: { before: { deep: { l: 5 } }, data: { 'deep.l': _.addToSet(1) } },
    pull: { before: { l: {} }, data: { l: _.pull(1) } },
    pullAll: { before: { l: 1 }, data: { l: _.pullAll([1]) } },
    pop: { before: { l: 'x' }, data: { l: _.pop() } },
    each: { before: { l: [] }, data: { $push: { l: { $each: 'x' } } } },
    setEach: { before: { l: [] }, data: { $addToSet: { l: { $each: 5 } } } },
    clause: { before: { l: [] }, data: { $push: { l: { $each: [], $frist: 1 } } } },
    position: { before: { l: [] }, data: { l: _.push({ each: [1], position: 'x' }) } },
    slice: { before: { l: [] }, data: { l: _.push({ each: [1], slice: 1.5 }) } },
    sort: { before: { l: [] }, data: { l: _.push({ each: [1], sort: 2 }) } },
    sortBy: { before: { l: [] }, data: { l: _.push({ each: [1], sort: { k: 'up' } }) } },
    all: { before: { l: [] }, data: { l: _.pullAll('x') } },
    twoOff: { before: { l: [1] }, data: { $pop: { l: 2 } } },
  }))
  const says: Record<string, string> = {
    push: `The field 'l' must be an array but is of type string in document {_id: "push"}`,
    none: `The field 'l' must be an array but is of type null in document {_id: "none"}`,
    set: "Cannot apply $addToSet to non-array field. Field named 'l' has non-array type int",
    pull: 'Cannot apply $pull to a non-array value',
    pullAll: 'Cannot apply $pull to a non-array value',
    pop: "Path 'l' contains an element of non-array type 'string'",
    each: 'The argument to $each in $push must be an array but it was of type: string',
    setEach: 'The argument to $each in $addToSet must be an array but it was of type int',
    clause: 'Unrecognized clause in $push: $frist',
    position: 'The value for $position must be an integer value, not of type: string',
    slice: 'The value for $slice must be an integer value but was given type: double',
    sort: 'The $sort is invalid',
    sortBy: 'The $sort element value must be either 1 or -1',
    all: '$pullAll requires an array argument but was given a string',
    twoOff: '$pop expects 1 or -1, found: 2',
  }
  for (const [name, text] of Object.entries(says)) {
    expect(`${name}: ${tried[name as keyof typeof tried].error}`).toContain(text)
    expect(tried[name as keyof typeof tried].error).toMatch(/^-502001/)
  }
})
