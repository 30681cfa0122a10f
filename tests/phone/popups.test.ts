import type { Phone, PhoneOpening } from './harness'
import { useFixture } from './fixture'

const fixture = useFixture()
let phone: Phone
const open = async (opening: Partial<PhoneOpening> = {}) => {
  phone = await fixture.open(opening)
}
/** Every test ends with nothing gone wrong, unless it is about what goes wrong. */
const expectNoErrors = async () => expect(await phone.errors()).toEqual([])

describe('what lies over the page', () => {
  beforeEach(() => open({ path: 'pages/popups/popups' }))
  afterEach(expectNoErrors)

  test('a dialog answers yes or no', async () => {
    await phone.tap('确认')
    await phone.see('确定不去了吗')
    await phone.modal('取消')
    await phone.see('"confirm":false')
    await phone.tap('确认')
    await phone.modal('确定')
    await phone.see('"confirm":true')
  })

  test('a dialog with a field answers what was written', async () => {
    await phone.tap('写字')
    await phone.modal('确定', '家里有事')
    await phone.see('家里有事')
  })

  test('an action sheet answers what was tapped, or that it was left', async () => {
    await phone.tap('选一个')
    await phone.sheet('乙')
    await phone.see('"tapIndex":1')
    await phone.tap('选一个')
    await phone.sheet('取消')
    await phone.see('showActionSheet:fail cancel')
  })

  test('a toast goes by itself, loading stays until it is hidden', async () => {
    await phone.tap('提示')
    await phone.see('复制好了')
    await phone.notSee('复制好了')
    await phone.tap('等着')
    await phone.see('正在加载')
    await phone.tap('不等了')
    await phone.notSee('正在加载')
  })

  test('agreeing to messages tells the cloud, refusing does not', async () => {
    await phone.tap('订阅')
    await phone.consent('拒绝')
    await phone.see('"t1":"reject"')
    expect(fixture.cloud.consents).toEqual([])
    await phone.tap('订阅')
    await phone.consent('允许')
    await phone.see('"t2":"accept"')
    expect(fixture.cloud.consents).toEqual([{ openid: 'anna', templateIds: ['t1', 't2'] }])
  })

  test('calls, copies, places and pictures behave as on a phone', async () => {
    await phone.tap('打电话')
    await phone.sheet('呼叫 0000-1234567')
    await phone.see('makePhoneCall:ok')
    await phone.tap('复制')
    await phone.see('内容已复制')
    await phone.see('一段话')
    await phone.tap('看地点')
    await phone.see('党群服务站')
    await phone.page.getByRole('button', { name: '完成' }).tap()
    await phone.tap('看图')
    await phone.see('1 / 2')
    await phone.page.getByRole('button', { name: '关闭' }).last().tap()
    await phone.notSee('1 / 2')
  })

  test('the phone number is asked for, and only a code is given', async () => {
    await phone.tap('要手机号')
    await phone.consent('不允许')
    await phone.see('getPhoneNumber:fail user deny')
  })

  test('a card is shared by the menu and by a button', async () => {
    expect(await phone.share()).toEqual({ from: 'menu', title: '卡片 菜单', path: '/pages/detail/detail?from=menu' })
    await phone.tap('转发这个')
    expect(await phone.sendCard()).toEqual({
      from: 'button',
      title: '卡片 甲',
      path: '/pages/detail/detail?from=button',
    })
  })

  test('the title can be changed, a missing page is refused, the page can be measured', async () => {
    await phone.tap('改标题')
    await phone.see('新的标题')
    await phone.tap('去不了')
    await phone.see('navigateTo:fail page \\"pages/nowhere/nowhere\\" is not found')
    await phone.tap('量一量')
    await phone.see('{"wide":true}')
    await phone.tap('屏幕')
    await phone.see('{"menu":87,"safe":810}')
  })

  test('canIUse tells the truth', async () => {
    await phone.tap('能不能')
    await phone.see('{"scan":true,"bluetooth":false,"modal":true,"share":true}')
  })
})
