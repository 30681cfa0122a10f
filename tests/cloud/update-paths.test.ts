import { type LocalCloud } from '../../local/cloud/server'
import { launch, plain, removeFolders, run } from './launch'
import { tryUpdates, type Tried } from './try-updates'

let cloud: LocalCloud

beforeAll(async () => {
  cloud = await launch({ collections: { things: plain } })
})

afterAll(async () => {
  await cloud.close()
  removeFolders()
})

function expectRefusals(tried: Record<string, Tried>, texts: Record<string, string>): void {
  for (const [name, text] of Object.entries(texts)) {
    expect(`${name}: ${tried[name]?.error}`).toContain('-502001')
    expect(`${name}: ${tried[name]?.error}`).toContain(text)
  }
}

test('missing objects on a path are made; an object given is merged field by field', async () => {
  const tried = await tryUpdates(cloud, ({ _ }) => ({
    deep: { before: { a: { keep: 1 } }, data: { a: { b: { c: 1 } }, 'x.y.z': 2, n: { times: _.inc(3) } } },
    list: { before: { rows: [{ k: 1 }, { k: 2 }] }, data: { rows: { 0: { seen: true }, 1: _.remove() } } },
  }))
  expect(tried.deep.after).toEqual({ a: { keep: 1, b: { c: 1 } }, x: { y: { z: 2 } }, n: { times: 3 } })
  expect(tried.list.after).toEqual({ rows: [{ k: 1, seen: true }, null] })
})

test('new fields stand in the order of their names, whatever the order they were given in', async () => {
  const { after } = (await tryUpdates(cloud, () => ({ order: { before: { m: 1 }, data: { z: 1, b: 2, a: 3 } } }))).order
  expect(Object.keys(after)).toEqual(['m', 'a', 'b', 'z'])
})

test('a path through null, a number, a text or a list by a name is refused: the field cannot be created', async () => {
  const tried = await tryUpdates(cloud, ({ _ }) => ({
    none: { before: { y: null }, data: { 'y.x': 1 } },
    deepNone: { before: { a: { y: null } }, data: { a: { y: { x: { z: _.inc(1) } } } } },
    number: { before: { y: 5 }, data: { 'y.x': _.push([1]) } },
    text: { before: { y: 'abc' }, data: { 'y.0': 1 } },
    list: { before: { y: [{ a: 1, b: 'c' }] }, data: { 'y.x': 1 } },
    empty: { before: { y: [] }, data: { 'y.x': 1 } },
    date: { before: { y: new Date(5) }, data: { 'y.x': 1 } },
  }))
  expectRefusals(tried, {
    none: "Cannot create field 'x' in element {y: null}",
    deepNone: "Cannot create field 'x' in element {y: null}",
    number: "Cannot create field 'x' in element {y: 5}",
    text: `Cannot create field '0' in element {y: "abc"}`,
    list: `Cannot create field 'x' in element {y: [ { a: 1, b: "c" } ]}`,
    empty: "Cannot create field 'x' in element {y: []}",
    date: "Cannot create field 'x' in element {y: new Date(5)}",
  })
  expect(tried.none.after).toEqual({ y: null })
})

test('taking away from where no path leads is refused, except by remove, which has nothing to do', async () => {
  const tried = await tryUpdates(cloud, ({ _ }) => ({
    pull: { before: { y: 'abc' }, data: { 'y.x': _.pull(1) } },
    pop: { before: { a: { y: null } }, data: { 'a.y.x': _.pop() } },
    pullAll: { before: { y: [1] }, data: { 'y.x': _.pullAll([1]) } },
    remove: { before: { y: 'abc' }, data: { 'y.x': _.remove() } },
    beyond: { before: { y: [[1]] }, data: { 'y.7': _.pull(1) } },
  }))
  expectRefusals(tried, {
    pull: 'Cannot use the part (x) of (y.x) to traverse the element ({y: "abc"})',
    pop: 'Cannot use the part (x) of (a.y.x) to traverse the element ({y: null})',
    pullAll: 'Cannot use the part (x) of (y.x) to traverse the element ({y: [ 1 ]})',
  })
  expect([tried.remove.updated, tried.beyond.updated]).toEqual([0, 0])
})

test('an index beyond the end fills the gap with null, up to a limit; a negative or endless one is a mere name', async () => {
  const tried = await tryUpdates(cloud, ({ _ }) => ({
    gap: { before: { y: [1] }, data: { 'y.3': 4 } },
    inner: { before: { y: [[1, 2], 5] }, data: { 'y.0.1': _.inc(1) } },
    huge: { before: { y: [1] }, data: { 'y.1500001': 1 } },
    negative: { before: { y: [1] }, data: { 'y.-1': 1 } },
    endless: { before: { y: [1] }, data: { 'y.99999999999': 1 } },
    object: { before: { y: {} }, data: { 'y.2': 'named' } },
  }))
  expect(tried.gap.after).toEqual({ y: [1, null, null, 4] })
  expect(tried.inner.after).toEqual({ y: [[1, 3], 5] })
  expect(tried.object.after).toEqual({ y: { 2: 'named' } })
  expectRefusals(tried, {
    huge: "can't backfill array to larger than 1500000 elements",
    negative: "Cannot create field '-1' in element {y: [ 1 ]}",
    endless: "Cannot create field '99999999999' in element {y: [ 1 ]}",
  })
})

test('two changes of one place, or of a place and what lies in it, are refused', async () => {
  const tried = await tryUpdates(cloud, ({ _ }) => ({
    same: { before: { a: 1 }, data: { $set: { a: 1 }, $inc: { a: 1 } } },
    inside: { before: { a: 1 }, data: { a: _.set({ x: 1 }), 'a.b.c': _.inc(1) } },
    above: { before: { a: 1 }, data: { $inc: { 'a.b': 1 }, $set: { a: 1 } } },
    renamed: { before: { a: 1 }, data: { $rename: { a: 'b' }, $set: { b: 1 } } },
    item: { before: { a: [1] }, where: { a: 1 }, data: { 'a.$': 5, 'a.0': 6 } },
    every: { before: { a: [1] }, data: { 'a.$[]': 5, 'a.0': 6 } },
    alike: { before: { ab: 1, abc: 1 }, data: { ab: 2, abc: 2 } },
  }))
  expectRefusals(tried, {
    same: "Updating the path 'a' would create a conflict at 'a'",
    inside: "Updating the path 'a.b.c' would create a conflict at 'a'",
    above: "Updating the path 'a' would create a conflict at 'a'",
    renamed: "Updating the path 'b' would create a conflict at 'b'",
    item: "Update created a conflict at 'a.0'",
  })
  expect(tried.every.error).toContain('Update created a conflict at')
  expect(tried.alike.after).toEqual({ ab: 2, abc: 2 })
})

test('names that no path can have are refused: empty ones, with a dollar, with a null byte, __proto__', async () => {
  const tried = await tryUpdates(cloud, ({ _ }) => ({
    none: { before: { a: 1 }, data: { $set: { '': 1 } } },
    gap: { before: { a: 1 }, data: { 'a..b': 1 } },
    end: { before: { a: 1 }, data: { 'a.': 1 } },
    dollar: { before: { a: 1 }, data: { 'b.$x': 1 } },
    value: { before: { a: 1 }, data: { b: _.set({ $x: 1 }) } },
    pushed: { before: { a: [1] }, data: { a: _.push([{ deep: { $x: 1 } }]) } },
    zero: { before: { a: 1 }, data: { 'b\0c': 1 } },
    proto: { before: { a: 1 }, data: { '__proto__.polluted': 1 } },
    inherited: { before: { a: 1 }, data: { $set: { 'constructor.name': 'x', toString: 1 } } },
  }))
  expectRefusals(tried, {
    none: 'An empty update path is not valid.',
    gap: "The update path 'a..b' contains an empty field name, which is not allowed.",
    end: "The update path 'a.' contains an empty field name, which is not allowed.",
    dollar: "The dollar ($) prefixed field '$x' in 'b.$x' is not valid for storage.",
    value: "The dollar ($) prefixed field '$x'",
    pushed: "The dollar ($) prefixed field '$x'",
    zero: 'cannot contain null-bytes',
    proto: '__proto__',
  })
  expect(tried.inherited.after).toEqual({ a: 1, constructor: { name: 'x' }, toString: 1 })
  expect({}).not.toHaveProperty('polluted')
})

test('the id of a document stays, whichever way one asks', async () => {
  const tried = await tryUpdates(cloud, () => ({
    set: { before: { a: 1 }, data: { $set: { _id: 'other' } } },
    inside: { before: { a: 1 }, data: { '_id.x': 1 } },
    removed: { before: { a: 1 }, data: { $unset: { _id: '' } } },
    renamed: { before: { a: 1 }, data: { $rename: { a: '_id' } } },
    same: { before: { a: 1 }, data: { $set: { _id: 'same', a: 2 } } },
    inner: { before: { a: {} }, data: { a: { _id: 'free' } } },
  }))
  const immutable = "Performing an update on the path '_id' would modify the immutable field '_id'"
  expectRefusals(tried, { set: immutable, removed: immutable, renamed: immutable, inside: '_id' })
  expect([tried.same.after, tried.inner.after]).toEqual([{ a: 2 }, { a: { _id: 'free' } }])
})

test('a field is renamed over whatever has the new name, from object to object, never through a list', async () => {
  const tried = await tryUpdates(cloud, ({ _ }) => ({
    over: { before: { a: 1, b: 2 }, data: { a: _.rename('b') } },
    moved: { before: { a: { x: 1, y: 2 } }, data: { 'a.x': _.rename('z.w') } },
    missing: { before: { b: 2 }, data: { a: _.rename('b') } },
    number: { before: { a: 1 }, data: { a: _.rename(5) } },
    self: { before: { a: 1 }, data: { a: _.rename('a') } },
    inside: { before: { a: 1 }, data: { a: _.rename('a.b') } },
    from: { before: { a: [{ x: 1 }] }, data: { 'a.0.x': _.rename('b') } },
    into: { before: { a: 1, l: [1] }, data: { a: _.rename('l.0') } },
    dynamic: { before: { a: [1] }, data: { 'a.$': _.rename('b') } },
    target: { before: { a: 1 }, data: { a: _.rename('b.$[]') } },
  }))
  expect([tried.over.after, tried.moved.after]).toEqual([{ b: 1 }, { a: { y: 2 }, z: { w: 1 } }])
  expect(tried.missing).toEqual({ updated: 0, after: { b: 2 } })
  expectRefusals(tried, {
    number: "The 'to' field for $rename must be a string: a: 5",
    self: 'The source and target field for $rename must differ: a: "a"',
    inside: 'The source and target field for $rename must not be on the same path: a: "a.b"',
    from: `The source field cannot be an array element, 'a.0.x' in doc with _id: "from" has an array field called 'a'`,
    into: `The destination field cannot be an array element, 'l.0' in doc with _id: "into" has an array field called 'l'`,
    dynamic: 'The source field for $rename may not be dynamic: a.$',
    target: 'The destination field for $rename may not be dynamic: b.$[]',
  })
})

test('the positional operators name items, and say when there is none', async () => {
  const tried = await tryUpdates(cloud, ({ _ }) => ({
    found: { before: { a: [{ k: 1 }, { k: 2, n: [5] }] }, where: { 'a.k': 2 }, data: { 'a.$.n.0': _.inc(1) } },
    matched: { before: { a: [{ k: 1 }, { k: 2 }] }, where: { a: _.elemMatch({ k: _.gt(1) }) }, data: { 'a.$': 'hit' } },
    unset: { before: { a: [1, 2] }, where: { a: 2 }, data: { 'a.$': _.remove() } },
    every: { before: { a: [{ n: [1] }, { n: [2, 3] }] }, data: { 'a.$[].n.$[]': _.inc(1) } },
    byId: { before: { a: [1] }, data: { 'a.$': 2 } },
    twice: { before: { a: [[1]] }, where: { a: [1] }, data: { 'a.$.$': 2 } },
    named: { before: { a: [1] }, data: { 'a.$[x]': 2 } },
    scalar: { before: { a: 1 }, data: { 'a.$[]': 2 } },
    object: { before: { a: { b: 1 } }, data: { 'a.$[]': 2 } },
    missing: { before: { b: 1 }, data: { 'a.$[]': 2 } },
    first: { before: { b: 1 }, data: { $set: { $: 2 } } },
  }))
  expect(tried.found.after).toEqual({ a: [{ k: 1 }, { k: 2, n: [6] }] })
  expect(tried.matched.after).toEqual({ a: [{ k: 1 }, 'hit'] })
  expect(tried.unset.after).toEqual({ a: [1, null] })
  expect(tried.every.after).toEqual({ a: [{ n: [2] }, { n: [3, 4] }] })
  expectRefusals(tried, {
    byId: 'The positional operator did not find the match needed from the query.',
    twice: "Too many positional (i.e. '$') elements found in path 'a.$.$'",
    named: "No array filter found for identifier 'x' in path 'a.$[x]'",
    scalar: 'Cannot apply array updates to non-array element a: 1',
    object: 'Cannot apply array updates to non-array element a: { b: 1 }',
    missing: "The path 'a' must exist in the document in order to apply array updates.",
    first: "The dollar ($) prefixed field '$'",
  })
})

test('of many documents those before the one that cannot be updated stay updated', async () => {
  const left = await run(cloud, async ({ db, _ }) => {
    const things = db.collection('things')
    await things.add({
      data: [
        { many: 1, n: 1 },
        { many: 1, n: 'x' },
        { many: 1, n: 3 },
      ],
    })
    await things
      .where({ many: 1 })
      .update({ data: { n: _.inc(10) } })
      .catch(() => undefined)
    return (await things.where({ many: 1 }).get()).data.map((row) => row.n)
  })
  expect(left).toEqual([11, 'x', 3])
})
