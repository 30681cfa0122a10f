// Reads a pasted list of people: 接龙 from a chat, a column of a spreadsheet, a note typed in a hurry.

/** Someone read from a list; `phone` is bare digits (a landline keeps its dash), '' when none stood there. */
export interface ListedPerson {
  name: string
  phone: string
}

/** What a pasted list says: people in its order, and the lines that nobody could be read from. */
export interface NameList {
  people: ListedPerson[]
  unread: string[]
}

const mobile = /(?:\+?86[- ]?|0086[- ]?)?(1\d{2})[-. ]?(\d{4})[-. ]?(\d{4})/
const landline = /(0\d{2,3})[- ]?(\d{7,8})/
const phoneFirst = /^(?:\+?86[- ]?|0086[- ]?)?1\d{2}[-. ]?\d{4}[-. ]?\d{4}(?!\d)/
const marks = /[,、;|/]/
const labels = /(姓名|名字|称呼|联系电话|联系方式|手机号码|手机号|手机|电话号码|电话|报名)\s*:?/g
/** Endings of what stands beside a name and is none: 3 单元, 巧手队, 两人. */
const noName = /(楼|单元|室|号|社区|小区|院|队|组|岁|人|位|男|女)$/

/** Reads people out of pasted text; full-width signs, numbering, headings and remarks are seen through. */
export function readNameList(text: string): NameList {
  const lines = text
    .normalize('NFKC')
    .replace(/[\u200b-\u200f\u2060\ufeff]/g, '')
    .split(/\r?\n/)
    .map((line) => line.replace(/[\t\u00a0]/g, ' ').trim())
  const list: NameList = { people: [], unread: [] }
  for (const line of withoutHead(lines)) {
    if (line === '' || /^[-=_*~.…\s]+$/.test(line) || /^例[:\s]/.test(line)) continue
    const found = isChatter(line) ? [] : oneOrMore(line)
    if (found.length > 0) list.people.push(...found)
    else if (!isColumnHead(line)) list.unread.push(line)
  }
  return list
}

/** A chat's 接龙 begins with what it is about: everything above its first number. */
function withoutHead(lines: readonly string[]): readonly string[] {
  const first = lines.findIndex((line) => /^\d{1,3}\s*[.、)]/.test(line) && !phoneFirst.test(line))
  return first > 0 && lines.some((line) => line.startsWith('#') || line.includes('接龙')) ? lines.slice(first) : lines
}

/** 收到, 谢谢队长, 好的: what neighbours write beneath a list. */
const courtesy =
  /^(谢谢|感谢|多谢|收到|好的|好嘞|好滴|辛苦|知道了|明白|没问题|了解|同意|支持|请假|不去|去不了|来不了|大家|麻烦)/

/** A line that is said, not a person: a heading, a courtesy, or a sentence without any number or list in it. */
function isChatter(line: string): boolean {
  if (line.startsWith('#')) return true
  const words = line.replace(/^(\(\d{1,3}\)|\d{1,3}\s*[.、):,]?)\s*/, '')
  if (courtesy.test(words)) return true
  const isLong = words
    .replace(/\(.*?\)/g, '')
    .split(/[\s,、;|/·]+/)
    .some((word) => word.length > 6 && /[\u4e00-\u9fff]/.test(word))
  return isLong && !/\d/.test(line)
}

const isColumnHead = (line: string) => line.replace(labels, '').replace(/[序号\s,|/、]/g, '') === ''

/** The people of one line: one, or as many as it has numbers, or the names of an enumeration. */
function oneOrMore(line: string): ListedPerson[] {
  const numbered = !phoneFirst.test(line) && /^(\(\d{1,3}\)|\d{1,3}\s*[.、):,]|\d{1,3}(?=[^\d-]))\s*/.exec(line)
  const rest = numbered ? line.slice(numbered[0].length) : line
  const parts = byPhone(rest)
  if (parts.length > 0)
    return parts.flatMap(({ words, phone }) =>
      namesIn(words)
        .slice(0, 1)
        .map((name) => ({ name, phone })),
    )
  const names = namesIn(rest)
  const isList = marks.test(rest.replace(/\(.*?\)/g, '')) || (!numbered && names.every((name) => name.length <= 4))
  return (isList ? names : names.slice(0, 1)).map((name) => ({ name, phone: '' }))
}

/** Cuts a line at its numbers: each goes with the words before it, or with those after it when the line begins with one. */
function byPhone(line: string): { words: string; phone: string }[] {
  const found: { at: number; end: number; phone: string }[] = []
  for (let from = 0; from < line.length;) {
    const next = phoneIn(line, from)
    if (!next) break
    found.push(next)
    from = next.end
  }
  const [first] = found
  const isPhoneFirst = first !== undefined && namesIn(line.slice(0, first.at)).length === 0
  return found.map(({ at, end, phone }, index) => {
    const before = line.slice(found[index - 1]?.end ?? 0, at)
    const after = line.slice(end, found[index + 1]?.at)
    return { words: isPhoneFirst ? after : before, phone }
  })
}

function phoneIn(line: string, from: number): { at: number; end: number; phone: string } | null {
  const rest = line.slice(from)
  for (const [shape, joint] of [
    [mobile, ''],
    [landline, '-'],
  ] as const) {
    const match = shape.exec(rest)
    if (!match) continue
    const end = match.index + match[0].length
    const isWhole = !/\d/.test(rest.charAt(match.index - 1)) && !/\d/.test(rest.charAt(end))
    if (isWhole) return { at: from + match.index, end: from + end, phone: match.slice(1).join(joint) }
  }
  return null
}

/** The words of a text that can be names, in order; remarks in brackets, labels and words with digits are left out. */
function namesIn(text: string): string[] {
  const words = text
    .replace(/\(.*?\)/g, ' ')
    .replace(labels, ' ')
    .replace(/[+]\s*\d+/g, ' ')
    // 张 三: a name of two is often spread to the width of three.
    .replace(/(^|[\s,、;|/])([\u4e00-\u9fff]) +([\u4e00-\u9fff])(?=$|[\s,、;|/])/g, '$1$2$3')
    .split(/[\s,、;|/:"'。!~\-]+/)
    .filter((word) => isName(word))
  return words
}

const isName = (word: string) =>
  word.length <= 20 &&
  (/^[\u3400-\u9fff\ud800-\udfff·]{2,12}$/.test(word) ? !noName.test(word) : /^[A-Za-z][A-Za-z.]+$/.test(word))

/** What the leader is asked about before a list is entered. */
export interface SortedList {
  people: ListedPerson[]
  /** Names that stood there more than once with the same number; entered once. */
  twice: string[]
  /** Names that stand there with different numbers: two people, or one written down twice. */
  namesakes: string[]
}

/** Takes out who stands in a list twice with the same number, and names the namesakes. */
export function sortOut(people: readonly ListedPerson[]): SortedList {
  const once = new Map(people.map((person) => [`${person.name} ${person.phone}`, person]))
  const kept = [...once.values()]
  const seen = new Set<string>()
  const namesakes = new Set(kept.flatMap(({ name }) => (seen.has(name) ? [name] : (seen.add(name), []))))
  const met = new Set<string>()
  const twice = new Set(
    people.flatMap(({ name, phone }) => {
      const key = `${name} ${phone}`
      if (met.has(key)) return [name]
      met.add(key)
      return []
    }),
  )
  return { people: kept, twice: [...twice], namesakes: [...namesakes] }
}
