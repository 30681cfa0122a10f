// What somebody gave, proven: her hours, a certificate that a stranger can check, and what became of an activity.
import { App, morning } from './app'
import { albumOf, codeOn, documentsOf, scanInWeChat } from './device'
import { until } from './find'
import { classOf } from './published'

const hours = '/packages/proof/pages/hours/index'
const certificate = '/packages/proof/pages/certificate/index'
const verify = '/packages/proof/pages/verify/index'
const recap = '/packages/proof/pages/recap/index'

let app: App
beforeAll(async () => {
  app = await App.start()
})
afterAll(() => app?.stop())
afterEach(async () => expect(await app.closePhones()).toEqual([]))

const hour = 3_600_000

interface Row {
  personId: string
  name: string
}

/** 梁文娟 helps 苏桂兰 for an hour that has begun when the leader confirms it. Answers with the activity and her id. */
async function helped(): Promise<{ id: string; personId: string }> {
  const form = { ...classOf('一起包香囊', 20, (app.now() + 10_000 - morning) / hour), serves: true }
  const { id } = await app.call<{ id: string }>('苏桂兰', 'activity.draft', { key: 'sachets', form })
  await app.call('苏桂兰', 'activity.publish', { id })
  await app.call('梁文娟', 'activity.join', { id })
  const { items } = await app.call<{ items: Row[] }>('苏桂兰', 'day.sheet', { id })
  const personId = items.find(({ name }) => name === '梁文娟')?.personId ?? ''
  const sentAt = app.now()
  const step = { key: 'came', kind: 'in', personId, at: sentAt, via: 'name' }
  await app.call('苏桂兰', 'day.merge', { id, sentAt, steps: [step] })
  await app.advance(10_000)
  await app.call('苏桂兰', 'day.settle', { id, rows: [{ personId, attendance: 'came', minutes: 60 }], done: true })
  return { id, personId }
}

test('a volunteer has a certificate made of her hours and keeps it as a picture and as a PDF', async () => {
  const phone = await app.phone('梁文娟', { path: hours })
  await phone.see('小时，一共')
  await phone.tap('开一份证明')
  await phone.see('谁都能扫码查真假')
  await phone.tap('.sheet__foot .btn')
  await phone.at(certificate)
  await phone.see('特此证明')
  await phone.see('当场核验真假')
  await phone.tap('存到相册')
  await phone.consent('允许')
  await phone.see('存到相册')
  await until(
    async () => (await albumOf(phone))[0],
    async () => 'nothing came into the album',
  )
  await phone.tap('存成 PDF')
  const file = await until(
    async () => (await documentsOf(phone))[0],
    async () => 'no PDF was opened',
  )
  expect(file.type).toBe('pdf')
  expect(file.bytes.subarray(0, 5).toString()).toBe('%PDF-')
})

test('a certificate is verified by a stranger’s phone that scans it, and falls with the hours it is made of', async () => {
  const { id, personId } = await helped()
  const span = { from: '2026-01-01', to: '2026-11-22' }
  const issued = await app.call<{ id: string; number: string }>('梁文娟', 'certificate.issue', { key: 'mine', ...span })
  const holder = await app.phone('梁文娟', { path: `${certificate}?id=${issued.id}` })
  const text = await codeOn(holder)

  const stranger = await app.phone('新来的居民')
  await scanInWeChat(stranger, text)
  await stranger.see('真实有效')
  await stranger.see(issued.number)
  await stranger.notSee('梁文娟')

  const asked = { id, personId, minutes: 0, reason: '那天她没有来' }
  const { correctionId } = await app.call<{ correctionId: string }>('苏桂兰', 'hours.correct', asked)
  await app.call('邵丽萍', 'hours.decide', { id: correctionId, accept: true })
  await stranger.pull()
  await stranger.see('已经失效')
  const again = await app.phone('梁文娟', { path: `${certificate}?id=${issued.id}` })
  await again.see('这份证明已经失效')
})

test('a code that nobody issued is told apart', async () => {
  const phone = await app.phone('孟庆华', { path: `${verify}?scene=notacode` })
  await phone.see('没有这份证明')
})

test('whoever came is asked how it was, and may change her answer', async () => {
  const { items } = await app.call<{ items: { activityId: string }[] }>('梁文娟', 'hours.mine', {})
  const phone = await app.phone('梁文娟', { path: `${recap}?id=${items[0]?.activityId ?? ''}` })
  await phone.see('您觉得怎么样？')
  await phone.tap('满意')
  await phone.type('哪里好、哪里要改，不写也行', '下次早点开始更好')
  await phone.tap('交给队长')
  await phone.see('谢谢，队长看得到')
  await phone.tap('改一改')
  await phone.tap('很满意')
  await phone.tap('交给队长')
  await phone.see('您说：很满意')
  const other = await app.phone('孟庆华', { path: `${recap}?id=${items[0]?.activityId ?? ''}` })
  await other.notSee('您觉得怎么样？')
  await other.notSee('下次早点开始更好')
})
