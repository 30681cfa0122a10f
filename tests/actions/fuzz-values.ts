// Inputs made from the contract's own schemas: such as it allows, of ids that are there, and such as nobody should send.
import fc from 'fast-check'
import { hostile } from './fuzz-hostile'

/** What the walk reads of a valibot schema or of one step of its pipe. */
export interface Shape {
  type: string
  requirement?: unknown
  entries?: Record<string, Shape>
  item?: Shape
  key?: Shape | string
  value?: Shape
  wrapped?: Shape
  options?: readonly unknown[]
  literal?: unknown
  pipe?: readonly Shape[]
}

/** Values that mean something in this county, by the name of the field they stand in. */
export type Hints = (field: string) => readonly unknown[]

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Steps of its pipe, and of those that it is made of. */
const stepsOf = (shape: Shape): readonly Shape[] =>
  (shape.pipe ?? []).flatMap((step) => (step.pipe && step !== shape ? stepsOf(step) : [step]))
const requirementOf = (shape: Shape, type: string) => stepsOf(shape).find((step) => step.type === type)?.requirement
const numberOf = (shape: Shape, type: string, otherwise: number) => {
  const said = requirementOf(shape, type)
  return typeof said === 'number' ? said : otherwise
}

/** Every text that was made here has this character in it, so that it is found again where no text belongs. */
export const mark = '囍'

/** Words as people write and paste them. */
const written = fc.constantFrom(
  '灯',
  '王秀兰',
  'ab',
  '👩‍👩‍👧',
  '第一行\n第二行',
  '你\u0000好',
  '半个\ud83d',
  '\u202e倒着',
  '  空格  ',
  '$gt',
  'a.b',
)

function text(shape: Shape): fc.Arbitrary<string> {
  const least = numberOf(shape, 'min_length', 0)
  const most = Math.min(numberOf(shape, 'max_length', 60), 2000)
  const plain = written.map((words) => (words + mark).slice(-most))
  const full = fc.constant(mark.repeat(most))
  return least > 0
    ? fc.oneof({ weight: 8, arbitrary: plain }, full)
    : fc.oneof({ weight: 8, arbitrary: plain }, full, fc.constant(''))
}

function strings(shape: Shape, hints: readonly unknown[]): fc.Arbitrary<unknown> {
  const form = requirementOf(shape, 'regex')
  if (!(form instanceof RegExp)) return hinted(text(shape), hints)
  const right = hints.filter((hint) => typeof hint === 'string' && form.test(hint))
  // What only asks for something in a text, anywhere, is no form that a text could be made from.
  const isForm = form.source.startsWith('^')
  return hinted(isForm ? fc.stringMatching(form) : text(shape).filter((words) => form.test(words)), right)
}

function numbers(shape: Shape, hints: readonly unknown[]): fc.Arbitrary<unknown> {
  const isWhole = stepsOf(shape).some((step) => step.type === 'integer')
  const min = numberOf(shape, 'min_value', -1e9)
  const max = numberOf(shape, 'max_value', 1e9)
  const right = hints.filter((hint) => typeof hint === 'number' && hint >= min && hint <= max)
  const edges = fc.constantFrom(min, max, Math.min(max, Math.max(min, 1)))
  const odd = isWhole ? edges : fc.constantFrom(min, max, 0.5, -1, 1e21, Number.MIN_VALUE)
  return hinted(
    fc.oneof(
      fc.maxSafeInteger().map((n) => min + (Math.abs(n) % (Math.floor(max - min) + 1))),
      odd,
    ),
    right,
  )
}

const hinted = (other: fc.Arbitrary<unknown>, hints: readonly unknown[]): fc.Arbitrary<unknown> =>
  hints.length === 0
    ? other
    : fc.oneof({ weight: 7, arbitrary: fc.constantFrom(...hints) }, { weight: 1, arbitrary: other })

/** What a schema allows; what it allows but does not say, such as a check, is left to chance. */
export function allowed(shape: Shape, hints: Hints, field = ''): fc.Arbitrary<unknown> {
  switch (shape.type) {
    case 'object':
      return fields(shape, (each, name) => allowed(each, hints, name))
    case 'array': {
      const most = Math.min(numberOf(shape, 'max_length', 4), 60)
      const least = Math.min(numberOf(shape, 'min_length', 0), most)
      const few = fc.array(allowed(shape.item as Shape, hints, field), {
        minLength: least,
        maxLength: Math.min(3, most),
      })
      const many = fc.array(allowed(shape.item as Shape, hints, field), { minLength: most, maxLength: most })
      return fc.oneof({ weight: 19, arbitrary: few }, { weight: 1, arbitrary: many })
    }
    case 'record': {
      const key = allowed(shape.key as Shape, hints, field) as fc.Arbitrary<string>
      return fc.dictionary(key, allowed(shape.value as Shape, hints, `${field}.value`), { maxKeys: 3 })
    }
    case 'nullable':
      return fc.oneof(
        { weight: 1, arbitrary: fc.constant(null) },
        { weight: 2, arbitrary: allowed(shape.wrapped as Shape, hints, field) },
      )
    case 'optional':
      return allowed(shape.wrapped as Shape, hints, field)
    case 'union':
    case 'variant':
      return fc.oneof(...(shape.options as Shape[]).map((option) => allowed(option, hints, field)))
    case 'picklist':
      return fc.constantFrom(...(shape.options ?? []))
    case 'literal':
      return fc.constant(shape.literal)
    case 'boolean':
      return fc.boolean()
    case 'string':
      return strings(shape, hints(field))
    case 'number':
      return numbers(shape, hints(field))
    default:
      throw new Error(`no values are made for ${shape.type}`)
  }
}

function fields(shape: Shape, made: (each: Shape, name: string) => fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  const entries = Object.entries(shape.entries ?? {})
  const requiredKeys = entries.filter(([, each]) => each.type !== 'optional').map(([name]) => name)
  return fc.record(Object.fromEntries(entries.map(([name, each]) => [name, made(each, name)])), { requiredKeys })
}

/** An input that makes sense, with some of it said otherwise, as the schema allows. */
export function varied(shape: Shape, base: unknown, hints: Hints, field = ''): fc.Arbitrary<unknown> {
  if (shape.type === 'optional' || shape.type === 'nullable') {
    if (base === null || base === undefined) return allowed(shape, hints, field)
    return varied(shape.wrapped as Shape, base, hints, field)
  }
  if (shape.type !== 'object' || !isObject(base)) return allowed(shape, hints, field)
  return fields(shape, (each, name) => {
    const kept = fc.constant(base[name])
    if (!(name in base)) return allowed(each, hints, name)
    return fc.oneof(
      { weight: 6, arbitrary: kept },
      { weight: 1, arbitrary: varied(each, base[name], hints, name) },
      { weight: 1, arbitrary: allowed(each, hints, name) },
    )
  })
}

interface Change {
  at: number
  how: 'replace' | 'drop' | 'more' | 'array' | 'many' | 'long'
  key: string
  value: unknown
}

const change: fc.Arbitrary<Change> = fc.record({
  at: fc.nat(),
  how: fc.oneof(
    { weight: 12, arbitrary: fc.constant('replace' as const) },
    { weight: 3, arbitrary: fc.constantFrom('drop' as const, 'more' as const, 'array' as const) },
    { weight: 1, arbitrary: fc.constantFrom('many' as const, 'long' as const) },
  ),
  key: fc.constantFrom(
    '__proto__',
    'constructor',
    'toString',
    'a.b',
    '$where',
    '$set',
    '',
    mark,
    '\u0000',
    'userInfo',
    'openid',
    '_id',
  ),
  value: hostile,
})

type Path = readonly (string | number)[]
const isList = (value: unknown): value is unknown[] => Array.isArray(value)

/** Every place in a value, its own first. */
export function placesIn(value: unknown, path: Path = []): Path[] {
  const inner = isList(value)
    ? value.slice(0, 50).map((each, n) => [n, each] as const)
    : isObject(value)
      ? Object.entries(value)
      : []
  return [path, ...inner.flatMap(([key, each]) => placesIn(each, [...path, key]))]
}

/** The value with what stands at a place changed; undefined takes it away. */
export function changedAt(value: unknown, [key, ...rest]: Path, to: (old: unknown) => unknown): unknown {
  if (key === undefined) return to(value)
  if (isList(value))
    return value.map((each, n) => (n === key ? changedAt(each, rest, to) : each)).filter((each) => each !== undefined)
  if (!isObject(value)) return value
  const entries = Object.entries(value).map(
    ([name, each]) => [name, name === key ? changedAt(each, rest, to) : each] as const,
  )
  return Object.fromEntries(entries.filter(([, each]) => each !== undefined))
}

/** As many of them as make a big input, but none that no phone could send. */
const copies = (one: unknown) => Math.min(10_000, Math.ceil(100_000 / (JSON.stringify(one) ?? '').length))

function broken(old: unknown, { how, key, value }: Change): unknown {
  if (how === 'drop') return undefined
  if (how === 'array') return [old]
  if (how === 'many') {
    const one = (isList(old) ? old[0] : old) ?? value
    return Array.from({ length: copies(one) }, () => one)
  }
  if (how === 'long') {
    const one = typeof old === 'string' && old ? old : mark
    return one.repeat(Math.ceil(100_000 / one.length)).slice(0, 100_000)
  }
  if (how === 'more' && isObject(old)) return Object.fromEntries([...Object.entries(old), [key, value]])
  return value
}

/** An input with one to three places of it broken. */
export const spoilt = (input: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc.tuple(input, fc.array(change, { minLength: 1, maxLength: 3 })).map(([value, changes]) =>
    changes.reduce<unknown>((so, each) => {
      const places = placesIn(so)
      return changedAt(so, places[each.at % places.length] ?? [], (old) => broken(old, each))
    }, value),
  )
