/** A service notification as the local cloud keeps it. */
export interface Message {
  openid?: string
  templateId?: string
  title?: string
  page?: string
  data?: Record<string, { value?: unknown; label?: string } | string>
  at?: number | string
}

/** What a message template is called, and its fields, by template id. */
export type Templates = Record<string, { title: string; labels?: Record<string, string> }>

/** What a notification shows: a title, rows of text, where a tap leads, and when it came. */
export interface ShownMessage {
  title: string
  rows: { label: string; text: string }[]
  page: string
  at: Date | undefined
}

const KINDS: [RegExp, string][] = [
  [/^thing|^phrase|^character_string/, '内容'],
  [/^(time|date)/, '时间'],
  [/^name/, '姓名'],
  [/^number|^digit/, '数目'],
  [/^phone/, '电话'],
  [/^amount/, '金额'],
]

const labelOf = (key: string) => KINDS.find(([pattern]) => pattern.test(key))?.[1] ?? '内容'

/** Reads a notification for showing; unknown shapes become as readable as they can be. */
export function shownMessage(message: Message, templates: Templates = {}): ShownMessage {
  const template = templates[message.templateId ?? '']
  const rows = Object.entries(message.data ?? {}).map(([key, field]) => {
    const given = typeof field === 'string' ? { value: field } : field
    const label = template?.labels?.[key] ?? ('label' in given && given.label ? given.label : labelOf(key))
    return { label, text: String(given.value ?? '') }
  })
  const at = message.at === undefined ? undefined : new Date(message.at)
  return { title: template?.title ?? message.title ?? '服务通知', rows, page: message.page ?? '', at }
}

/** Month, day and time in the words of a phone. */
export function shortTime(at: Date | undefined): string {
  if (!at || Number.isNaN(at.getTime())) return ''
  const clock = `${at.getHours()}:${String(at.getMinutes()).padStart(2, '0')}`
  const isToday = at.toDateString() === new Date().toDateString()
  return isToday ? clock : `${at.getMonth() + 1} 月 ${at.getDate()} 日 ${clock}`
}
