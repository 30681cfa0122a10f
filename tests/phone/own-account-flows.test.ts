// An elder's own account, which a card gave her: what she sees of who acts for her, and what is hers to end.
import { App } from './app'
import { added, familyOf, keptToo } from './kept'

const list = '/packages/family/pages/list/index'
const rights = '/packages/family/pages/rights/index'

let app: App
beforeAll(async () => {
  app = await App.start()
})
afterAll(() => app?.stop())
afterEach(async () => expect(await app.closePhones()).toEqual([]))

test('the elder’s own account, without a profile, sees who helps her and, after a week, ends it and takes all of it back', async () => {
  const id = await added(app, '梁文娟', '大姨', '贾玉芬', 'self')
  const made = { id: 'liuwan-20261128-1', wardId: id, as: '外甥女' }
  const { token } = await app.call<{ token: string }>('梁文娟', 'card.make', made)
  await keptToo(app, '梁文娟', id, '孟庆华', '侄儿')
  await app.call('新来的居民', 'card.accept', { token })

  const phone = await app.phone('新来的居民', { path: '/pages/me/index' })
  await phone.see('怎么称呼您？')
  await phone.tap('谁在帮我')
  await phone.at(list)
  await phone.see('贾玉芬')
  await phone.see('侄儿 孟庆华')
  await phone.tap('改一改谁能帮我')
  await phone.at(rights)
  await phone.see('满七天，就能自己改谁来帮忙')
  await phone.notSee('都收回，把我的资料删掉')

  await app.advance(8 * 24 * 3_600_000)
  await phone.restart({ path: list })
  await phone.tap('改一改谁能帮我')
  await phone.at(rights)
  await phone.tap('不再让侄儿 孟庆华帮忙')
  await phone.modal('撤下')
  await phone.see('侄儿 孟庆华不再帮忙了')
  expect((await familyOf(app, '孟庆华')).map((each) => each.id)).not.toContain(id)

  await phone.tap('都收回，把我的资料删掉')
  await phone.modal('再想想')
  await phone.tap('都收回，把我的资料删掉')
  await phone.modal('都删掉')
  await phone.at(list)
  await phone.notSee('贾玉芬')
  expect((await familyOf(app, '梁文娟')).map((each) => each.id)).not.toContain(id)
})
