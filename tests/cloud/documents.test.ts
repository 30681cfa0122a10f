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
    message: expect.stringContaining(
      'E11000 duplicate key error collection: tnt-local.notes index: _id_ dup key: { : "once" }',
    ) as string,
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

test('a collection nobody created does not exist, for reading, counting, writing and aggregating', async () => {
  const codes = await run(cloud, async ({ db }) => {
    const none = db.collection('nowhere')
    const tries = [
      () => none.get(),
      () => none.count(),
      () => none.add({ data: {} }),
      () => none.doc('x').set({ data: { a: 1 } }),
      () => none.aggregate().limit(1).end(),
    ]
    const found: [number, string][] = []
    for (const attempt of tries) {
      await attempt().catch((error: { errCode: number; errMsg: string }) => found.push([error.errCode, error.errMsg]))
    }
    return found
  })
  expect(codes.map(([code]) => code)).toEqual([-502005, -502005, -502005, -502005, -1])
  // The SDK does not translate errors of aggregate(); only the text is left.
  for (const [, text] of codes) expect(text).toContain('[ResourceNotFound] Db or Table not exist: nowhere.')
})

test('a collection can be created, once', async () => {
  await run(cloud, ({ db }) => db.createCollection('made'))
  expect(await run(cloud, async ({ db }) => (await db.collection('made').count()).total)).toBe(0)
  await expect(run(cloud, ({ db }) => db.createCollection('made'))).rejects.toThrow('already exists')
})

test('field names that begin with a dollar are refused at the top and inside', async () => {
  const add = (data: Record<string, unknown>) =>
    run(cloud, ({ db }, given) => db.collection('notes').add(given), { data })
  await expect(add({ $key: 1 })).rejects.toMatchObject({ errCode: -502001 })
  await expect(add({ a: { list: [{ $deep: 1 }] } })).rejects.toMatchObject({ errCode: -502001 })
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
    message: expect.stringContaining('maximum size') as string,
  })
})

test('what the local cloud cannot do, it says loudly', async () => {
  const messages = await run(cloud, async ({ db }) => {
    const found: string[] = []
    const tries = [
      () =>
        db
          .collection('notes')
          .where({ $nor: [{ spot: { $nearSphere: 1 } }] })
          .get(),
      () => db.collection('notes').where({ $where: 'true' }).get(),
      () =>
        db
          .collection('notes')
          .aggregate()
          .geoNear({ distanceField: 'far', spherical: true, near: new db.Geo.Point(113, 23) })
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
  for (const message of messages) expect(message).toContain('local cloud does not support $')
})
