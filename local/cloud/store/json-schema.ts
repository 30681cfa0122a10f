import { requestFailed, unsupported } from './faults'
import { typesNamed } from './query-operators'
import { compareValues, fieldOf, isPlainObject, typeName, type Doc } from './values'

type Check = (value: unknown) => boolean

const JSON_TYPES: Record<string, unknown> = {
  object: 'object',
  array: 'array',
  number: 'number',
  boolean: 'bool',
  string: 'string',
  null: 'null',
}

const failed = (keyword: string, should: string) => requestFailed(`$jsonSchema keyword '${keyword}' must be ${should}`)

function numberIn(schema: Doc, keyword: string): number {
  const value = schema[keyword]
  if (typeof value === 'number') return value
  throw failed(keyword, 'a number')
}

function countIn(schema: Doc, keyword: string): number {
  const value = numberIn(schema, keyword)
  if (Number.isInteger(value) && value >= 0) return value
  throw failed(keyword, 'a non-negative integer')
}

function listIn(schema: Doc, keyword: string): unknown[] {
  const value = schema[keyword]
  if (Array.isArray(value) && value.length) return value as unknown[]
  throw failed(keyword, 'a non-empty array')
}

function textsIn(schema: Doc, keyword: string): string[] {
  const list = listIn(schema, keyword)
  if (list.every((item) => typeof item === 'string')) return list as string[]
  throw failed(keyword, 'an array of strings')
}

// Each keyword says nothing about values of other types, as JSON Schema has it.
const onNumber =
  (check: (value: number) => boolean): Check =>
  (value) =>
    typeof value !== 'number' || check(value)
const onText =
  (check: (value: string) => boolean): Check =>
  (value) =>
    typeof value !== 'string' || check(value)
const onList =
  (check: (value: unknown[]) => boolean): Check =>
  (value) =>
    !Array.isArray(value) || check(value)
const onObject =
  (check: (value: Doc) => boolean): Check =>
  (value) =>
    !isPlainObject(value) || check(value)

const characters = (text: string) => [...text].length

const isUnique = (list: unknown[]) =>
  [...list].sort(compareValues).every((item, i, sorted) => i === 0 || compareValues(item, sorted[i - 1]) !== 0)

const KEYWORDS: Record<string, (schema: Doc) => Check> = {
  bsonType: (schema) => {
    const types = typesNamed(schema.bsonType)
    return (value) => types.has(typeName(value))
  },
  type: (schema) => {
    const names = (Array.isArray(schema.type) ? schema.type : [schema.type]) as unknown[]
    const known = names.map((name) => {
      if (name === 'integer') throw requestFailed("$jsonSchema type 'integer' is not currently supported.")
      return JSON_TYPES[String(name)] ?? requestNever(name)
    })
    const types = typesNamed(known)
    return (value) => types.has(typeName(value))
  },
  required: (schema) => {
    const names = textsIn(schema, 'required')
    return onObject((value) => names.every((name) => fieldOf(value, name) !== undefined))
  },
  properties: (schema) => {
    const checks = checksIn(schema, 'properties')
    return onObject((value) =>
      checks.every(([name, check]) => fieldOf(value, name) === undefined || check(value[name])),
    )
  },
  patternProperties: (schema) => {
    const checks = checksIn(schema, 'patternProperties').map(([name, check]) => [new RegExp(name), check] as const)
    return onObject((value) =>
      Object.entries(value).every(([key, inner]) => checks.every(([name, check]) => !name.test(key) || check(inner))),
    )
  },
  additionalProperties: (schema) => {
    const named = new Set(Object.keys(isPlainObject(schema.properties) ? schema.properties : {}))
    const patterns = Object.keys(isPlainObject(schema.patternProperties) ? schema.patternProperties : {})
    const check = checkOrBoolean(schema.additionalProperties, 'additionalProperties')
    const isOther = (key: string) => !named.has(key) && !patterns.some((pattern) => new RegExp(pattern).test(key))
    return onObject((value) => Object.entries(value).every(([key, inner]) => !isOther(key) || check(inner)))
  },
  minProperties: (schema) => {
    const least = countIn(schema, 'minProperties')
    return onObject((value) => Object.keys(value).length >= least)
  },
  maxProperties: (schema) => {
    const most = countIn(schema, 'maxProperties')
    return onObject((value) => Object.keys(value).length <= most)
  },
  dependencies: (schema) => {
    if (!isPlainObject(schema.dependencies)) throw failed('dependencies', 'an object')
    const checks = Object.entries(schema.dependencies).map(([name, needs]): [string, Check] => {
      if (!Array.isArray(needs)) return [name, compile(needs)]
      return [name, onObject((value) => needs.every((need) => fieldOf(value, String(need)) !== undefined))]
    })
    return onObject((value) => checks.every(([name, check]) => fieldOf(value, name) === undefined || check(value)))
  },
  enum: (schema) => {
    const values = listIn(schema, 'enum')
    return (value) => values.some((item) => compareValues(item, value) === 0)
  },
  minimum: (schema) => {
    const least = numberIn(schema, 'minimum')
    return onNumber((value) => (schema.exclusiveMinimum === true ? value > least : value >= least))
  },
  maximum: (schema) => {
    const most = numberIn(schema, 'maximum')
    return onNumber((value) => (schema.exclusiveMaximum === true ? value < most : value <= most))
  },
  exclusiveMinimum: (schema) => modifier(schema, 'exclusiveMinimum', 'minimum'),
  exclusiveMaximum: (schema) => modifier(schema, 'exclusiveMaximum', 'maximum'),
  multipleOf: (schema) => {
    const factor = numberIn(schema, 'multipleOf')
    if (factor <= 0) throw failed('multipleOf', 'a positive number')
    return onNumber((value) => value % factor === 0)
  },
  minLength: (schema) => {
    const least = countIn(schema, 'minLength')
    return onText((value) => characters(value) >= least)
  },
  maxLength: (schema) => {
    const most = countIn(schema, 'maxLength')
    return onText((value) => characters(value) <= most)
  },
  pattern: (schema) => {
    if (typeof schema.pattern !== 'string') throw failed('pattern', 'a string')
    const pattern = new RegExp(schema.pattern)
    return onText((value) => pattern.test(value))
  },
  items: (schema) => {
    if (!Array.isArray(schema.items)) {
      const check = compile(schema.items)
      return onList((value) => value.every(check))
    }
    const checks = schema.items.map(compile)
    return onList((value) => checks.every((check, i) => i >= value.length || check(value[i])))
  },
  additionalItems: (schema) => {
    const from = Array.isArray(schema.items) ? schema.items.length : Infinity
    const check = checkOrBoolean(schema.additionalItems, 'additionalItems')
    return onList((value) => value.every((item, i) => i < from || check(item)))
  },
  minItems: (schema) => {
    const least = countIn(schema, 'minItems')
    return onList((value) => value.length >= least)
  },
  maxItems: (schema) => {
    const most = countIn(schema, 'maxItems')
    return onList((value) => value.length <= most)
  },
  uniqueItems: (schema) => {
    if (typeof schema.uniqueItems !== 'boolean') throw failed('uniqueItems', 'a boolean')
    return onList((value) => !schema.uniqueItems || isUnique(value))
  },
  allOf: (schema) => {
    const checks = listIn(schema, 'allOf').map(compile)
    return (value) => checks.every((check) => check(value))
  },
  anyOf: (schema) => {
    const checks = listIn(schema, 'anyOf').map(compile)
    return (value) => checks.some((check) => check(value))
  },
  oneOf: (schema) => {
    const checks = listIn(schema, 'oneOf').map(compile)
    return (value) => checks.filter((check) => check(value)).length === 1
  },
  not: (schema) => {
    const check = compile(schema.not)
    return (value) => !check(value)
  },
  title: () => () => true,
  description: () => () => true,
}

function requestNever(name: unknown): never {
  throw requestFailed(`Unknown type name alias: ${String(name)}`)
}

function modifier(schema: Doc, keyword: string, of: string): Check {
  if (typeof schema[keyword] !== 'boolean') throw failed(keyword, 'a boolean')
  if (schema[of] === undefined) throw requestFailed(`$jsonSchema keyword '${of}' must be a present if ${keyword} is`)
  return () => true
}

function checksIn(schema: Doc, keyword: string): [string, Check][] {
  const inner = schema[keyword]
  if (!isPlainObject(inner)) throw failed(keyword, 'an object')
  return Object.entries(inner).map(([name, sub]) => [name, compile(sub)])
}

function checkOrBoolean(value: unknown, keyword: string): Check {
  if (typeof value === 'boolean') return () => value
  if (!isPlainObject(value)) throw failed(keyword, 'an object or a boolean')
  return compile(value)
}

function compile(schema: unknown): Check {
  if (!isPlainObject(schema)) throw requestFailed('$jsonSchema must be an object')
  if (schema.type !== undefined && schema.bsonType !== undefined) {
    throw requestFailed("Cannot specify both $jsonSchema keywords 'type' and 'bsonType'")
  }
  const checks = Object.keys(schema).map((keyword) => {
    const check = Object.hasOwn(KEYWORDS, keyword) ? KEYWORDS[keyword] : undefined
    if (check) return check(schema)
    if (['$ref', '$schema', 'default', 'definitions', 'format', 'id'].includes(keyword)) {
      throw requestFailed(`$jsonSchema keyword '${keyword}' is not currently supported`)
    }
    throw unsupported(`the $jsonSchema keyword ${keyword}`)
  })
  return (value) => checks.every((check) => check(value))
}

/** The test of MongoDB's `$jsonSchema` (draft 4 with bsonType, without references) on a whole document. */
export function schemaTest(schema: unknown): (doc: unknown) => boolean {
  return compile(schema)
}
