import { randomUUID } from 'node:crypto'
import { type ApiAnswer, type ApiCall } from '../wire/protobuf'
import { type Checks } from './checks'
import { refusedField } from './field-types'
import { type Messages } from './messages'
import { miniProgramCode } from './mini-program-code'
import { type Troubles } from './troubles'

type Args = Record<string, unknown>

/** What WeChat's server answers with; `errcode` other than 0 makes the SDK throw. */
const json = (errcode: number, errmsg: string, more: Args = {}): ApiAnswer => ({
  body: Buffer.from(JSON.stringify({ errcode, errmsg, ...more })),
  contentType: 'application/json; charset=utf-8',
})

const ok = (more: Args = {}) => json(0, 'ok', more)

/** Words that stand for forbidden content, with the label the check gives them. */
export const TEST_WORDS: Record<string, number> = { 违禁测试词: 20001, 赌博网站: 20006, 加微信领红包: 10001 }

/** The open APIs that are answered. */
export const apiNames = [
  'subscribeMessage.send',
  'security.msgSecCheck',
  'security.mediaCheckAsync',
  'wxacode.getUnlimited',
] as const

/** What the open APIs work with. */
export interface ApiParts {
  messages: Messages
  checks: Checks
  troubles: Troubles
}

/**
 * Answers the open APIs the project uses; every other one is refused loudly. `silence` is no answer at all, `death` the
 * end of whoever asked, both for tests.
 */
export function answerApi(
  name: string,
  call: ApiCall,
  { messages, checks, troubles }: ApiParts,
): ApiAnswer | 'silence' | 'death' {
  const args = Object.fromEntries(call.args.map(({ key, value }) => [key, parsed(value)]))
  const known = apiNames.find((each) => each === name)
  switch (known) {
    case 'subscribeMessage.send':
      return sendMessage(args, messages, troubles)
    case 'security.msgSecCheck':
      return checkText(args, checks)
    case 'security.mediaCheckAsync':
      return checkMedia(args, checks)
    case 'wxacode.getUnlimited':
      return drawCode(args)
    case undefined:
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

function sendMessage(args: Args, messages: Messages, troubles: Troubles): ApiAnswer | 'silence' | 'death' {
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
  const trouble = troubles.take(openid)
  if (trouble?.arrives) messages.deliver({ openid, templateId, page, data })
  if (trouble) return typeof trouble.how === 'number' ? json(trouble.how, 'as a test asked for') : trouble.how
  const isDelivered = messages.deliver({ openid, templateId, page, data })
  return isDelivered ? ok({ msgid: Date.now() }) : json(43101, 'user refuse to accept the msg')
}

function checkText(args: Args, checks: Checks): ApiAnswer {
  if (checks.textDown) return json(-1, 'system error')
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

const IMAGE = 2

function checkMedia(args: Args, checks: Checks): ApiAnswer {
  const mediaUrl = textOf(args.media_url)
  if (!/^https?:\/\//.test(mediaUrl)) return json(40097, 'invalid media_url')
  if (Number(args.media_type) !== IMAGE) return json(-604100, 'local cloud does not support checking sound')
  if (Number(args.version) !== 2) return json(-604100, 'local cloud supports version 2 only')
  const openid = textOf(args.openid)
  if (!openid) return json(40003, 'invalid openid')
  if (![1, 2, 3, 4].includes(Number(args.scene))) return json(47001, 'invalid scene')
  return ok({ trace_id: checks.begin(mediaUrl, openid) })
}

const SCENE = /^[\dA-Za-z!#$&'()*+,/:;=?@\-._~]{1,32}$/

function drawCode(args: Args): ApiAnswer {
  const scene = textOf(args.scene)
  if (!SCENE.test(scene)) return json(40169, 'invalid length for scene, or the data is not json string')
  const page = textOf(args.page)
  if (page.startsWith('/') || page.includes('?')) return json(41030, 'invalid page')
  const width = Number(args.width ?? 430)
  if (!(width >= 280 && width <= 1280)) return json(40097, 'invalid args')
  return { body: miniProgramCode(page, scene, width), contentType: 'image/png' }
}
