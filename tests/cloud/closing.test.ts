// A store that was closed leaves its folder to whoever opens it next.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { startLocalCloud } from '../../local/cloud/server'
import { lockFolder } from '../../local/cloud/store/folder-lock'
import { Store } from '../../local/cloud/store/store'
import { freshFolder, plain, removeFolders } from './launch'

afterAll(removeFolders)

const openIn = (folder: string) => Store.open({ folder, definitions: { notes: plain }, clock: () => 0, fsync: false })

const change = (id: string) => ({
  ...{ collection: 'notes', query: JSON.stringify({ _id: id }), data: '{"$set":{"n":2}}' },
  ...{ replaces: false, multi: false, upsert: true },
})

test('what is written, made or compacted after closing is refused, and touches nothing of the next owner', async () => {
  const folder = freshFolder()
  const first = openIn(folder)
  await first.insert('notes', ['{"_id":"a"}'])
  await first.close()
  const second = openIn(folder)
  await second.insert('notes', ['{"_id":"b"}', '{"_id":"c"}'])
  const refused = 'the local cloud has been closed'
  await expect(first.insert('notes', ['{"_id":"late"}'])).rejects.toThrow(refused)
  await expect(first.modify(change('late'))).rejects.toMatchObject({ code: 'DATABASE_REQUEST_FAILED' })
  await expect(first.createCollection('others')).rejects.toThrow(refused)
  await expect(first.compact()).rejects.toThrow(refused)
  expect(await first.seen(() => first.count({ collection: 'notes' }))).toBe(1)
  await second.insert('notes', ['{"_id":"d"}'])
  await second.close()
  const third = openIn(folder)
  expect(third.recovery.sentence).toBe(undefined)
  expect(third.find({ collection: 'notes' })).toEqual(['a', 'b', 'c', 'd'].map((id) => `{"_id":"${id}"}`))
  await third.close()
})

test('closing twice is closing once: the lock of the next owner stays', async () => {
  const folder = freshFolder()
  const first = openIn(folder)
  await first.close()
  const second = openIn(folder)
  await first.close()
  expect(existsSync(join(folder, 'lock'))).toBe(true)
  expect(() => openIn(folder)).toThrow('is in use')
  await second.close()
  const unlock = lockFolder(folder)
  unlock()
  const again = lockFolder(folder)
  unlock()
  expect(() => lockFolder(folder)).toThrow('is in use')
  again()
})

test('a cloud that closes carries out what it has begun, and then lets go of its folder', async () => {
  const dataDir = freshFolder()
  const start = () => startLocalCloud({ dataDir, collections: { notes: plain }, latency: [100, 100], fsync: false })
  const cloud = await start()
  const body = {
    action: 'database.insertDocument',
    envName: 'local-env',
    collectionName: 'notes',
    data: ['{"_id":"a"}'],
  }
  const asked = fetch(`${cloud.url}/admin`, { method: 'POST', body: JSON.stringify(body) }).catch(() => undefined)
  while (!(cloud.stats().requests > 0)) await new Promise((go) => setTimeout(go, 5))
  await cloud.close()
  await asked
  const next = await start()
  expect(next.store.count({ collection: 'notes' })).toBe(1)
  await next.close()
})
