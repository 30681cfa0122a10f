// What somebody gave, proven: her hours, a certificate that a stranger can check, and what became of an activity.
import { App } from './app'

const hours = '/packages/proof/pages/hours/index'
const certificate = '/packages/proof/pages/certificate/index'
const verify = '/packages/proof/pages/verify/index'

let app: App
beforeAll(async () => {
  app = await App.start()
}, 60_000)
afterAll(() => app?.stop())
afterEach(async () => expect(await app.closePhones()).toEqual([]))

interface Issued {
  id: string
  code: string
  number: string
}

test('a volunteer has a certificate made of her hours and keeps it as a picture and as a PDF', async () => {
  const phone = await app.phone('梁文娟', { path: hours })
  await phone.see('小时，一共')
  await phone.tap('开一份证明')
  await phone.see('谁都能扫码查真假')
  await phone.tap('.sheet__foot .btn')
  await phone.at(certificate)
  await phone.see('特此证明')
  await phone.tap('存到相册')
  await phone.see('存到相册了')
  expect(await phone.calls('saveImageToPhotosAlbum')).toHaveLength(1)
  await phone.tap('存成 PDF')
  const opened = async () => (await phone.calls('openDocument')).length
  for (let tries = 0; tries < 40 && (await opened()) === 0; tries++) await new Promise((done) => setTimeout(done, 250))
  expect(await opened()).toBe(1)
})

test('a certificate is checked by a stranger’s phone, and falls with the hours it is made of', async () => {
  const issued = await app.call<Issued>('梁文娟', 'certificate.issue', {
    key: 'test-certificate',
    from: '2026-01-01',
    to: '2026-11-22',
  })
  const stranger = await app.phone('新来的居民', { path: `${verify}?scene=${issued.code}` })
  await stranger.see('真实有效')
  await stranger.see(issued.number)
  await stranger.notSee('梁文娟')
  const nobody = await app.phone('孟庆华', { path: `${verify}?scene=notacode` })
  await nobody.see('没有这份证明')
})
