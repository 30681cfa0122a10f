import { type LocalCloud } from '../../local/cloud/server'
import { launch, plain, removeFolders, run } from './launch'
import { tryUpdates } from './try-updates'

let cloud: LocalCloud

beforeAll(async () => {
  cloud = await launch({ collections: { notes: plain, things: plain } })
})

afterAll(async () => {
  await cloud.close()
  removeFolders()
})

test('update counts what it changed: not a missing document, not an unchanged one', async () => {
  const counts = await run(cloud, async ({ db }) => {
    await db.collection('notes').add({ data: { _id: 'count-me', a: 1, when: new Date(5) } })
    const update = async (id: string, data: Record<string, unknown>) =>
      (await db.collection('notes').doc(id).update({ data })).stats.updated
    return [
      await update('count-me', { a: 2 }),
      await update('count-me', { a: 2, when: new Date(5) }),
      await update('missing', { a: 2 }),
    ]
  })
  expect(counts).toEqual([1, 0, 0])
})

test('each update operator does what MongoDB does', async () => {
  const after = await run(cloud, async ({ db, _ }) => {
    const things = db.collection('things')
    await things.add({
      data: {
        _id: 'ops',
        n: 1,
        gone: 1,
        list: [3, 1, 2],
        low: 5,
        high: 5,
        deep: { keep: 1 },
        rows: [{ k: 1 }, { k: 2 }],
      },
    })
    await things.doc('ops').update({
      data: {
        n: _.inc(4),
        fresh: _.inc(2),
        gone: _.remove(),
        list: _.push({ each: [9, 0], position: 1, sort: 1, slice: -4 }),
        low: _.min(2),
        high: _.max(2),
        deep: { added: 7 },
        rows: _.pull({ k: _.gt(1) }),
      },
    })
    await things
      .doc('ops')
      .update({ data: { times: _.mul(3), n: _.mul(2), high: _.rename('top'), tags: _.addToSet('a') } })
    await things.doc('ops').update({ data: { tags: _.addToSet('a'), list: _.unshift([8]) } })
    await things.doc('ops').update({ data: { list: _.pop(), deep: _.set({ only: 1 }) } })
    return (await things.doc('ops').get()).data
  })
  expect(after).toEqual({
    _id: 'ops',
    n: 10,
    fresh: 2,
    list: [8, 1, 2, 3],
    low: 2,
    top: 5,
    deep: { only: 1 },
    rows: [{ k: 1 }],
    times: 0,
    tags: ['a'],
  })
})

test('one conditional update decides, and touches the document once', async () => {
  const [first, second, doc] = await run(cloud, async ({ db, _ }) => {
    const things = db.collection('things')
    await things.add({ data: { _id: 'seats', left: 1, holders: [] } })
    const take = async (person: string) => {
      const seats = things.where({ _id: 'seats', left: _.gte(1), holders: _.neq(person) })
      return (await seats.update({ data: { left: _.inc(-1), holders: _.push([person]) } })).stats.updated
    }
    return [await take('a'), await take('b'), (await things.doc('seats').get()).data] as const
  })
  expect([first, second]).toEqual([1, 0])
  expect(doc).toMatchObject({ left: 0, holders: ['a'] })
})

test('the positional operator changes the item the query found', async () => {
  const rows = await run(cloud, async ({ db, _ }) => {
    const things = db.collection('things')
    await things.add({
      data: {
        _id: 'rows',
        rows: [
          { k: 'a', n: 1 },
          { k: 'b', n: 1 },
        ],
        nums: [1, 5, 9],
      },
    })
    await things.where({ _id: 'rows', 'rows.k': 'b' }).update({ data: { 'rows.$.n': _.inc(1) } })
    await things.where({ _id: 'rows', nums: _.gt(4) }).update({ data: { 'nums.$': 0 } })
    await things.where({ _id: 'rows' }).update({ data: { 'rows.$[].seen': true } })
    return (await things.doc('rows').get()).data
  })
  expect(rows).toMatchObject({
    rows: [
      { k: 'a', n: 1, seen: true },
      { k: 'b', n: 2, seen: true },
    ],
    nums: [1, 0, 9],
  })
})

test('a positional update whose query finds items in several arrays is refused, since MongoDB may take the wrong item', async () => {
  const [error, doc, counted] = await run(cloud, async ({ db, _ }) => {
    const things = db.collection('things')
    const of = (condition: object) => things.where({ _id: 'party', ...condition })
    await things.add({ data: { _id: 'party', line: ['x', 'a'], bonds: ['a+b'], pool: ['y'] } })
    const error = await of({ line: 'a', bonds: 'a+b' })
      .update({ data: { 'bonds.$': 'b' } })
      .then(() => '')
      .catch(({ errMsg }: { errMsg: string }) => errMsg)
    const after = (await things.doc('party').get()).data
    const plain = { bonds: 'a+b', pool: _.neq('a'), 'line.1': 'a' }
    return [error, after, (await of(plain).update({ data: { 'bonds.$': 'c+d' } })).stats.updated] as const
  })
  expect(error).toContain('matches items of several arrays (bonds, line)')
  expect(doc).toMatchObject({ bonds: ['a+b'] })
  expect(counted).toBe(1)
})

test('where().update() and where().remove() reach every document that matches', async () => {
  const counts = await run(cloud, async ({ db, _ }) => {
    const notes = db.collection('notes')
    await notes.add({ data: [1, 2, 3, 4].map((n) => ({ batch: 'many', n })) })
    const updated = (await notes.where({ batch: 'many', n: _.gt(1) }).update({ data: { seen: true } })).stats.updated
    const removed = (await notes.where({ batch: 'many', seen: true }).remove()).stats.removed
    return [updated, removed, (await notes.where({ batch: 'many' }).count()).total]
  })
  expect(counts).toEqual([3, 3, 1])
})

test('what an update leaves as it was does not count', async () => {
  const tried = await tryUpdates(cloud, ({ _ }) => ({
    inc: { before: { n: 1 }, data: { n: _.inc(0) } },
    mul: { before: { n: 1 }, data: { n: _.mul(1) } },
    min: { before: { n: 1 }, data: { n: _.min(5) } },
    max: { before: { n: 1 }, data: { n: _.max(0) } },
    set: { before: { n: { a: 1, b: [2] } }, data: { n: _.set({ a: 1, b: [2] }) } },
    remove: { before: { n: 1 }, data: { x: _.remove(), 'n.deep': _.remove() } },
    rename: { before: { n: 1 }, data: { x: _.rename('y') } },
    push: { before: { n: [1] }, data: { n: _.push([]) } },
    addToSet: { before: { n: [1] }, data: { n: _.addToSet(1) } },
    pull: { before: { n: [1] }, data: { n: _.pull(2), x: _.pull(1) } },
    pullAll: { before: { n: [1] }, data: { n: _.pullAll([3]) } },
    pop: { before: { n: [] }, data: { n: _.pop(), x: _.shift() } },
    bit: { before: { n: 6 }, data: { n: _.bit({ and: 7 }) } },
  }))
  for (const [name, one] of Object.entries(tried)) expect([name, one.updated]).toEqual([name, 0])
})

test('an object set anew with its fields in another order counts, since it is stored otherwise', async () => {
  const tried = await tryUpdates(cloud, ({ _ }) => ({
    turned: { before: { n: { a: 1, b: 2 } }, data: { n: _.set({ b: 2, a: 1 }) } },
  }))
  expect(tried.turned.updated).toBe(1)
  expect(Object.keys(tried.turned.after.n as object)).toEqual(['b', 'a'])
})

test('numbers are computed as floating point, and missing ones begin at 0', async () => {
  const tried = await tryUpdates(cloud, ({ _ }) => ({
    float: { before: { n: 0.2 }, data: { n: _.inc(-0.05), m: _.inc(1.5), p: _.mul(7) } },
    bits: { before: { n: 13 }, data: { n: _.bit({ and: 10 }), m: _.bit({ or: 5 }), x: _.bit({ xor: 6 }) } },
    large: { before: { n: 2 ** 40 }, data: { n: _.bit({ or: 1 }) } },
  }))
  expect(tried.float.after).toEqual({ n: 0.2 - 0.05, m: 1.5, p: 0 })
  expect(tried.bits.after).toEqual({ n: 8, m: 5, x: 6 })
  expect(tried.large.after).toEqual({ n: 2 ** 40 + 1 })
})

test('smallest and largest go by the order of types: null, numbers, texts, objects, lists, truth, dates', async () => {
  const tried = await tryUpdates(cloud, ({ _ }) => ({
    text: { before: { n: 5 }, data: { n: _.max('a') } },
    none: { before: { n: 5 }, data: { n: _.min(null) } },
    date: { before: { n: true }, data: { n: _.max(new Date(0)) } },
    missing: { before: { a: 1 }, data: { n: _.max(-3), m: _.min('z') } },
  }))
  expect([tried.text.after.n, tried.none.after.n, tried.date.after.n]).toEqual(['a', null, '1970-01-01T00:00:00.000Z'])
  expect(tried.missing.after).toEqual({ a: 1, n: -3, m: 'z' })
})

test('arithmetic on what is no number is refused in the words of MongoDB, and nothing changes', async () => {
  const tried = await tryUpdates(cloud, ({ _ }) => ({
    inc: { before: { n: 'x', m: 1 }, data: { m: _.inc(1), n: _.inc(1) } },
    mul: { before: { n: [1] }, data: { n: _.mul(2) } },
    none: { before: { deep: { n: null } }, data: { 'deep.n': _.inc(1) } },
    by: { before: { n: 1 }, data: { n: _.inc('2') } },
    times: { before: { n: 1 }, data: { n: _.mul(null) } },
    bit: { before: { n: 1.5 }, data: { n: _.bit({ or: 1 }) } },
    bitBy: { before: { n: 1 }, data: { n: _.bit({ or: 0.5 }) } },
    bitOp: { before: { n: 1 }, data: { n: _.bit({ nand: 1 }) } },
  }))
  const says = {
    inc: 'Cannot apply $inc to a value of non-numeric type. {_id: "inc"} has the field \'n\' of non-numeric type string',
    mul: 'Cannot apply $mul to a value of non-numeric type. {_id: "mul"} has the field \'n\' of non-numeric type array',
    none: "has the field 'n' of non-numeric type null",
    by: 'Cannot increment with non-numeric argument: {n: "2"}',
    times: 'Cannot multiply with non-numeric argument: {n: null}',
    bit: 'Cannot apply $bit to a value of non-integral type',
    bitBy: 'The $bit modifier field must be an Integer(32/64 bit)',
    bitOp: "The $bit modifier only supports 'and', 'or', and 'xor', not 'nand'",
  }
  for (const [name, text] of Object.entries(says)) {
    expect(tried[name as keyof typeof says].error).toMatch(/^-502001 .*FailedOperation\.Update/)
    expect(tried[name as keyof typeof says].error).toContain(text)
  }
  expect(tried.inc.after).toEqual({ n: 'x', m: 1 })
})

test('operators as MongoDB writes them pass through the SDK at the top of an update', async () => {
  const tried = await tryUpdates(cloud, () => ({
    raw: { before: { n: 1, gone: 1 }, data: { $inc: { n: 2 }, $unset: { gone: '' }, $setOnInsert: { never: 1 } } },
    date: { before: { n: 1 }, data: { $currentDate: { at: true, on: { $type: 'date' } } } },
    unknown: { before: { n: 1 }, data: { $double: { n: 1 } } },
    flat: { before: { n: 1 }, data: { $set: 'n' } },
  }))
  expect(tried.raw).toEqual({ updated: 1, after: { n: 3 } })
  expect(Date.parse(String(tried.date.after.at))).toBeGreaterThan(Date.now() - 60_000)
  expect(tried.date.after.on).toBe(tried.date.after.at)
  expect(tried.unknown.error).toContain('Unknown modifier: $double')
  expect(tried.flat.error).toContain('Modifiers operate on fields but we found type string instead')
})

test('an update of one among several takes the first only', async () => {
  const counts = await run(cloud, async ({ db }) => {
    const notes = db.collection('notes')
    await notes.add({ data: [1, 2, 3].map((n) => ({ batch: 'one', n })) })
    const { updated } = (await notes.where({ batch: 'one' }).update({ data: { seen: true }, multi: false })).stats
    const { removed } = (await notes.where({ batch: 'one' }).remove({ multi: false })).stats
    return [updated, removed, (await notes.where({ batch: 'one' }).count()).total]
  })
  expect(counts).toEqual([1, 1, 2])
})

test('an update the SDK would send empty is refused by the SDK, and so is one of the id', async () => {
  const errors = await run(cloud, async ({ db }) => {
    const doc = db.collection('things').doc('none')
    const message = (work: Promise<unknown>) =>
      work.then(
        () => 'done',
        (error: { errMsg?: string; message: string }) => error.errMsg ?? error.message,
      )
    return [
      await message(doc.update({ data: {} })),
      await message(doc.update({ data: { _id: 'other' } })),
      await message(doc.set({ data: { _id: 'other' } })),
    ]
  })
  expect(errors[0]).toContain('options.data must not be empty')
  expect(errors[1]).toContain('不能更新_id的值')
  expect(errors[2]).toContain('不能更新_id的值')
})
