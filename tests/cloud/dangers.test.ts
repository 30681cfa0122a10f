// What a strict cloud refuses though an index has to do with it, what it lets pass, and what it only warns of.
import { type LocalCloud } from '../../local/cloud/server'
import { launch, removeFolders, run } from './launch'
import { type Sdk } from './sdk'

const index = (name: string) => ({ name, fields: [[name, 1] as [string, 1]], unique: false })

let cloud: LocalCloud
const warnings: string[] = []

beforeAll(async () => {
  const collections = { notes: { indexes: [index('team'), index('tag')] } }
  cloud = await launch({ collections, strict: true, warn: (sentence) => warnings.push(sentence) })
  await run(cloud, async ({ db }) => {
    const data = Array.from({ length: 240 }, (_, n) => ({ _id: `n${n}`, team: n % 2 ? 'a' : 'b', tag: n % 7 }))
    await db.collection('notes').add({ data })
  })
})

afterAll(async () => {
  await cloud.close()
  removeFolders()
})

/** What becomes of each: `answered`, or the sentence of its refusal. */
const outcomes = (ask: (sdk: Sdk) => Promise<string[]>) => run(cloud, ask)

test('an index that only gives the order, or goes on from an id, helps nobody who asks for something else', async () => {
  const said = await outcomes(async ({ db, _ }) => {
    const notes = db.collection('notes')
    const asked = [
      notes.where({ state: 'x' }).orderBy('_id', 'asc'),
      notes.where({ _id: _.gt(''), state: 'x' }),
      notes.where({ state: 'x' }).orderBy('tag', 'asc'),
      notes.where({ tag: _.neq(3) }),
      notes.where({ _id: _.gt('n5') }).orderBy('_id', 'asc'),
      notes.orderBy('tag', 'asc'),
      notes.where({ tag: 3 }).orderBy('_id', 'asc'),
    ]
    const done = await Promise.allSettled(asked.map((query) => query.limit(5).get()))
    return done.map((one) => (one.status === 'fulfilled' ? 'answered' : String((one.reason as Error).message)))
  })
  expect(said).toEqual([
    expect.stringContaining('an index on state, _id is missing'),
    expect.stringContaining('an index on state, _id is missing'),
    expect.stringContaining('an index on state, tag is missing'),
    expect.stringContaining('no index serves $ne on tag'),
    ...Array<string>(3).fill('answered'),
  ])
})

test('what goes through a whole collection is refused, be it a pipeline or an update', async () => {
  const said = await outcomes(async ({ db, $ }) => {
    const notes = db.collection('notes')
    const asked: Promise<unknown>[] = [
      notes
        .aggregate()
        .group({ _id: '$team', n: $.sum(1) })
        .end(),
      notes.aggregate().addFields({ z: 1 }).match({ tag: 3 }).limit(1).end(),
      notes.where({}).update({ data: { seen: true } }),
      notes.aggregate().sort({ tag: 1 }).limit(3).end(),
      notes.where({ team: 'a' }).update({ data: { seen: true } }),
    ]
    const done = await Promise.allSettled(asked)
    return done.map((one) => (one.status === 'fulfilled' ? 'answered' : String((one.reason as Error).message)))
  })
  const whole = expect.stringContaining('it goes through the whole collection') as string
  expect(said).toEqual([whole, whole, whole, 'answered', 'answered'])
})

test('branches within further conditions use their indexes, and places need none', async () => {
  const said = await outcomes(async ({ db, _ }) => {
    const notes = db.collection('notes')
    const geometry = new db.Geo.Point(100, 30)
    const asked = [
      notes.where(_.and([_.or([{ team: 'z' }, { tag: 3 }]), { state: 'x' }])),
      notes.where({ at: _.geoNear({ geometry, maxDistance: 10 }) }),
    ]
    const done = await Promise.allSettled(asked.map((query) => query.limit(5).get()))
    return done.map((one) => (one.status === 'fulfilled' ? 'answered' : String((one.reason as Error).message)))
  })
  expect(said).toEqual(['answered', 'answered'])
})

test('a full page of 100 is warned of, though it cannot be refused', async () => {
  await run(cloud, ({ db }) => db.collection('notes').where({ team: 'a' }).get())
  expect(warnings).toEqual(['dangerous query: notes {team: =}: cut at 100, where the SDK cuts unless told'])
})
