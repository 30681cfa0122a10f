import { type LocalCloud } from '../../local/cloud/server'
import { launch, plain, removeFolders, run } from './launch'

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

test('an update that cannot be done says why and changes nothing', async () => {
  const errors = await run(cloud, async ({ db, _ }) => {
    const things = db.collection('things')
    await things.add({ data: { _id: 'stuck', none: null, text: 'x', list: [1] } })
    const messages: string[] = []
    for (const data of [
      { 'none.x': 1 },
      { text: _.inc(1) },
      { text: _.push([1]) },
      { 'list.x': 1 },
      { 'text.y.z': 1 },
    ]) {
      await things
        .doc('stuck')
        .update({ data })
        .catch((error: { errCode: number; errMsg: string }) => messages.push(`${error.errCode} ${error.errMsg}`))
    }
    return { messages, doc: (await things.doc('stuck').get()).data }
  })
  expect(errors.messages[0]).toContain("Cannot create field 'x' in element {none: null}")
  expect(errors.messages[1]).toContain(
    'Cannot apply $inc to a value of non-numeric type. {_id: "stuck"} has the field \'text\'',
  )
  expect(errors.messages[2]).toContain(
    'The field \'text\' must be an array but is of type string in document {_id: "stuck"}',
  )
  expect(errors.messages[3]).toContain("Cannot create field 'x' in element {list: [1]}")
  expect(errors.messages[4]).toContain('Cannot create field \'y\' in element {text: "x"}')
  expect(errors.messages.every((message) => message.startsWith('-502001'))).toBe(true)
  expect(errors.doc).toEqual({ _id: 'stuck', none: null, text: 'x', list: [1] })
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
