import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { startLocalCloud, type LocalCloud } from '../../local/cloud/server'
import { collectionsFile } from '../../local/deployment'
import { makeCounty } from '../../local/demo'
import { seedCounty } from '../../local/demo/seed'

const making = { now: Date.parse('2026-11-22T08:20:00+08:00'), seed: 1, scale: 0.15 }
const sizes = Object.fromEntries(Object.entries(makeCounty(making)).map(([name, docs]) => [name, docs.length]))
const folder = mkdtempSync(path.join(tmpdir(), 'dandelion-seed-'))

/** Does something with a cloud on the folder, and stops it whatever happens. */
async function withCloud<T>(work: (cloud: LocalCloud) => Promise<T>): Promise<T> {
  const cloud = await startLocalCloud({ dataDir: folder, indexesFile: collectionsFile, functionsDir: folder })
  try {
    return await work(cloud)
  } finally {
    await cloud.close()
  }
}

afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('seeding the local cloud', () => {
  test('an empty cloud gets the whole county, and only once', () =>
    withCloud(async (cloud) => {
      expect(await seedCounty(cloud, making)).toBe(true)
      expect(cloud.stats().store.collections).toEqual(sizes)
      expect(await seedCounty(cloud, making)).toBe(false)
    }))

  test('the county is still there after a restart', () =>
    withCloud(async (cloud) => {
      expect(cloud.stats().store.collections).toEqual(sizes)
      expect(await seedCounty(cloud, making)).toBe(false)
    }))

  test('a seeding that was broken off is begun again', () =>
    withCloud(async (cloud) => {
      await cloud.store.insert('marks', [JSON.stringify({ _id: 'demo-county-unfinished', at: 0 })])
      await cloud.store.remove({ collection: 'signups', query: '{"state":"in"}', multi: true })
      expect(await seedCounty(cloud, making)).toBe(true)
      expect(cloud.stats().store.collections).toEqual(sizes)
    }))
})
