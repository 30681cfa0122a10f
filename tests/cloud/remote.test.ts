import { startLocalCloud, type LocalCloud } from '../../local/cloud/server'
import { freshFolder, plain, removeFolders } from './launch'
import { Remote } from './remote'
import { type Sdk } from './sdk'

// A local cloud stands for the real environment: it is reached only through what the SDK takes from its environment.
let cloud: LocalCloud
let env: NodeJS.ProcessEnv

beforeAll(async () => {
  cloud = await startLocalCloud({ dataDir: freshFolder(), functionsDir: freshFolder(), fsync: false })
  env = {
    PATH: process.env.PATH,
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${cloud.url}/admin` }),
    TCB_ENV: 'scratch-env',
    TENCENTCLOUD_SECRETID: 'id',
    TENCENTCLOUD_SECRETKEY: 'key',
    SCRATCH_PREFIX: 'mine_',
  }
})

afterAll(async () => {
  await cloud.close()
  removeFolders()
})

const sizes = () => cloud.store.stats().collections

test('a suite gets collections of its own under the prefix, and leaves them empty', async () => {
  const remote = await Remote.open({ notes: plain, tags: plain }, env, 'suite')
  const code = async ({ db, _, $ }: Sdk, given: { n: number }) => {
    await db.collection('notes').add({ data: { _id: 'a', n: given.n, at: new Date(5) } })
    await db.collection('tags').add({ data: { note: 'a', text: 'red' } })
    await db.runTransaction((inside) =>
      inside
        .collection('notes')
        .doc('a')
        .update({ data: { n: _.inc(1) } }),
    )
    const { list } = await db
      .collection('notes')
      .aggregate()
      .lookup({ from: 'tags', localField: '_id', foreignField: 'note', as: 'tags' })
      .project({ n: 1, isRed: $.in(['red', '$tags.text']) })
      .end()
    return list
  }
  const outcome = await remote.run(code.toString(), { n: 41 })
  const during = sizes()
  const failed = await remote.run('({ db }) => db.collection("none").add({ data: { a: 1 } })')
  await remote.close()
  expect(outcome).toEqual({ value: [{ _id: 'a', n: 42, isRed: true }] })
  expect(during).toEqual({ mine_suite_notes: 1, mine_suite_tags: 1 })
  expect(failed.error).toMatchObject({
    errCode: -502005,
    message: expect.stringContaining('mine_suite_none') as string,
  })
  expect(sizes()).toEqual({ mine_suite_notes: 0, mine_suite_tags: 0 })
})

test('what an earlier run left in its collections is not seen by the next', async () => {
  const first = await Remote.open({ notes: plain }, env, 'again')
  await first.run('({ db }) => db.collection("notes").add({ data: { a: 1 } })')
  const second = await Remote.open({ notes: plain }, env, 'again')
  const { value } = await second.run('({ db }) => db.collection("notes").count()')
  await Promise.all([first.close(), second.close()])
  expect(value).toMatchObject({ total: 0 })
})

test('without a prefix each suite takes a random one', async () => {
  const { SCRATCH_PREFIX: _none, ...others } = env
  const [one, other] = [await Remote.open({}, others, 'suite'), await Remote.open({}, others, 'suite')]
  expect(one.prefix).toMatch(/^s[0-9a-f]{6}_suite_$/)
  expect(other.prefix).not.toBe(one.prefix)
  await Promise.all([one.close(), other.close()])
})

test('a credential that is missing is named in one sentence, before anything is touched', async () => {
  const { TENCENTCLOUD_SECRETKEY: _none, ...others } = env
  await expect(Remote.open({ never: plain }, others, 'suite')).rejects.toThrow(
    'REMOTE=1 runs against a real environment and needs TENCENTCLOUD_SECRETKEY in the environment.',
  )
  expect(Object.keys(sizes())).not.toContain('mine_suite_never')
})
