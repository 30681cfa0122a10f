import { createHash, randomUUID } from 'node:crypto'
import { type ApiAnswer, type ApiCall } from '../wire/protobuf'
import { refusedField } from './field-types'
import { type Messages } from './messages'
import { greyPng } from './png'

type Args = Record<string, unknown>

/** What WeChat's server answers with; `errcode` other than 0 makes the SDK throw. */
const json = (errcode: number, errmsg: string, more: Args = {}): ApiAnswer => ({
  body: Buffer.from(JSON.stringify({ errcode, errmsg, ...more })),
  contentType: 'application/json; charset=utf-8',
})

const ok = (more: Args = {}) => json(0, 'ok', more)

/** Words that stand for forbidden content, with the label the check gives them. */
export const TEST_WORDS: Record<string, number> = { 违禁测试词: 20001, 赌博网站: 20006, 加微信领红包: 10001 }

/** Answers the open APIs the project uses; every other one is refused loudly. */
export function answerApi(name: string, call: ApiCall, messages: Messages): ApiAnswer {
  const args = Object.fromEntries(call.args.map(({ key, value }) => [key, parsed(value)]))
  switch (name) {
    case 'subscribeMessage.send':
      return sendMessage(args, messages)
    case 'security.msgSecCheck':
      return checkText(args)
    case 'wxacode.getUnlimited':
      return drawCode(args)
    default:
      return json(-604100, `local cloud does not support ${name}`)
  }
}

function parsed(value: Buffer): unknown {
  try {
    return JSON.parse(value.toString('utf8'))
  } catch {
    return value
  }
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : '')

function sendMessage(args: Args, messages: Messages): ApiAnswer {
  const openid = textOf(args.touser)
  const templateId = textOf(args.template_id)
  if (!openid) return json(40003, 'invalid openid')
  if (!templateId) return json(40037, 'invalid template_id')
  const fields = Object.entries((args.data ?? {}) as Record<string, { value?: unknown }>)
  const data = Object.fromEntries(fields.map(([field, entry]) => [field, String(entry?.value ?? '')]))
  if (!fields.length) return json(47003, 'argument invalid! data is empty')
  const refused = refusedField(data)
  if (refused) return json(47003, `argument invalid! data.${refused}.value invalid`)
  const page = textOf(args.page) || undefined
  if (page?.startsWith('/')) return json(41030, 'invalid page')
  const isDelivered = messages.deliver({ openid, templateId, page, data })
  return isDelivered ? ok({ msgid: Date.now() }) : json(43101, 'user refuse to accept the msg')
}

function checkText(args: Args): ApiAnswer {
  const content = textOf(args.content)
  if (!content) return json(44004, 'empty content')
  const label = Object.entries(TEST_WORDS).find(([word]) => content.includes(word))?.[1]
  if (args.version !== 2) {
    if (Buffer.byteLength(content) > 500_000) return json(45002, 'content size out of limit')
    return label ? json(87014, 'risky content') : ok()
  }
  if ([...content].length > 2500) return json(45002, 'content size out of limit')
  if (!textOf(args.openid)) return json(40003, 'invalid openid')
  if (![1, 2, 3, 4].includes(Number(args.scene))) return json(47001, 'invalid scene')
  const suggest = label ? 'risky' : 'pass'
  const detail = [{ strategy: 'content_model', errcode: 0, suggest, label: label ?? 100, prob: 90 }]
  return ok({ result: { suggest, label: label ?? 100 }, detail, trace_id: randomUUID() })
}

const SCENE = /^[\dA-Za-z!#$&'()*+,/:;=?@\-._~]{1,32}$/

function drawCode(args: Args): ApiAnswer {
  const scene = textOf(args.scene)
  if (!SCENE.test(scene)) return json(40169, 'invalid length for scene, or the data is not json string')
  const page = textOf(args.page)
  if (page.startsWith('/') || page.includes('?')) return json(41030, 'invalid page')
  const width = Number(args.width ?? 430)
  if (!(width >= 280 && width <= 1280)) return json(40097, 'invalid args')
  return { body: codePicture(`${page} ${scene}`, width), contentType: 'image/png' }
}

// A round pattern of dots that differs with its content: it looks like a mini-program code, but cannot be scanned.
function codePicture(content: string, width: number): Buffer {
  const bits = createHash('sha512').update(content).digest()
  const cells = 33
  const middle = (cells - 1) / 2
  return greyPng(width, (x, y) => {
    const column = Math.floor((x * cells) / width)
    const row = Math.floor((y * cells) / width)
    const distance = Math.hypot(column - middle, row - middle)
    const bit = (column * 31 + row * 17) % 512
    if (distance > middle) return 255
    if (distance < 5) return distance > 3.6 ? 40 : 255
    return (bits[bit >> 3] ?? 0) & (1 << (bit & 7)) ? 30 : 255
  })
}
