// What a function lives through when a test asks for faults, seen through the genuine SDK.
import { type LocalCloud } from '../../local/cloud/server'
import { call, launch, plain, removeFolders, run, type CallAnswer } from './launch'
import { type Sdk } from './sdk'

let cloud: LocalCloud

beforeEach(async () => {
  cloud = await launch({ collections: { ledger: plain } })
})

afterEach(() => cloud.close())
afterAll(removeFolders)

/** Runs code in a function that suffers these faults. */
const suffer = (faults: object, code: (sdk: Sdk) => unknown): Promise<CallAnswer> =>
  call(
    cloud.url,
    'probe',
    { openid: 'oProbe', data: { code: code.toString() } },
    { 'x-local-faults': JSON.stringify(faults), 'x-local-stats': '1' },
  )

const ledger = () =>
  run(cloud, async ({ db }) => (await db.collection('ledger').orderBy('_id', 'asc').get()).data.map((row) => row._id))

const addThree = async ({ db }: Sdk) => {
  const failed: unknown[] = []
  for (const _id of ['a', 'b', 'c']) {
    try {
      await db.collection('ledger').add({ data: { _id } })
    } catch (error) {
      failed.push([_id, (error as { errCode: number }).errCode])
    }
  }
  return failed
}

describe('faults of one call', () => {
  test('dying after the n-th write leaves that write and nothing after it', async () => {
    expect(await suffer({ killAfterWrites: 2 }, addThree)).toMatchObject({ errCode: -504002, stats: { writes: 2 } })
    expect(await ledger()).toEqual(['a', 'b'])
  })

  test('dying after the n-th request counts what only reads, and the request was carried out', async () => {
    const answer = await suffer({ killAfterRequests: 2 }, async ({ db }) => {
      await db.collection('ledger').get()
      await db.collection('ledger').add({ data: { _id: 'a' } })
      await db.collection('ledger').add({ data: { _id: 'b' } })
    })
    expect(answer).toMatchObject({ errCode: -504002, stats: { requests: 2, writes: 1 } })
    expect(await ledger()).toEqual(['a'])
  })

  test('dying after a request that the database refused is dying all the same', async () => {
    const answer = await suffer({ killAfterRequests: 1 }, async ({ db }) => {
      await db.collection('unknown').get()
    })
    expect(answer).toMatchObject({ errCode: -504002 })
  })

  test('a request fails with -502001 and was not carried out, or was: its answer got lost', async () => {
    const fail = [{ request: 1 }, { request: 2, done: true }]
    const { result } = await suffer({ fail }, addThree)
    expect((result as { value: unknown }).value).toEqual([
      ['a', -502001],
      ['b', -502001],
    ])
    expect(await ledger()).toEqual(['b', 'c'])
  })

  test('a request fails with the code that was asked for', async () => {
    const fail = [
      { request: 1, code: 'SYS_ERR' },
      { request: 2, code: 'SERVER_TIMEOUT' },
      { request: 3, code: 'EXCEED_REQUEST_LIMIT' },
    ]
    const { result } = await suffer({ fail }, addThree)
    expect((result as { value: unknown }).value).toEqual([
      ['a', -501001],
      ['b', -501002],
      ['c', -501003],
    ])
  })

  test('faults that make no sense are refused with a sentence', async () => {
    expect((await suffer({ killAfterWrite: 1 }, addThree)).errMsg).toContain('killAfterWrite')
    expect((await suffer({ killAfterRequests: 0 }, addThree)).errMsg).toContain('counts from 1')
    expect(await ledger()).toEqual([])
  })
})
