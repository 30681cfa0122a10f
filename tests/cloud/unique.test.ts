import { type LocalCloud } from '../../local/cloud/server'
import { checkDefinitions } from '../../local/cloud/store/index-definitions'
import { indexTest, launch, removeFolders, run } from './launch'

let cloud: LocalCloud

beforeAll(async () => {
  const unique = (name: string, ...paths: string[]) => ({
    indexes: [{ name, fields: paths.map((path) => [path, 1] as [string, 1]), unique: true }],
  })
  cloud = await launch({
    collections: {
      people: unique('phone', 'phone'),
      places: unique('spot', 'town', 'no'),
      groups: unique('member', 'members.id'),
    },
  })
})

afterAll(async () => {
  await cloud.close()
  removeFolders()
})

/** The name of the collection in front is the environment's own. */
const E11000 = (verb: string, rest: string) =>
  new RegExp(`-502001.*\\[FailedOperation\\.${verb}\\] .*E11000 duplicate key error collection: \\S+${rest}`)

indexTest('two documents without the field collide, and so do null and nothing', async () => {
  const errors = await run(cloud, async ({ db }) => {
    const people = db.collection('people')
    const text = (work: Promise<unknown>) =>
      work.then(
        () => 'done',
        (error: { errMsg: string }) => error.errMsg,
      )
    return [
      await text(people.add({ data: { _id: 'none', name: 'a' } })),
      await text(people.add({ data: { name: 'b' } })),
      await text(people.add({ data: { name: 'c', phone: null } })),
      await text(people.doc('d').set({ data: { name: 'd' } })),
      await text(people.doc('none').remove()),
      await text(people.doc('d').set({ data: { name: 'd' } })),
    ]
  })
  const collision = E11000('Insert', 'people index: phone dup key: { : null }')
  expect([errors[0], errors[4], errors[5]]).toEqual(['done', 'done', 'done'])
  for (const i of [1, 2, 3]) expect(errors[i]).toMatch(collision)
})

indexTest('add, update, set and a transaction are all refused a value taken already, and say which', async () => {
  const errors = await run(cloud, async ({ db }) => {
    const people = db.collection('people')
    const text = (work: Promise<unknown>) =>
      work.then(
        () => 'done',
        (error: { errMsg: string }) => error.errMsg,
      )
    await people.add({
      data: [
        { _id: 'p1', phone: '138' },
        { _id: 'p2', phone: '139' },
      ],
    })
    const transaction = await db.startTransaction()
    const inside = await text(transaction.collection('people').add({ data: { phone: '138' } }))
    return {
      add: await text(people.add({ data: { phone: '138' } })),
      update: await text(people.doc('p2').update({ data: { phone: '138' } })),
      set: await text(people.doc('p2').set({ data: { phone: '138' } })),
      fresh: await text(people.doc('p3').set({ data: { phone: '138' } })),
      inside,
      after: await transaction.commit().then(
        () => 'done',
        (error: Error) => error.message,
      ),
      itself: await text(people.doc('p1').update({ data: { phone: '138', name: 'x' } })),
      left: (await people.where({ phone: '138' }).limit(9).get()).data.map((row) => row._id),
    }
  })
  expect(errors.add).toMatch(E11000('Insert', 'people index: phone dup key: { : "138" }'))
  expect(errors.update).toMatch(E11000('Update', 'people index: phone dup key: { : "138" }'))
  expect(errors.set).toMatch(E11000('Update', 'people index: phone dup key: { : "138" }'))
  expect(errors.fresh).toMatch(/E11000/)
  expect(errors.inside).toMatch(/E11000/)
  expect(errors.after).toContain('TransactionNotExist')
  expect(errors.itself).toBe('done')
  expect(errors.left).toEqual(['p1'])
})

indexTest('several fields are one key, numbers and dates included', async () => {
  const errors = await run(cloud, async ({ db }) => {
    const places = db.collection('places')
    const text = (work: Promise<unknown>) =>
      work.then(
        () => 'done',
        (error: { errMsg: string }) => error.errMsg,
      )
    await places.add({ data: [{ town: 'a', no: 1 }, { town: 'a', no: 2 }, { town: 'b', no: 1 }, { town: 'a' }] })
    return [
      await text(places.add({ data: { town: 'a', no: 2 } })),
      await text(places.add({ data: { town: 'a', no: null } })),
      await text(places.add({ data: { town: 'c', no: new Date(5) } })),
      await text(places.add({ data: { town: 'c', no: new Date(5) } })),
    ]
  })
  expect(errors[0]).toContain('index: spot dup key: { : "a", : 2 }')
  expect(errors[1]).toContain('index: spot dup key: { : "a", : null }')
  expect(errors[2]).toBe('done')
  expect(errors[3]).toContain('index: spot dup key: { : "c", : new Date(5) }')
})

indexTest('each item of a list is a key of its own: taken by another document, free to repeat within one', async () => {
  const errors = await run(cloud, async ({ db, _ }) => {
    const groups = db.collection('groups')
    const text = (work: Promise<unknown>) =>
      work.then(
        () => 'done',
        (error: { errMsg: string }) => error.errMsg,
      )
    return [
      await text(groups.add({ data: { _id: 'g1', members: [{ id: 'x' }, { id: 'y' }, { id: 'x' }] } })),
      await text(groups.add({ data: { members: [{ id: 'z' }, { id: 'y' }] } })),
      await text(groups.add({ data: { _id: 'g2', members: [{ id: 'z' }] } })),
      await text(groups.doc('g2').update({ data: { members: _.push([{ id: 'x' }]) } })),
      await text(groups.doc('g1').update({ data: { members: _.pull({ id: 'x' }) } })),
      await text(groups.doc('g2').update({ data: { members: _.push([{ id: 'x' }]) } })),
    ]
  })
  expect(errors[1]).toContain('index: member dup key: { : "y" }')
  expect(errors[3]).toContain('index: member dup key: { : "x" }')
  expect([errors[0], errors[2], errors[4], errors[5]]).toEqual(['done', 'done', 'done', 'done'])
})

indexTest('of many updated to one value the first gets it and the second is refused', async () => {
  const left = await run(cloud, async ({ db }) => {
    const people = db.collection('people')
    await people.add({
      data: [
        { _id: 'm1', phone: 'm1', many: 1 },
        { _id: 'm2', phone: 'm2', many: 1 },
      ],
    })
    const error = await people
      .where({ many: 1 })
      .update({ data: { phone: 'one' } })
      .then(
        () => '',
        (failed: { errMsg: string }) => failed.errMsg,
      )
    return { error, phones: (await people.where({ many: 1 }).limit(9).get()).data.map((row) => row.phone) }
  })
  expect(left.error).toMatch(E11000('Update', 'people index: phone dup key: { : "one" }'))
  expect(left.phones).toEqual(['one', 'm2'])
})

test('an index cannot leave out documents without its field: the console has no sparse indexes', () => {
  const sparse = { people: { indexes: [{ name: 'phone', fields: [['phone', 1]], unique: true, sparse: true }] } }
  expect(() => checkDefinitions(sparse, 'collections.json')).toThrow('unknown property "sparse"')
})
