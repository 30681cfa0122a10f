import { Aggregator } from 'mingo/aggregator'
import { ProcessingMode } from 'mingo/core'
import { Lazy } from 'mingo/lazy'
import { type Cost } from './cost'
import { decode, encode } from './ejson'
import { requestFailed, unsupported } from './faults'
import { createContext, refuseUnsupported, throughMingo } from './mingo-context'
import { compile } from './predicate'
import { select } from './reading'
import { readSort, type SortSpec } from './sorting'
import { type State } from './state'
import { isPlainObject, reach, type Doc } from './values'

/** One stage as the SDK sends it; the value is EJSON. */
export interface StageRequest {
  stageKey: string
  stageValue: string
}

type Stage = Record<string, unknown>

/** Runs a pipeline and returns EJSON texts; a leading match, sort and limit use indexes. */
export function aggregate(state: State, name: string, requests: StageRequest[], cost: Cost): string[] {
  const now = state.clock()
  const stages = requests.map(({ stageKey, stageValue }) => ({ [stageKey]: decode(stageValue, now) }))
  refuseUnsupported(stages)
  return run(state, name, stages, cost).map(encode)
}

function run(state: State, name: string, stages: Stage[], cost: Cost): Doc[] {
  const collection = state.collection(name)
  const rest = [...stages]
  const match = take(rest, '$match')
  const sort: SortSpec = isPlainObject(rest[0]?.$sort) ? readSort(rest.shift()?.$sort as Doc) : []
  const first = rest[0]?.$limit
  const wanted = typeof first === 'number' ? first : Infinity
  const input = select(collection, compile(match), { sort, wanted }, cost)
  const context = createContext((list, spec) => lookup(state, list, spec, cost))
  return throughMingo(() =>
    new Aggregator(rest, {
      context,
      processingMode: isHarmless(rest) ? ProcessingMode.CLONE_OFF : ProcessingMode.CLONE_INPUT,
      collectionResolver: (other) => everything(state, other, cost),
      scriptEnabled: false,
    }).run<Doc>(input.map((version) => version.doc)),
  )
}

// For $unionWith and $graphLookup, which mingo hands the whole collection.
function everything(state: State, name: string, cost: Cost): Doc[] {
  return select(state.collection(name), compile({}), { sort: [], wanted: Infinity }, cost).map((version) => version.doc)
}

function take(stages: Stage[], key: string): Doc {
  return isPlainObject(stages[0]?.[key]) ? (stages.shift()?.[key] as Doc) : {}
}

// Some stages of mingo change nested objects in place; these do not.
const HARMLESS = ['$match', '$sort', '$limit', '$skip', '$count', '$group', '$sortByCount', '$sample']

const isHarmless = (stages: Stage[]) => stages.every((stage) => HARMLESS.includes(Object.keys(stage)[0] ?? ''))

function lookup(state: State, list: ReturnType<typeof Lazy>, spec: unknown, cost: Cost) {
  if (!isPlainObject(spec)) throw requestFailed('the $lookup specification must be an Object')
  const { from, as, localField, foreignField, let: bindings, pipeline, ...odd } = spec
  if (Object.keys(odd).length) throw unsupported(`$lookup with ${Object.keys(odd).join(', ')}`)
  if (typeof from !== 'string' || typeof as !== 'string') throw requestFailed('$lookup needs from and as')
  return list.map<Doc, Doc>((doc) => {
    const stages = Array.isArray(pipeline) ? [...(pipeline as Stage[])] : []
    if (typeof localField === 'string' && typeof foreignField === 'string') {
      const { values } = reach(doc, localField)
      stages.unshift({ $match: { [foreignField]: { $in: values.map((value) => value ?? null) } } })
    }
    return { ...doc, [as]: run(state, from, bound(stages, bindings, doc), cost) }
  })
}

// `let` variables are put in as literal values, which spares a second scope and lets indexes see them.
function bound(stages: Stage[], bindings: unknown, doc: Doc): Stage[] {
  if (!isPlainObject(bindings)) return stages
  const values = new Map(Object.entries(bindings).map(([name, source]) => [`$$${name}`, valueOf(source, doc)]))
  const replace = (value: unknown): unknown => {
    if (typeof value === 'string') {
      const [name = '', ...path] = value.split('.')
      if (!values.has(name)) return value
      const bound = values.get(name)
      return { $literal: path.length && isPlainObject(bound) ? reach(bound, path.join('.')).values[0] : bound }
    }
    if (Array.isArray(value)) return value.map(replace)
    if (!isPlainObject(value)) return value
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, replace(inner)]))
  }
  return stages.map((stage) => replace(stage) as Stage)
}

function valueOf(source: unknown, doc: Doc): unknown {
  const [made] = throughMingo(() =>
    new Aggregator([{ $project: { _id: 0, value: source } }], { context: createContext() }).run<Doc>([doc]),
  )
  return made?.value ?? null
}
