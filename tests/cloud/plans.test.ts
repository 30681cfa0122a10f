// How the queries of functions were answered, and what happens to those that would hurt once there are many documents.
import { type LocalCloud } from '../../local/cloud/server'
import { launch, removeFolders, run, runWithStats } from './launch'

const collections = {
  notes: {
    indexes: [
      { name: 'team_start', fields: [['team', 1] as [string, 1], ['start', -1] as [string, -1]], unique: false },
      { name: 'tag', fields: [['tag', 1] as [string, 1]], unique: false },
    ],
  },
}

/** Adds notes of two teams. */
const fill = (cloud: LocalCloud) =>
  run(cloud, async ({ db }) => {
    const data = Array.from({ length: 240 }, (_, n) => ({
      _id: `n${n}`,
      team: n % 2 ? 'a' : 'b',
      tag: n % 7,
      start: n,
    }))
    await db.collection('notes').add({ data })
  })

let cloud: LocalCloud
let warnings: string[] = []

beforeEach(() => (warnings = []))
afterAll(removeFolders)

describe('plans', () => {
  beforeAll(async () => {
    cloud = await launch({ collections, warn: (sentence) => warnings.push(sentence) })
    await fill(cloud)
  })

  afterAll(() => cloud.close())

  test('every query says its shape, the index it really used, and what it looked at', async () => {
    const { stats } = await runWithStats(cloud, async ({ db, _ }) => {
      const notes = db.collection('notes')
      await notes.where({ team: 'a' }).orderBy('start', 'desc').limit(5).get()
      await notes
        .where(_.or([{ team: 'a', start: 1 }, { tag: 3 }]))
        .limit(3)
        .get()
      await notes.doc('n7').get()
      await notes.where({ tag: 3 }).count()
      await notes.where({ team: 'a', start: _.gt(230) }).update({ data: { seen: true } })
    })
    const action = 'database.getDocument'
    expect(stats.plans).toMatchObject([
      { action, shape: '{team: =} by start -1', index: 'team_start', docsExamined: 5, keysExamined: 5, limit: 5 },
      { action, shape: '{$or [{team: =, start: =}, {tag: =}]}', index: 'team_start | tag', returned: 3 },
      { action, shape: '{_id: =}', index: '_id_', docsExamined: 1, returned: 1, limit: 1 },
      { action: 'database.calculateDocument', index: 'tag', docsExamined: 0, keysExamined: 34 },
      { action: 'database.modifyDocument', shape: '{team: =, start: $gt}', index: 'team_start', limit: null },
    ])
    expect(stats.plans.map((plan) => plan.danger)).toEqual(Array(5).fill(undefined))
    expect(warnings).toEqual([])
  })

  test('what asks without an index is summed as dangerous and warned of once, with what is missing', async () => {
    await run(cloud, async ({ db, _ }) => {
      const wanted = db.collection('notes').where({ state: 'open', at: _.gt(5) })
      for (let n = 0; n < 3; n++) await wanted.orderBy('rank', 'desc').limit(5).get()
    })
    const { dangerous } = (await (await fetch(`${cloud.url}/plans`)).json()) as {
      dangerous: { shape: string }[]
    }
    const danger = 'an index on state, rank -1, at is missing'
    expect(dangerous.filter(({ shape }) => shape.includes('rank'))).toMatchObject([
      { collection: 'notes', index: null, docsExamined: 720, times: 3, danger },
    ])
    expect(warnings).toEqual([`dangerous query: notes {state: =, at: $gt} by rank -1: ${danger}`])
  })

  test('a full page of 100 may have been cut by the SDK, as the code named no limit; ids cannot be', async () => {
    const { stats } = await runWithStats(cloud, async ({ db, _ }) => {
      await db.collection('notes').where({ team: 'a' }).get()
      const ids = Array.from({ length: 100 }, (__, n) => `n${n}`)
      await db
        .collection('notes')
        .where({ _id: _.in(ids) })
        .get()
    })
    expect(stats.plans.map((plan) => plan.danger)).toEqual(['cut at 100, where the SDK cuts unless told', undefined])
  })

  test('what tests and developers ask from outside is not judged', async () => {
    const body = { action: 'database.getDocument', collectionName: 'notes', queryType: 'WHERE', query: '{"state":"x"}' }
    await fetch(`${cloud.url}/admin`, { method: 'POST', body: JSON.stringify({ ...body, envName: 'local-env' }) })
    expect(warnings).toEqual([])
  })
})

describe('a strict cloud', () => {
  beforeAll(async () => {
    cloud = await launch({ collections, strict: true })
    await fill(cloud)
  })

  afterAll(() => cloud.close())

  test('refuses with -502001 and says collection, shape and what is missing; nothing is written', async () => {
    const update = run(cloud, async ({ db }) =>
      db
        .collection('notes')
        .where({ state: 'x' })
        .update({ data: { n: 1 } }),
    )
    await expect(update).rejects.toMatchObject({
      errCode: -502001,
      message: expect.stringContaining('notes {state: =}: an index on state is missing') as string,
    })
    const sorted = run(cloud, async ({ db }) => db.collection('notes').orderBy('rank', 'asc').limit(3).get())
    await expect(sorted).rejects.toMatchObject({ errCode: -502001 })
    const pipeline = run(cloud, async ({ db }) => db.collection('notes').aggregate().match({ team: 'a' }).end())
    await expect(pipeline).rejects.toMatchObject({ message: expect.stringContaining('a limit is missing') as string })
  })

  test('serves what has an index and a limit, sums of an index, and any documents in no order', async () => {
    const found = await run(cloud, async ({ db, $ }) => {
      const notes = db.collection('notes')
      const sums = await notes
        .aggregate()
        .match({ team: 'a' })
        .group({ _id: '$tag', n: $.sum(1) })
        .end()
      const some = await notes.limit(7).get()
      return [sums.list.length, some.data.length, (await notes.where({ team: 'b' }).count()).total]
    })
    expect(found).toEqual([7, 7, 120])
  })
})
