import { type LocalCloud } from '../../local/cloud/server'
import { freshFolder, launch, removeFolders, run } from './launch'

let cloud: LocalCloud

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

test('a mini-program code is a PNG that differs with its scene; a wrong scene or page is refused', async () => {
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
  expect(codes[0]?.[1]).not.toBe(codes[1]?.[1])
  expect(codes.slice(2).map(([code]) => code)).toEqual([40169, 40169, 41030])
})

test('any other open API is refused loudly', async () => {
  const other = run(cloud, ({ cloud }) => cloud.openapi.phonenumber!.getPhoneNumber!({ code: 'x' }))
  await expect(other).rejects.toMatchObject({
    errCode: -604100,
    message: expect.stringContaining('local cloud does not support phonenumber.getPhoneNumber') as string,
  })
})
