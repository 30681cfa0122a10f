import path from 'node:path'
import { encode } from 'uqr'
import { squarePng } from '../../src/ui/square-png'
import {
  albumOf,
  calendarOf,
  choose,
  closeCamera,
  closeDocument,
  codesOn,
  documentsOf,
  scan,
  scanFrom,
  scanInWeChat,
} from './device'
import { useFixture } from './fixture'
import { openPhone, type Phone, type PhoneOpening } from './harness'

const fixture = useFixture()
let phone: Phone
const open = async (opening: Partial<PhoneOpening> = {}) => {
  phone = await fixture.open({ path: 'pages/device/device', ...opening })
}
/** The address of a square code as our pages draw it. */
const codeOf = (text: string) => `data:image/png;base64,${squarePng(encode(text, { border: 4, ecc: 'M' }).data, 8)}`
const showing = (text: string) => `pages/device/device?code=${encodeURIComponent(codeOf(text))}`

afterEach(async () => expect(await phone.errors()).toEqual([]))

describe('the camera', () => {
  test('answers what was scanned, or that the person turned away', async () => {
    await open()
    await phone.tap('扫一扫')
    await scan(phone, '7C:P:a:p1:mac')
    await phone.see('"result":"7C:P:a:p1:mac"')
    await phone.tap('扫一扫')
    await closeCamera(phone)
    await phone.see('scanCode:fail cancel')
  })

  test('reads the code that another phone shows', async () => {
    await open()
    const other = await openPhone({
      url: fixture.server.url,
      as: 'berta',
      browser: fixture.browser,
      path: showing('7C:C:a:in'),
    })
    await phone.tap('扫一扫')
    await scanFrom(phone, other)
    await phone.see('"result":"7C:C:a:in"')
    expect(await codesOn(phone)).toEqual([])
    await other.close()
  })

  test('lists the codes of phones in other windows by who holds them', async () => {
    await open()
    const other = await phone.page.context().newPage()
    await other.goto(`${fixture.server.url}phone?as=berta&path=${encodeURIComponent(showing('7C:C:b:out'))}`)
    await other.waitForFunction(() => window.__phone?.codes().length === 1)
    await phone.tap('扫一扫')
    await phone.page.getByRole('button', { name: /贝塔的手机/ }).tap()
    await phone.see('"result":"7C:C:b:out"')
    await other.close()
  })

  test('takes a mini-program code for what it is, and WeChat opens its page', async () => {
    await open()
    await phone.tap('扫一扫')
    await scan(phone, 'wxacode:pages/detail/detail?scene=a%3D1')
    await phone.see('"scanType":"WX_CODE"')
    await phone.see('"path":"pages/detail/detail?scene=a%3D1"')
    await scanInWeChat(phone, 'wxacode:pages/detail/detail?scene=a%3D1')
    await phone.at('pages/detail/detail')
    expect(await phone.query()).toEqual({ scene: 'a%3D1' })
    await phone.see('场景 1047')
  })
})

describe('pictures', () => {
  test('are chosen from the album or the computer, shown, and uploaded', async () => {
    await open()
    await phone.tap('选图')
    await choose(phone, '合影', path.join(__dirname, '../../src/assets/tabs/home-on.png'))
    await phone.see('{"count":2,"large":true}')
    await phone.see('图 800×600')
    await phone.tap('上传')
    await phone.see('cloud://local-env.local-bucket/a/一.jpg')
    expect(fixture.cloud.files.get('a/一.jpg')?.subarray(0, 2)).toEqual(Buffer.from([0xff, 0xd8]))
    await phone.see('图 800×600')
  })

  test('cannot go up without a network', async () => {
    await open()
    await phone.tap('写文件')
    await phone.see('{"same":true}')
    await phone.see('图 1×1')
    await phone.set({ offline: true })
    await phone.tap('上传')
    await phone.see('cloud.uploadFile:fail')
  })

  test('are painted, shown, and put into the album once she allows it', async () => {
    await open()
    await phone.tap('画')
    await phone.see('{"width":120}')
    await phone.see('图 40×20')
    await phone.tap('存相册')
    await phone.consent('拒绝')
    await phone.see('saveImageToPhotosAlbum:fail auth deny')
    await phone.tap('存相册')
    await phone.see('auth deny')
    await phone.tap('设置')
    await phone.sheet('允许保存图片到你的相册')
    await phone.see('"scope.writePhotosAlbum":true')
    await phone.tap('存相册')
    await phone.see('已保存到系统相册')
    const [saved] = await albumOf(phone)
    expect([saved?.readUInt32BE(16), saved?.readUInt32BE(20)]).toEqual([40, 20])
  })
})

describe('what the phone keeps', () => {
  test('a calendar entry is written once she allows it', async () => {
    await open()
    await phone.tap('日历')
    await phone.consent('允许')
    await phone.see('已添加到日历')
    const entry = { title: '义诊', startTime: 1795305600, endTime: 1795309200, location: '一号楼' }
    expect(await calendarOf(phone)).toEqual([entry])
  })

  test('a file is fetched, opened, and sent on', async () => {
    fixture.cloud.files.set('lists/x.pdf', Buffer.from('%PDF-1.7 list'))
    const url = `http://127.0.0.1:9/files/lists/x.pdf?sign=1&t=2`
    await open({ path: `pages/device/device?file=${encodeURIComponent(url)}` })
    await phone.tap('下载')
    await phone.see('名单.pdf')
    await closeDocument(phone)
    await phone.see('{"statusCode":200}')
    const [opened] = await documentsOf(phone)
    expect(opened).toEqual({ name: '名单.pdf', type: 'pdf', bytes: Buffer.from('%PDF-1.7 list') })
    await phone.tap('发文件')
    await phone.see('shareFileMessage:ok')
    await phone.tap('没有的文件')
    await phone.see('no such file or directory')
  })

  test('what was stored is there when the app is closed and opened again, a file is not', async () => {
    await open({ path: undefined })
    await phone.tap('记住我')
    await phone.restart()
    await phone.see('记着 我的')
    await phone.restart({ offline: true })
    await phone.see('记着 我的')
    await phone.see('网络 none')
  })
})
