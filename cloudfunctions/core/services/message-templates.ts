// The subscription messages we send, each with the fields WeChat gave its template. One consent sends one message.

/** What a message is about, in words ready to be read. */
export interface Letter {
  title: string
  /** As WeChat's time fields want it: 2026年9月3日 09:00 */
  time: string
  place: string
  /** What happened and what to do, shortest first. */
  note: string
  /** What the family calls her it is about (妈妈); 您 for herself. */
  who?: string
}

type FieldKind = 'thing' | 'time'
/** Characters WeChat lets each kind of field hold; longer ones are refused with 47003. */
export const fieldLimits: Record<FieldKind, number> = { thing: 20, time: 32 }

interface Template {
  /** What a person reads when she is asked for her consent. */
  purpose: string
  fields: Readonly<Record<string, keyof Letter>>
}

/** Every template by the name under which consents are kept. */
export const messageTemplates = {
  movedUp: { purpose: '候补有了座位', fields: { thing1: 'title', time2: 'time', thing3: 'place', thing4: 'note' } },
  changed: { purpose: '活动有变动', fields: { thing1: 'title', time2: 'time', thing3: 'place', thing4: 'note' } },
  reminder: { purpose: '活动快开始了', fields: { thing1: 'title', time2: 'time', thing3: 'place', thing4: 'note' } },
  cancelled: { purpose: '活动取消', fields: { thing1: 'title', time2: 'time', thing3: 'note' } },
  family: { purpose: '家里人的消息', fields: { thing1: 'who', thing2: 'title', time3: 'time', thing4: 'note' } },
  case: { purpose: '办事进度', fields: { thing1: 'title', thing2: 'note', time3: 'time', thing4: 'place' } },
} as const satisfies Record<string, Template>
export type TemplateName = keyof typeof messageTemplates
export const templateNames = Object.keys(messageTemplates) as TemplateName[]

/** Whom WeChat may tell what: it asks for three at once, so those that matter most to where she stands. */
export const askedFor = {
  /** She has a seat. */
  in: ['reminder', 'changed', 'cancelled'],
  /** She waits for one, or for a yes. */
  waiting: ['movedUp', 'changed', 'cancelled'],
  /** She signed up somebody she keeps, or sent her a card. */
  family: ['family', 'changed', 'cancelled'],
  /** She asked for something, or took it on. */
  case: ['case'],
} as const satisfies Record<string, readonly TemplateName[]>

const kindOf = (field: string): FieldKind => (field.startsWith('time') ? 'time' : 'thing')

const pauses = ['，', '。', '；', '、', '：', '！', '？', ' ']

/** Letters as a reader sees them: an emoji made of several is one. */
const lettersOf = (words: string) =>
  Array.from(new Intl.Segmenter('zh', { granularity: 'grapheme' }).segment(words), ({ segment }) => segment)

/**
 * Shortens words to a limit at the last pause that leaves at least half of it, else in mid-sentence with an ellipsis.
 * No letter is cut, and no number: half a telephone number is a wrong one.
 */
export function fit(words: string, limit: number): string {
  const plain = words.replace(/\s+/g, ' ').trim() || '见活动页'
  if (plain.length <= limit) return plain
  const pause = Math.max(...pauses.map((mark) => plain.lastIndexOf(mark, limit)))
  if (pause >= limit / 2) return plain.slice(0, pause)
  let kept = ''
  for (const letter of lettersOf(plain)) {
    if (kept.length + letter.length > limit - 1) break
    kept += letter
  }
  const isInNumber = /[\d-]$/.test(kept) && /^[\d-]/.test(plain.slice(kept.length))
  const whole = (isInNumber ? kept.replace(/[\d-]+$/, '') : kept).replace(/[，。；、：！？ ]+$/, '')
  return `${whole || kept}…`
}

/** The fields of a message, each within WeChat's limit. */
export function fieldsOf(template: TemplateName, letter: Letter): Record<string, string> {
  const fields: Template['fields'] = messageTemplates[template].fields
  return Object.fromEntries(
    Object.entries(fields).map(([field, part]) => [field, fit(letter[part] ?? '', fieldLimits[kindOf(field)])]),
  )
}
