import { isTrue } from './expression-call'
import { requestFailed, unsupported } from './faults'
import { schemaTest } from './json-schema'
import { evaluator } from './mingo-context'
import { queryOperators } from './query-operators'
import { isOperatorObject, isPlainObject } from './values'

/** Says whether a value (a document, or an element of an array) satisfies a query. */
export type Test = (value: unknown) => boolean

/** Compiles a decoded query; what MongoDB would refuse is refused in its words. */
export function compileQuery(query: unknown): Test {
  if (!isPlainObject(query)) throw requestFailed('query criteria must be an object')
  const tests = Object.entries(query).map(([key, value]) =>
    key.startsWith('$') ? logic(key, value) : field(key, value),
  )
  const [only] = tests
  return only && tests.length === 1 ? only : (value) => tests.every((test) => test(value))
}

function field(path: string, condition: unknown): Test {
  if (condition instanceof RegExp) return operator('$regex')(path, condition, {})
  if (!isOperatorObject(condition)) return operator('$eq')(path, condition, {})
  const tests = Object.entries(condition).map(([name, value]) => operator(name)(path, value, condition))
  const [only] = tests
  return only && tests.length === 1 ? only : (value) => tests.every((test) => test(value))
}

function operator(name: string) {
  if (!name.startsWith('$')) throw requestFailed(`unknown operator: ${name}`)
  const found = queryOperators[name]
  if (found) return found
  throw unsupported(`the query operator ${name}`)
}

function logic(name: string, value: unknown): Test {
  switch (name) {
    case '$and': {
      const tests = branches(name, value)
      return (doc) => tests.every((test) => test(doc))
    }
    case '$or': {
      const tests = branches(name, value)
      return (doc) => tests.some((test) => test(doc))
    }
    case '$nor': {
      const tests = branches(name, value)
      return (doc) => !tests.some((test) => test(doc))
    }
    case '$expr': {
      const valueOf = evaluator(value)
      return (doc) => isTrue(valueOf(doc))
    }
    case '$jsonSchema':
      return schemaTest(value)
    case '$comment':
      return () => true
    default:
      throw unsupported(`the query operator ${name}`)
  }
}

function branches(name: string, value: unknown): Test[] {
  if (!Array.isArray(value) || !value.length) throw requestFailed(`${name} must be a nonempty array`)
  if (!value.every(isPlainObject)) throw requestFailed('$or/$and/$nor entries need to be full objects')
  return value.map(compileQuery)
}
