import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type LocalCloud } from '../../local/cloud/server'
import { freshFolder, launch, removeFolders, run } from './launch'

let cloud: LocalCloud
let dataDir: string

beforeAll(async () => {
  dataDir = freshFolder()
  cloud = await launch({ dataDir })
})

afterAll(async () => {
  await cloud.close()
  removeFolders()
})

test('a file goes up, comes down by id and by address, and is deleted', async () => {
  const steps = await run(cloud, async ({ cloud }) => {
    const fileContent = Buffer.from('蒲公英 dandelion')
    const { fileID } = await cloud.uploadFile({ cloudPath: 'photos/五月 1.txt', fileContent })
    const down = (await cloud.downloadFile({ fileID })).fileContent.toString()
    const [address] = (await cloud.getTempFileURL({ fileList: [fileID] })).fileList
    const fetched = await fetch(encodeURI(address?.tempFileURL ?? '')).then((response) => response.text())
    const deleted = (await cloud.deleteFile({ fileList: [fileID] })).fileList
    const again = (await cloud.deleteFile({ fileList: [fileID] })).fileList
    const gone = await cloud.downloadFile({ fileID }).then(
      () => 'still there',
      (error: { errMsg: string }) => error.errMsg,
    )
    return { fileID, down, fetched, deleted: deleted[0]?.status, again: again[0]?.status, gone }
  })
  expect(steps).toMatchObject({
    fileID: 'cloud://local-env.local-bucket/photos/五月 1.txt',
    down: '蒲公英 dandelion',
    fetched: '蒲公英 dandelion',
    deleted: 0,
  })
  expect(steps.again).not.toBe(0)
  expect(steps.gone).toContain('downloadFile:fail')
})

test('files lie below the data folder under their own paths', async () => {
  await run(cloud, ({ cloud }) => cloud.uploadFile({ cloudPath: 'a/b.bin', fileContent: Buffer.from([1, 2]) }))
  expect(existsSync(join(dataDir, 'files/a/b.bin'))).toBe(true)
})

test.each(['../escape.txt', 'a/../../escape.txt', '/etc/passwd', 'a//b', './x', 'a\\b'])(
  'a path that leaves the folder is refused: %s',
  async (cloudPath) => {
    const put = run(
      cloud,
      ({ cloud }, path) => cloud.uploadFile({ cloudPath: path, fileContent: Buffer.from('x') }),
      cloudPath,
    )
    await expect(put).rejects.toThrow('not allowed')
  },
)

test.each(['/files/..%2f..%2fescape.txt', '/files/%2e%2e/database/journal.ndjson', '/files/a%00b'])(
  'an address that leaves the folder is refused: %s',
  async (path) => {
    for (const method of ['GET', 'PUT']) {
      const response = await fetch(cloud.url + path, { method, ...(method === 'PUT' && { body: 'x' }) })
      expect([403, 404]).toContain(response.status)
    }
    expect(existsSync(join(dataDir, 'escape.txt'))).toBe(false)
  },
)

test('an address is good for as long as was asked, and no other way leads to the file', async () => {
  const urls = await run(cloud, async ({ cloud }) => {
    const { fileID } = await cloud.uploadFile({ cloudPath: 'lists/roster.xlsx', fileContent: Buffer.from('list') })
    const { fileList } = await cloud.getTempFileURL({ fileList: [{ fileID, maxAge: 60 }] })
    return { fileID, url: fileList[0]?.tempFileURL ?? '' }
  })
  const status = async (url: string) => (await fetch(url)).status
  expect(await (await fetch(urls.url)).text()).toBe('list')
  expect(await status(`${cloud.url}/files/lists/roster.xlsx`)).toBe(403)
  expect(await status(urls.url.replace(/sign=\w/, 'sign=x'))).toBe(403)
  expect(await status(urls.url.replace(/t=(\d+)/, (_all, t) => `t=${Number(t) + 600}`))).toBe(403)
  cloud.clock.offset += 61_000
  expect(await status(urls.url)).toBe(403)
  cloud.clock.offset = 0
})

test('the phone shows a file by its fileID', async () => {
  const fileID = await run(cloud, async ({ cloud }) => {
    return (await cloud.uploadFile({ cloudPath: 'recaps/五月.png', fileContent: Buffer.from('picture') })).fileID
  })
  const shown = await fetch(`${cloud.url}/wechat/file?fileID=${encodeURIComponent(fileID)}`)
  expect([shown.headers.get('content-type'), await shown.text()]).toEqual(['image/png', 'picture'])
  const foreign = await fetch(`${cloud.url}/wechat/file?fileID=${encodeURIComponent('cloud://other.bucket/a.png')}`)
  expect(foreign.status).toBe(403)
})

test('more than fifty files at once are refused', async () => {
  const many = run(cloud, ({ cloud }) =>
    cloud.deleteFile({ fileList: Array.from({ length: 51 }, (_, n) => `cloud://local-env.local-bucket/${n}`) }),
  )
  await expect(many).rejects.toThrow('at most 50')
})
