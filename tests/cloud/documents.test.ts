import { type LocalCloud } from '../../local/cloud/server'
import { launch, localTest, plain, removeFolders, run } from './launch'

let cloud: LocalCloud

beforeAll(async () => {
  cloud = await launch({ collections: { notes: plain, things: plain } })
})

afterAll(async () => {
  await cloud.close()
  removeFolders()
})

test('a document comes back as it was added, dates, numbers, nulls and nesting included', async () => {
  const read = await run(cloud, async ({ db }) => {
    const at = new Date(1_700_000_000_123)
    const { _id } = await db.collection('notes').add({
      data: { at, big: 2 ** 40, half: 0.5, no: null, yes: true, list: [1, { at }], deep: { er: { text: '蒲公英🌼' } } },
    })
    const { data } = await db.collection('notes').doc(_id).get()
    return { isDate: data?.at instanceof Date, nested: (data?.list as { at: Date }[])[1]?.at instanceof Date, data }
  })
  expect(read).toMatchObject({
    isDate: true,
    nested: true,
    data: {
      at: '2023-11-14T22:13:20.123Z',
      big: 2 ** 40,
      half: 0.5,
      no: null,
      yes: true,
      list: [1, { at: '2023-11-14T22:13:20.123Z' }],
      deep: { er: { text: '蒲公英🌼' } },
    },
  })
  expect(read.data?._id).toMatch(/^[0-9a-f]{32}$/)
})

test('a list of documents is added in one request, in order', async () => {
  const ids = await run(cloud, async ({ db }) => {
    return (await db.collection('notes').add({ data: [{ _id: 'b1', n: 1 }, { _id: 'b2', n: 2 }, { n: 3 }] }))._ids
  })
  expect(ids).toEqual(['b1', 'b2', expect.stringMatching(/^[0-9a-f]{32}$/)])
})

test('an id taken already is refused with E11000, and a list keeps what came before it', async () => {
  const failed = run(cloud, async ({ db }) => {
    await db.collection('notes').add({ data: { _id: 'once' } })
    await db.collection('notes').add({ data: [{ _id: 'before' }, { _id: 'once' }, { _id: 'after' }] })
  })
  await expect(failed).rejects.toMatchObject({
    errCode: -502001,
    message: expect.stringContaining('notes index: _id_ dup key: { : "once" }') as string,
  })
  const kept = await run(cloud, async ({ db, _ }) => {
    return (
      await db
        .collection('notes')
        .where({ _id: _.in(['before', 'after']) })
        .get()
    ).data
  })
  expect(kept).toEqual([{ _id: 'before' }])
})

test('a collection nobody created does not exist, whatever is asked of it', async () => {
  const failed = await run(cloud, async ({ db }) => {
    const none = db.collection('nowhere')
    const transaction = await db.startTransaction()
    const tries = [
      () => none.get(),
      () => none.doc('x').get(),
      () => none.count(),
      () => none.add({ data: {} }),
      () => none.doc('x').set({ data: { a: 1 } }),
      () => none.doc('x').update({ data: { a: 1 } }),
      () => none.where({ a: 1 }).update({ data: { a: 2 } }),
      () => none.doc('x').remove(),
      () => none.where({ a: 1 }).remove(),
      () => transaction.collection('nowhere').add({ data: {} }),
      () => none.aggregate().limit(1).end(),
    ]
    const found: [number, string][] = []
    for (const attempt of tries) {
      await attempt().catch((error: { errCode: number; errMsg: string }) => found.push([error.errCode, error.errMsg]))
    }
    await transaction.rollback().catch(() => undefined)
    return found
  })
  expect(failed.map(([code]) => code)).toEqual([...Array<number>(10).fill(-502005), -1])
  // The SDK does not translate errors of aggregate(); only the text is left.
  for (const [, text] of failed) expect(text).toMatch(/\[ResourceNotFound\] Db or Table not exist: \S*nowhere\./)
})

test('a collection can be created, once, under a name made of letters, digits, - and _', async () => {
  const steps = await run(cloud, async ({ db }) => {
    const create = (name: string) =>
      db.createCollection(name).then(
        () => 'made',
        (error: { errCode: number; errMsg: string }) => `${error.errCode} ${error.errMsg}`,
      )
    await db.createCollection('made').catch(() => undefined)
    return { total: (await db.collection('made').count()).total, again: await create('made'), odd: await create('a$b') }
  })
  expect(steps.total).toBe(0)
  // The SDK does not translate errors of createCollection() either.
  expect(steps.again).toMatch(/^-1 .*Table exist/)
  expect(steps.odd).toMatch(/^-1 createCollection:fail/)
})

test('field names that begin with a dollar or hold a null byte are refused, and harmless ones of any kind are kept', async () => {
  const outcome = await run(cloud, async ({ db }) => {
    const notes = db.collection('notes')
    const texts: string[] = []
    const tries = [
      { $key: 1 },
      { a: { list: [{ $deep: 1 }] } },
      { 'a\0b': 1 },
      JSON.parse('{"__proto__":{"polluted":1}}') as Record<string, unknown>,
    ]
    for (const data of tries) {
      await notes
        .add({ data })
        .catch((error: { errCode: number; errMsg: string }) => texts.push(`${error.errCode} ${error.errMsg}`))
    }
    await notes.add({ data: { _id: 'names', constructor: 1, hasOwnProperty: 2, '': 3, 'a.b': 4, 姓名: 5, ' ': 6 } })
    return { texts, kept: (await notes.doc('names').get()).data, polluted: 'polluted' in {} }
  })
  expect(outcome.texts[0]).toMatch(/^-502001 .*\$key/)
  expect(outcome.texts[1]).toMatch(/^-502001 .*\$deep/)
  expect(outcome.texts[2]).toMatch(/^-502001 .*null-bytes/)
  expect(outcome.polluted).toBe(false)
  expect(outcome.kept).toEqual({ _id: 'names', constructor: 1, hasOwnProperty: 2, '': 3, 'a.b': 4, 姓名: 5, ' ': 6 })
})

test('an id is a text or a number; lists and regular expressions are refused in the words of MongoDB', async () => {
  const outcome = await run(cloud, async ({ db }) => {
    const notes = db.collection('notes')
    const add = (data: Record<string, unknown>) =>
      notes.add({ data }).then(
        ({ _id }) => [_id],
        (error: { errCode: number; errMsg: string }) => `${error.errCode} ${error.errMsg}`,
      )
    return {
      kept: [await add({ _id: 7 }), await add({ _id: 0.5 }), await add({ _id: '' }), await add({ _id: '蒲公英' })],
      made: await add({ _id: undefined, a: 1 }),
      list: await add({ _id: ['x'] }),
      regexp: await add({ _id: /x/ }),
      none: await add({ _id: null }),
      twice: await add({ _id: 7 }),
      number: (await notes.doc(7).get()).data,
      text: (await notes.doc('7').get()).data,
    }
  })
  expect(outcome.kept).toEqual([[7], [0.5], [''], ['蒲公英']])
  expect(outcome.made).toEqual([expect.stringMatching(/^[0-9a-f]{32}$/)])
  expect(outcome.list).toContain('-502001 collection.add:fail')
  expect(outcome.list).toContain("The '_id' value cannot be of type array")
  expect(outcome.regexp).toContain("The '_id' value cannot be of type regex")
  expect(outcome.none).toContain('-502001')
  expect(outcome.twice).toContain('index: _id_ dup key: { : 7 }')
  expect([outcome.number, outcome.text]).toEqual([{ _id: 7 }, null])
})

test('more than a thousand documents are added at once, an empty list is refused', async () => {
  const outcome = await run(cloud, async ({ db }) => {
    const notes = db.collection('notes')
    const { _ids } = await notes.add({ data: Array.from({ length: 1001 }, (_, n) => ({ crowd: n })) })
    const empty = await notes.add({ data: [] }).then(
      () => 'added',
      (error: { errMsg: string }) => error.errMsg,
    )
    return { count: new Set(_ids).size, empty }
  })
  expect(outcome.count).toBe(1001)
  expect(outcome.empty).toContain('must provide at least one element')
})

test('a document is at most a hundred levels deep', async () => {
  const outcome = await run(cloud, async ({ db }) => {
    const nested = (levels: number): unknown => (levels ? { a: nested(levels - 1) } : 1)
    const add = (_id: string, levels: number) =>
      db
        .collection('notes')
        .add({ data: nested(levels) as Record<string, unknown> })
        .then(
          () => 'added',
          (error: { errMsg: string }) => `${_id} ${error.errMsg}`,
        )
    await db
      .collection('notes')
      .doc('deep')
      .set({ data: { n: 1 } })
    const path = Array<string>(101).fill('a').join('.')
    const update = await db
      .collection('notes')
      .doc('deep')
      .update({ data: { $set: { [path]: 1 } } })
      .then(
        () => 'updated',
        (error: { errMsg: string }) => error.errMsg,
      )
    return [await add('hundred', 100), await add('more', 101), update]
  })
  expect(outcome[0]).toBe('added')
  expect(outcome[1]).toContain('exceeds maximum nesting depth')
  expect(outcome[2]).toContain('exceeds maximum nesting depth')
})

test('set replaces a whole document and creates a missing one', async () => {
  const steps = await run(cloud, async ({ db }) => {
    const doc = db.collection('notes').doc('set-me')
    const created = (await doc.set({ data: { a: 1, b: { c: 2 } } })).stats
    const replaced = (await doc.set({ data: { z: 9 } })).stats
    const same = (await doc.set({ data: { z: 9 } })).stats
    return { created, replaced, same, left: (await doc.get()).data }
  })
  expect(steps.created).toMatchObject({ created: 1, updated: 0 })
  expect(steps.replaced).toMatchObject({ created: 0, updated: 1 })
  expect(steps.same).toMatchObject({ created: 0, updated: 1 })
  expect(steps.left).toEqual({ _id: 'set-me', z: 9 })
})

test('a server date is the time of the cloud plus the offset, wherever it stands', async () => {
  const read = await run(cloud, async ({ db }) => {
    const before = Date.now()
    await db.collection('notes').add({
      data: { _id: 'dated', at: db.serverDate(), later: [{ at: db.serverDate({ offset: 60_000 }) }] },
    })
    const { data } = await db.collection('notes').doc('dated').get()
    const at = data?.at as Date
    return { off: at.getTime() - before, gap: (data?.later as { at: Date }[])[0]!.at.getTime() - at.getTime() }
  })
  expect(read.off).toBeGreaterThanOrEqual(0)
  expect(read.off).toBeLessThan(2000)
  expect(read.gap).toBe(60_000)
})

test('a removed document is gone, and removing it again removes nothing', async () => {
  const steps = await run(cloud, async ({ db }) => {
    const doc = db.collection('notes').doc('short-lived')
    await doc.set({ data: { a: 1 } })
    return [(await doc.remove()).stats.removed, (await doc.remove()).stats.removed, (await doc.get()).data]
  })
  expect(steps).toEqual([1, 0, null])
})

test('a document above 16 MB is refused', async () => {
  const big = run(cloud, ({ db }) => db.collection('notes').add({ data: { text: 'x'.repeat(17 * 1024 * 1024) } }))
  await expect(big).rejects.toMatchObject({
    errCode: -502001,
    message: expect.stringContaining('object to insert too large') as string,
  })
})

test('an update that would make a document larger than 16 MB is refused, and leaves it as it was', async () => {
  const outcome = await run(cloud, async ({ db, _ }) => {
    const doc = db.collection('notes').doc('grows')
    await doc.set({ data: { parts: ['x'.repeat(9 * 1024 * 1024)] } })
    const error = await doc.update({ data: { parts: _.push(['y'.repeat(8 * 1024 * 1024)]) } }).then(
      () => 'updated',
      (failed: { errCode: number; errMsg: string }) => `${failed.errCode} ${failed.errMsg}`,
    )
    const { total } = await db
      .collection('notes')
      .where({ _id: 'grows', parts: _.size(1) })
      .count()
    await doc.remove()
    return { error, total }
  })
  expect(outcome.error).toContain('-502001')
  expect(outcome.error).toContain('Resulting document after update is larger than 16777216')
  expect(outcome.total).toBe(1)
})

localTest('it is about the local cloud')('what the local cloud cannot do, it says loudly', async () => {
  const messages = await run(cloud, async ({ db }) => {
    const found: string[] = []
    const tries = [
      () =>
        db
          .collection('notes')
          .where({ $text: { $search: 'red' } })
          .get(),
      () => db.collection('notes').where({ $where: 'true' }).get(),
      () =>
        db
          .collection('notes')
          .aggregate()
          .project({ made: { $function: { body: '', args: [], lang: 'js' } } })
          .end(),
      () =>
        db
          .collection('notes')
          .where({ a: { $nonsense: 1 } })
          .get(),
    ]
    for (const attempt of tries) await attempt().catch((error: { errMsg: string }) => found.push(error.errMsg))
    return found
  })
  expect(messages).toHaveLength(4)
  for (const message of messages) expect(message).toContain('local cloud does not support ')
})
