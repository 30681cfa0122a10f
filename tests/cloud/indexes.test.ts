import { type LocalCloud } from '../../local/cloud/server'
import { checkDefinitions, readDefinitions, type IndexDefinition } from '../../local/cloud/store/index-definitions'
import { collectionsFile } from '../../local/deployment'
import { launch, plain, removeFolders, run, runWithStats } from './launch'
import { type Sdk } from './sdk'

const index = (name: string, ...fields: IndexDefinition['fields']): IndexDefinition => ({ name, fields, unique: false })

let cloud: LocalCloud

beforeAll(async () => {
  cloud = await launch({
    collections: {
      activities: {
        indexes: [
          index('team_start', ['teamId', 1], ['startsAt', -1]),
          index('status_start', ['status', 1], ['startsAt', 1]),
          index('holders', ['holders', 1]),
        ],
      },
      people: { indexes: [{ name: 'openid', fields: [['openid', 1]], unique: true }] },
      signups: { indexes: [index('activity', ['activityId', 1], ['at', 1])] },
      bare: plain,
    },
  })
  await run(cloud, async ({ db }) => {
    const rows = Array.from({ length: 3000 }, (_, n) => ({
      _id: `a${String(n).padStart(4, '0')}`,
      teamId: `t${n % 30}`,
      startsAt: new Date(n * 60_000),
      status: n % 100 === 0 ? 'draft' : 'open',
      holders: [`p${n % 500}`, `q${n % 7}`],
      n,
    }))
    for (let at = 0; at < rows.length; at += 500)
      await db.collection('activities').add({ data: rows.slice(at, at + 500) })
  })
})

afterAll(async () => {
  await cloud.close()
  removeFolders()
})

async function examined(
  code: (sdk: Sdk) => Promise<unknown[]>,
): Promise<{ docs: number; found: number; scans: number }> {
  const { value, stats } = await runWithStats(cloud, code)
  return { docs: stats.docsExamined, found: value.length, scans: stats.scans.length }
}

test('an equal field with the wanted order behind it examines only the page', async () => {
  const page = await examined(async ({ db }) => {
    return (await db.collection('activities').where({ teamId: 't3' }).orderBy('startsAt', 'desc').limit(20).get()).data
  })
  expect(page).toEqual({ docs: 20, found: 20, scans: 0 })
})

test('an index serves both directions', async () => {
  const first = await runWithStats(cloud, async ({ db }) => {
    return (await db.collection('activities').where({ teamId: 't3' }).orderBy('startsAt', 'asc').limit(3).get()).data
  })
  expect(first.value.map((row) => row.n)).toEqual([3, 33, 63])
  expect(first.stats.docsExamined).toBe(3)
})

test('several values of the leading field are merged in order', async () => {
  const { value, stats } = await runWithStats(cloud, async ({ db, _ }) => {
    const some = db.collection('activities').where({ teamId: _.in(['t1', 't2', 't29']) })
    return (await some.orderBy('startsAt', 'desc').limit(5).get()).data.map((row) => row.n)
  })
  expect(value).toEqual([2999, 2972, 2971, 2969, 2942])
  expect(stats.docsExamined).toBe(5)
})

test('a range behind an equal field examines what lies in it', async () => {
  const range = await examined(async ({ db, _ }) => {
    const from = new Date(600 * 60_000)
    const to = new Date(900 * 60_000)
    return (
      await db
        .collection('activities')
        .where({ teamId: 't0', startsAt: _.gte(from).and(_.lt(to)) })
        .get()
    ).data
  })
  expect(range).toEqual({ docs: 10, found: 10, scans: 0 })
})

test('an item of an array is found by its index', async () => {
  const mine = await examined(
    async ({ db }) => (await db.collection('activities').where({ holders: 'p77' }).get()).data,
  )
  expect(mine).toEqual({ docs: 6, found: 6, scans: 0 })
  const both = await examined(async ({ db, _ }) => {
    return (
      await db
        .collection('activities')
        .where({ holders: _.all(['p77', 'q0']) })
        .get()
    ).data
  })
  expect(both).toEqual({ docs: 6, found: 1, scans: 0 })
})

test('a filter beside the index still stops at the page', async () => {
  const page = await examined(async ({ db, _ }) => {
    const open = db.collection('activities').where({ status: 'open', n: _.mod(2, 1) })
    return (await open.orderBy('startsAt', 'asc').limit(10).get()).data
  })
  expect(page.found).toBe(10)
  expect(page.docs).toBeLessThanOrEqual(21)
})

test('ids, single or listed, and their order cost what they return', async () => {
  const one = await examined(async ({ db }) => [(await db.collection('activities').doc('a0042').get()).data])
  expect(one.docs).toBe(1)
  const two = await examined(async ({ db, _ }) => {
    return (
      await db
        .collection('activities')
        .where({ _id: _.in(['a0001', 'a0002', 'none']) })
        .get()
    ).data
  })
  expect(two).toMatchObject({ docs: 2, found: 2 })
  const next = await examined(async ({ db, _ }) => {
    return (
      await db
        .collection('activities')
        .where({ _id: _.gt('a1000') })
        .orderBy('_id', 'asc')
        .limit(7)
        .get()
    ).data
  })
  expect(next).toEqual({ docs: 7, found: 7, scans: 0 })
})

test('counting what an index knows examines no document', async () => {
  const { value, stats } = await runWithStats(cloud, async ({ db }) => {
    return (await db.collection('activities').where({ teamId: 't5' }).count()).total
  })
  expect([value, stats.docsExamined]).toEqual([100, 0])
})

test('either of two conditions uses an index for each', async () => {
  const either = await examined(async ({ db, _ }) => {
    return (
      await db
        .collection('activities')
        .where(_.or([{ holders: 'p1' }, { teamId: 't9' }]))
        .limit(1000)
        .get()
    ).data
  })
  expect(either).toMatchObject({ found: 106, scans: 0 })
  expect(either.docs).toBeLessThanOrEqual(106)
})

test('a pipeline that begins with match, sort and limit uses the index, and so does lookup', async () => {
  await run(cloud, async ({ db }) => {
    const rows = Array.from({ length: 300 }, (_, n) => ({ activityId: `a${String(n % 10).padStart(4, '0')}`, at: n }))
    await db.collection('signups').add({ data: rows })
  })
  const { value, stats } = await runWithStats(cloud, async ({ db }) => {
    const pipeline = db.collection('activities').aggregate().match({ teamId: 't1' }).sort({ startsAt: 1 }).limit(1)
    return (await pipeline.lookup({ from: 'signups', localField: '_id', foreignField: 'activityId', as: 'in' }).end())
      .list
  })
  expect((value[0]?.in as unknown[]).length).toBe(30)
  expect(stats.docsExamined).toBe(31)
})

test('a query without an index shows among the scans, by its outline and without its values', async () => {
  const { stats } = await runWithStats(cloud, async ({ db, _ }) => {
    const slow = db.collection('activities').where({ n: _.gt(2990), teamId: _.neq('secret') })
    return (await slow.get()).data.length
  })
  expect(stats.scans).toEqual([
    { collection: 'activities', shape: '{n: $gt, teamId: $ne}', docsExamined: 3000, returned: 9, times: 1 },
  ])
  const response = await fetch(`${cloud.url}/stats`)
  expect(JSON.stringify(await response.json())).toContain('{n: $gt, teamId: $ne}')
})

test('a unique index refuses a second holder, on adding and on updating; missing counts as null', async () => {
  const errors = await run(cloud, async ({ db }) => {
    const people = db.collection('people')
    await people.add({ data: [{ _id: 'x', openid: 'o1' }, { _id: 'y', openid: 'o2' }, { _id: 'none' }] })
    const texts: string[] = []
    const note = (error: { errCode: number; errMsg: string }) => texts.push(`${error.errCode} ${error.errMsg}`)
    await people.add({ data: { openid: 'o1' } }).catch(note)
    await people
      .doc('y')
      .update({ data: { openid: 'o1' } })
      .catch(note)
    await people.add({ data: { name: 'also without' } }).catch(note)
    await people.doc('y').update({ data: { openid: 'o2', more: 1 } })
    await people.doc('x').remove()
    await people.add({ data: { openid: 'o1' } })
    return texts
  })
  expect(errors).toHaveLength(3)
  for (const text of errors) {
    expect(text).toMatch(
      /^-502001 .*bulk write error: \[\{E11000 duplicate key error collection: tnt-local.people index: openid/,
    )
  }
})

test('with and without indexes every query gives the same documents in the same order', async () => {
  const code = async ({ db, _ }: Sdk, seed: number) => {
    let state = seed
    const random = (below: number) => {
      state = (state * 1103515245 + 12345) & 0x7fffffff
      return state % below
    }
    const pick = (list: unknown[]) => list[random(list.length)]
    const scalar = () => pick([0, 1, 2, 3, null, 'a', 'b', true, new Date(1), new Date(2)])
    const value = () => (random(4) ? scalar() : Array.from({ length: random(3) }, scalar))
    const names = ['a', 'b', 'c']
    const rows = Array.from({ length: 150 }, (__, n) => {
      const row: Record<string, unknown> = { _id: `r${n}`, n }
      for (const name of names) if (random(5)) row[name] = name === 'b' ? value() : scalar()
      return row
    })
    await db.collection('plain').add({ data: rows })
    await db.collection('indexed').add({ data: rows })
    for (let i = 0; i < 40; i++) {
      const data = { [String(pick(names))]: random(2) ? scalar() : _.remove() }
      const id = `r${random(150)}`
      for (const name of ['plain', 'indexed']) {
        if (i % 4) await db.collection(name).doc(id).update({ data })
        else await db.collection(name).doc(id).remove()
      }
    }
    const operators = ['eq', 'neq', 'gt', 'gte', 'lt', 'lte'] as const
    const condition = () =>
      random(4) ? _[pick([...operators]) as 'eq'](scalar()) : _.in(Array.from({ length: 1 + random(3) }, scalar))
    const different: unknown[] = []
    for (let i = 0; i < 150; i++) {
      const where: Record<string, unknown> = {}
      for (const name of names) if (random(2)) where[name] = condition()
      if (!random(3)) where.a = _.gt(random(2)).and(_.lte(3))
      const sort = names.filter(() => !random(3)).map((name) => [name, random(2) ? 'asc' : 'desc'] as const)
      const ask = async (name: string) => {
        let query = Object.keys(where).length ? db.collection(name).where(where) : db.collection(name)
        for (const [field, direction] of sort) query = query.orderBy(field, direction)
        const { data } = await query.limit(1000).get()
        const total = (await query.count()).total
        // Ties may come in any order, so only the sort keys are compared in order.
        const keys = data.map((row) =>
          sort.map(([field]) => (Array.isArray(row[field]) ? 'list' : (row[field] ?? null))),
        )
        return JSON.stringify([keys, data.map((row) => row.n).sort(), total === data.length])
      }
      const [without, withIndex] = [await ask('plain'), await ask('indexed')]
      if (without !== withIndex) different.push({ where: JSON.stringify(where), sort, without, withIndex })
    }
    return different
  }
  for (const seed of [1, 7, 42]) {
    const both = await launch({
      collections: {
        plain,
        indexed: {
          indexes: [
            index('ab', ['a', 1], ['b', -1]),
            index('bc', ['b', 1], ['c', 1]),
            index('ca', ['c', -1], ['a', 1]),
          ],
        },
      },
    })
    const different = await run(both, code, seed)
    await both.close()
    expect({ seed, different: different.slice(0, 3) }).toEqual({ seed, different: [] })
  }
})

test('the declaration that deployment uses is well-formed', () => {
  expect(Object.keys(readDefinitions(collectionsFile)).length).toBeGreaterThan(0)
})

test.each([
  [{ a: { indexes: [{ name: 'x', fields: [['f', 2]] }] } }, 'a field is written ["path", 1] or ["path", -1]'],
  [{ a: { indexes: [{ name: 'x', fields: [] }] } }, 'fields must be a list'],
  [{ a: { indexes: [{ fields: [['f', 1]] }] } }, 'name must be a text'],
  [{ a: { index: [] } }, 'unknown property "index"'],
  [{ 'a b': { indexes: [] } }, 'not a collection name'],
])('a wrong declaration is refused with a sentence: %j', (declaration, sentence) => {
  expect(() => checkDefinitions(declaration, 'collections.json')).toThrow(sentence)
})
