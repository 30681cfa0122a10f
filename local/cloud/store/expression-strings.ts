import { isNothing, named, plain, strict, textOf, wholeOf, type Operator } from './expression-call'
import { requestFailed } from './faults'
import { toPattern } from './patterns'
import { compareTexts, typeName, type Doc } from './values'

/** What MongoDB makes a text of: texts, numbers and dates; nothing becomes the empty text. */
function coerced(value: unknown): string {
  if (isNothing(value)) return ''
  if (typeof value === 'string') return value
  if (typeof value === 'number') return String(value)
  if (value instanceof Date) return value.toISOString()
  throw requestFailed(`can't convert from BSON type ${typeName(value)} to String`)
}

const upper = (text: string) => text.replace(/[a-z]/g, (letter) => letter.toUpperCase())
const lower = (text: string) => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase())

const bytesOf = (text: string) => Buffer.from(text, 'utf8')

const countOf = (name: string, what: string, value: unknown): number => {
  if (typeof value === 'number' && value >= 0) return Math.trunc(value)
  throw requestFailed(`${name}: ${what} must be a non-negative number, but is ${String(value)}`)
}

const isInsideCharacter = (bytes: Buffer, at: number) => at < bytes.length && ((bytes[at] ?? 0) & 0xc0) === 0x80

// mingo knows no negative length, which means the rest.
const substrBytes = (name: string): Operator =>
  plain(name, [3, 3], (value, from, size) => {
    const bytes = bytesOf(coerced(value))
    const start = countOf(name, 'starting index', from)
    if (typeof size !== 'number') throw requestFailed(`${name}: length must be a number`)
    const end = size < 0 ? bytes.length : Math.min(bytes.length, start + Math.trunc(size))
    if (isInsideCharacter(bytes, start)) {
      throw requestFailed(`${name}: Invalid range, starting index is a UTF-8 continuation byte.`)
    }
    if (isInsideCharacter(bytes, end)) {
      throw requestFailed(`${name}: Invalid range, ending index is in the middle of a UTF-8 character.`)
    }
    return bytes.subarray(start, Math.max(start, end)).toString('utf8')
  })

const $substrCP = plain('$substrCP', [3, 3], (value, from, size) => {
  const start = countOf('$substrCP', 'starting index', from)
  return [...coerced(value)].slice(start, start + countOf('$substrCP', 'length', size)).join('')
})

// mingo counts UTF-16 units where MongoDB counts bytes, and has nothing that counts characters.
const indexOf = (name: string, lengthOf: (text: string) => number, upTo: (text: string, count: number) => string) =>
  plain(name, [2, 4], (value, sought, from = 0, to) => {
    if (isNothing(value)) return null
    const text = textOf(name, value)
    const start = countOf(name, 'starting index', wholeOf(name, from))
    const within = to === undefined ? text : upTo(text, countOf(name, 'ending index', wholeOf(name, to)))
    if (start > lengthOf(within)) return -1
    const at = within.indexOf(textOf(name, sought), upTo(text, start).length)
    return at < 0 ? -1 : lengthOf(text.slice(0, at))
  })

const $split = strict('$split', [2, 2], (text, separator) => {
  if (separator === '') throw requestFailed('$split requires a non-empty separator')
  return textOf('$split', text).split(textOf('$split', separator))
})

const SPACES = '\0\t\n\v\f\r    \u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a'

const trimmed = (name: string, left: boolean, right: boolean): Operator =>
  named(name, ['input', 'chars'], ({ input, chars = SPACES }) => {
    if (isNothing(input) || chars === null) return null
    const goes = new Set(textOf(name, chars))
    const points = [...textOf(name, input)]
    let [start, end] = [0, points.length]
    while (left && start < end && goes.has(points[start] ?? '')) start++
    while (right && end > start && goes.has(points[end - 1] ?? '')) end--
    return points.slice(start, end).join('')
  })

function patternIn(name: string, { regex, options }: Doc): RegExp {
  const source = regex instanceof RegExp ? regex.source : textOf(name, regex)
  const own = regex instanceof RegExp ? regex.flags : ''
  const pattern = toPattern(source, own + (isNothing(options) ? '' : textOf(name, options)))
  return new RegExp(pattern.source, `g${pattern.flags}`)
}

const characters = (text: string) => [...text].length

const matched = (name: string, missing: unknown, answer: (found: RegExpMatchArray[], text: string) => unknown) =>
  named(name, ['input', 'regex', 'options'], (args) => {
    if (isNothing(args.input) || isNothing(args.regex)) return missing
    const text = textOf(name, args.input)
    return answer([...text.matchAll(patternIn(name, args))], text)
  })

const described = (text: string) => (found: RegExpMatchArray) => ({
  match: found[0],
  idx: characters(text.slice(0, found.index)),
  captures: found.slice(1).map((capture) => (capture as string | undefined) ?? null),
})

const replaced = (name: string, replace: (text: string, find: string, by: string) => string): Operator =>
  named(name, ['input', 'find', 'replacement'], ({ input, find, replacement }) => {
    if (isNothing(input) || isNothing(find) || isNothing(replacement)) return null
    return replace(textOf(name, input), textOf(name, find), textOf(name, replacement))
  })

/** Operators on texts; upper and lower case of ASCII letters only, as MongoDB has it. */
export const stringExpressions: Record<string, Operator> = {
  $concat: strict('$concat', [0, Infinity], (...texts) => texts.map((text) => textOf('$concat', text)).join('')),
  $indexOfBytes: indexOf(
    '$indexOfBytes',
    (text) => bytesOf(text).length,
    (text, count) => bytesOf(text).subarray(0, count).toString('utf8'),
  ),
  $indexOfCP: indexOf('$indexOfCP', characters, (text, count) => [...text].slice(0, count).join('')),
  $split,
  $strLenBytes: plain('$strLenBytes', [1, 1], (text) => bytesOf(textOf('$strLenBytes', text)).length),
  $strLenCP: plain('$strLenCP', [1, 1], (text) => characters(textOf('$strLenCP', text))),
  $strcasecmp: plain('$strcasecmp', [2, 2], (a, b) => Math.sign(compareTexts(upper(coerced(a)), upper(coerced(b))))),
  $substr: substrBytes('$substrBytes'),
  $substrBytes: substrBytes('$substrBytes'),
  $substrCP,
  $toLower: plain('$toLower', [1, 1], (text) => lower(coerced(text))),
  $toUpper: plain('$toUpper', [1, 1], (text) => upper(coerced(text))),
  $trim: trimmed('$trim', true, true),
  $ltrim: trimmed('$ltrim', true, false),
  $rtrim: trimmed('$rtrim', false, true),
  $regexMatch: matched('$regexMatch', false, (found) => found.length > 0),
  $regexFind: matched('$regexFind', null, (found, text) => (found[0] ? described(text)(found[0]) : null)),
  $regexFindAll: matched('$regexFindAll', [], (found, text) => found.map(described(text))),
  $replaceOne: replaced('$replaceOne', (text, find, by) => text.replace(find, () => by)),
  $replaceAll: replaced('$replaceAll', (text, find, by) => text.split(find).join(by)),
}
