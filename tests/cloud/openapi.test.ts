import { inflateSync } from 'node:zlib'
import jsQR from 'jsqr'
import { type LocalCloud } from '../../local/cloud/server'
import { freshFolder, launch, removeFolders, run } from './launch'

let cloud: LocalCloud

/** What a camera reads in a grey PNG of ours. */
function scanned(png: Buffer): string | undefined {
  const side = png.readUInt32BE(16)
  const at = png.indexOf('IDAT')
  const rows = inflateSync(png.subarray(at + 4, at + 4 + png.readUInt32BE(at - 4)))
  const rgba = new Uint8ClampedArray(side * side * 4).fill(255)
  for (let place = 0; place < side * side; place++) {
    const grey = rows[Math.floor(place / side) * (side + 1) + 1 + (place % side)] ?? 255
    rgba.fill(grey, place * 4, place * 4 + 3)
  }
  return jsQR(rgba, side, side)?.data
}

beforeAll(async () => {
  cloud = await launch()
})

afterAll(async () => {
  await cloud.close()
  removeFolders()
})

const consent = (openid: string, templateIds: string[]) =>
  fetch(`${cloud.url}/wechat/consent`, { method: 'POST', body: JSON.stringify({ openid, templateIds }) })

const send = (openid: string, data: Record<string, string>) =>
  run(
    cloud,
    async ({ cloud }, given) => {
      const fields = Object.entries(given.data).map(([field, value]) => [field, { value }])
      const message = {
        touser: given.openid,
        templateId: 'tpl',
        page: 'pages/home/index',
        data: Object.fromEntries(fields),
      }
      return cloud.openapi.subscribeMessage!.send!(message)
    },
    { openid, data },
  )

test('without consent a message is refused with 43101', async () => {
  await expect(send('oNobody', { thing1: '活动' })).rejects.toMatchObject({ errCode: 43101 })
})

test('each consent carries one message, which the phone can read and hears of at once', async () => {
  const events = await fetch(`${cloud.url}/wechat/events`)
  const reader = events.body!.getReader()
  await consent('oWilling', ['tpl', 'other'])
  expect(await send('oWilling', { thing1: '包粽子', time2: '2026年6月1日 09:00' })).toMatchObject({ errCode: 0 })
  await expect(send('oWilling', { thing1: '再来一次' })).rejects.toMatchObject({ errCode: 43101 })

  const response = await fetch(`${cloud.url}/wechat/messages?openid=oWilling`)
  const { messages } = (await response.json()) as { messages: unknown[] }
  const message = {
    openid: 'oWilling',
    templateId: 'tpl',
    page: 'pages/home/index',
    data: { thing1: '包粽子', time2: '2026年6月1日 09:00' },
  }
  expect(messages).toEqual([expect.objectContaining(message)])

  let heard = ''
  while (!heard.includes('包粽子')) heard += new TextDecoder().decode((await reader.read()).value)
  expect(heard).toContain('event: message')
  await reader.cancel()
})

test('consents and messages outlive a restart', async () => {
  const dataDir = freshFolder()
  let other = await launch({ dataDir })
  const agree = (templateIds: string[]) =>
    fetch(`${other.url}/wechat/consent`, { method: 'POST', body: JSON.stringify({ openid: 'oBack', templateIds }) })
  const tell = () =>
    run(other, ({ cloud }) =>
      cloud.openapi.subscribeMessage!.send!({ touser: 'oBack', templateId: 't', data: { thing1: { value: '见面' } } }),
    )
  await agree(['t', 't'])
  await tell()
  await other.close()
  other = await launch({ dataDir })
  await tell()
  await expect(tell()).rejects.toMatchObject({ errCode: 43101 })
  const response = await fetch(`${other.url}/wechat/messages?openid=oBack`)
  expect(((await response.json()) as { messages: unknown[] }).messages).toHaveLength(2)
  await other.close()
})

test.each<Record<string, string>>([
  { thing1: '二十一个字的说明二十一个字的说明二十一个字的说明' },
  { phrase1: '超过五个汉字' },
  { phrase1: 'latin' },
  { number1: 'three' },
  { character_string1: '汉字' },
  { date1: 'soon' },
  { name1: '一个超过十个汉字的姓名呀' },
  { thing1: '' },
  { nonsense1: 'x' },
])('a field that WeChat would not take is refused with 47003: %j', async (data) => {
  await consent('oStrict', ['tpl'])
  await expect(send('oStrict', data)).rejects.toMatchObject({ errCode: 47003 })
})

test('the text check passes ordinary words and finds the test words, in both versions', async () => {
  const results = await run(cloud, async ({ cloud }) => {
    const check = (content: string, version?: number) =>
      cloud.openapi.security!.msgSecCheck!({ content, ...(version && { version, scene: 2, openid: 'o' }) }).then(
        (answer) => answer.result ?? answer.errCode,
        (error: { errCode: number }) => error.errCode,
      )
    return [
      await check('一起去敬老院', 2),
      await check('快来赌博网站', 2),
      await check('一起去敬老院'),
      await check('含有违禁测试词的话'),
      await check('', 2),
    ]
  })
  expect(results).toEqual([{ suggest: 'pass', label: 100 }, { suggest: 'risky', label: 20006 }, 0, 87014, 44004])
})

const checks = async (settings: object): Promise<{ mediaUrl: string }[]> => {
  const response = await fetch(`${cloud.url}/wechat/checks`, { method: 'POST', body: JSON.stringify(settings) })
  return ((await response.json()) as { pending: { mediaUrl: string }[] }).pending
}

/** The picture checks that the function of message push has heard of, by what it was told. */
async function pushed(): Promise<{ event: Record<string, unknown>; source: string; openid?: string }[]> {
  const { logs } = (await (await fetch(`${cloud.url}/logs`)).json()) as {
    logs: { functionName: string; text: string }[]
  }
  const heard = logs.filter((line) => line.functionName === 'jobs')
  return heard.map((line) => JSON.parse(line.text) as Awaited<ReturnType<typeof pushed>>[number])
}

async function until<T>(look: () => Promise<T | undefined>): Promise<T> {
  for (;;) {
    const seen = await look()
    if (seen) return seen
    await new Promise((wait) => setTimeout(wait, 30))
  }
}

/** Uploads a picture and hands it to the check; the trace. */
const check = (picture: string) =>
  run(
    cloud,
    async ({ cloud }, name) => {
      const { fileID } = await cloud.uploadFile({ cloudPath: name, fileContent: Buffer.from('picture') })
      const [file] = (await cloud.getTempFileURL({ fileList: [fileID] })).fileList
      const asked = { mediaUrl: file?.tempFileURL, mediaType: 2, version: 2, openid: 'oTaker', scene: 1 }
      return (await cloud.openapi.security!.mediaCheckAsync!(asked)).traceId as string
    },
    picture,
  )

test('the verdict on a picture comes later, as an event to the function of message push, on behalf of nobody', async () => {
  const trace = await check('recaps/1.jpg')
  const found = await until(async () => (await pushed()).find(({ event }) => event.trace_id === trace))
  const verdict = { MsgType: 'event', Event: 'wxa_media_check', result: { suggest: 'pass', label: 100 }, errcode: 0 }
  expect(found.event).toMatchObject(verdict)
  expect(found).toMatchObject({ source: 'wx_unknown' })
  expect(found.openid).toBeUndefined()
})

test('a test decides on the next pictures, and may hold the verdicts back', async () => {
  await checks({ next: ['risky'], hold: true })
  const trace = await check('recaps/2.jpg')
  await new Promise((wait) => setTimeout(wait, 500))
  expect((await pushed()).some(({ event }) => event.trace_id === trace)).toBe(false)
  expect(await checks({})).toHaveLength(1)
  await checks({ hold: false })
  const found = await until(async () => (await pushed()).find(({ event }) => event.trace_id === trace))
  expect(found.event.result).toEqual({ suggest: 'risky', label: 20002 })
  expect(await checks({})).toEqual([])
})

test('a text check can be out of order', async () => {
  await checks({ textDown: true })
  const ask = () =>
    run(cloud, ({ cloud }) =>
      cloud.openapi.security!.msgSecCheck!({ content: '去敬老院', version: 2, scene: 2, openid: 'o' }),
    )
  await expect(ask()).rejects.toMatchObject({ errCode: -1 })
  await checks({ textDown: false })
  expect(await ask()).toMatchObject({ errCode: 0 })
})

test('a mini-program code is a PNG that the local phone can scan; a wrong scene or page is refused', async () => {
  const codes = await run(cloud, async ({ cloud }) => {
    const draw = (scene: string, page?: string) =>
      cloud.openapi.wxacode!.getUnlimited!({ scene, page }).then(
        ({ contentType, buffer }) => [contentType, (buffer as Buffer).toString('base64')] as const,
        (error: { errCode: number }) => [error.errCode, ''] as const,
      )
    return [
      await draw('a=1', 'pages/home/index'),
      await draw('a=2', 'pages/home/index'),
      await draw('x'.repeat(33)),
      await draw('汉字'),
      await draw('a=1', '/pages/home/index'),
    ]
  })
  const png = Buffer.from(codes[0]?.[1] ?? '', 'base64')
  expect(codes[0]?.[0]).toBe('image/png')
  expect(png.subarray(1, 4).toString()).toBe('PNG')
  expect(png.readUInt32BE(16)).toBe(430)
  expect(scanned(png)).toBe('wxacode:pages/home/index?scene=a%3D1')
  expect(scanned(Buffer.from(codes[1]?.[1] ?? '', 'base64'))).toBe('wxacode:pages/home/index?scene=a%3D2')
  expect(codes.slice(2).map(([code]) => code)).toEqual([40169, 40169, 41030])
})

test('any other open API is refused loudly', async () => {
  const other = run(cloud, ({ cloud }) => cloud.openapi.phonenumber!.getPhoneNumber!({ code: 'x' }))
  await expect(other).rejects.toMatchObject({
    errCode: -604100,
    message: expect.stringContaining('local cloud does not support phonenumber.getPhoneNumber') as string,
  })
})
