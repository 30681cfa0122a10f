import { type Cost } from './cost'
import { decode, encode } from './ejson'
import { requestFailed, unsupported } from './faults'
import { distanceTo, readNear, type Near } from './geo-operators'
import { shapeIn } from './geo-shapes'
import { evaluator } from './mingo-context'
import { compile } from './predicate'
import { withValue } from './projection'
import { select } from './reading'
import { readSort, type SortSpec } from './sorting'
import { plainStages } from './stages'
import { type State } from './state'
import { candidates, isPlainObject, reach, type Doc } from './values'

/** One stage as the SDK sends it; the value is EJSON. */
export interface StageRequest {
  stageKey: string
  stageValue: string
}

type Stage = Record<string, unknown>

/** Where a pipeline reads from. */
interface Source {
  state: State
  cost: Cost
}

const WITHOUT_LIMIT = 20

/**
 * Runs a pipeline and returns EJSON texts; a leading match, sort and limit use indexes. Like the platform it gives 20
 * documents when no `$limit` is asked for.
 */
export function aggregate(state: State, name: string, requests: StageRequest[], cost: Cost): string[] {
  const now = state.clock()
  const stages = requests.map(({ stageKey, stageValue }) => ({ [stageKey]: decode(stageValue, now) }))
  const rows = run({ state, cost }, name, stages)
  const isLimited = stages.some((stage) => '$limit' in stage || Object.keys(stage.$geoNear ?? {}).includes('limit'))
  return (isLimited ? rows : rows.slice(0, WITHOUT_LIMIT)).map(encode)
}

function run(source: Source, name: string, stages: Stage[]): Doc[] {
  const collection = source.state.collection(name)
  const rest = [...stages]
  if (rest[0] && '$geoNear' in rest[0]) return through(source, geoNear(source, name, rest.shift()?.$geoNear), rest)
  const match = compile(take(rest, '$match'))
  if (match.near) throw requestFailed('$geoNear, $near, and $nearSphere are not allowed in this context')
  const sort: SortSpec = isPlainObject(rest[0]?.$sort) ? readSort(rest.shift()?.$sort as Doc) : []
  const first = rest[0]?.$limit
  const wanted = typeof first === 'number' && first > 0 ? first : Infinity
  const input = select(collection, match, { sort, wanted }, source.cost)
  return through(
    source,
    input.map((version) => version.doc),
    rest,
  )
}

function through(source: Source, docs: Doc[], stages: Stage[]): Doc[] {
  return stages.reduce((list, stage) => {
    const [name = '', ...more] = Object.keys(stage)
    if (!name || more.length) {
      throw requestFailed('A pipeline stage specification object must contain exactly one field.')
    }
    const spec = stage[name]
    const plain = name.startsWith('$') ? plainStages[name] : undefined
    if (plain) return plain(list, spec)
    switch (name) {
      case '$lookup':
        return lookup(source, list, spec)
      case '$facet':
        return [facet(source, list, spec)]
      case '$geoNear':
        throw requestFailed('$geoNear is only valid as the first stage in a pipeline.')
      default:
        throw unsupported(`the stage ${name}`)
    }
  }, docs)
}

function take(stages: Stage[], key: string): Doc {
  return isPlainObject(stages[0]?.[key]) ? (stages.shift()?.[key] as Doc) : {}
}

const NOT_IN_FACET = ['$collStats', '$facet', '$geoNear', '$indexStats', '$out', '$planCacheStats']

function facet(source: Source, docs: Doc[], spec: unknown): Doc {
  if (!isPlainObject(spec) || !Object.keys(spec).length)
    throw requestFailed('the $facet specification must be a non-empty object')
  return Object.fromEntries(
    Object.entries(spec).map(([name, stages]) => {
      if (!Array.isArray(stages)) throw requestFailed(`arguments to $facet must be arrays, ${name} is not`)
      const inner = stages as Stage[]
      const odd = inner.flatMap((stage) => Object.keys(stage)).find((key) => NOT_IN_FACET.includes(key))
      if (odd) throw requestFailed(`${odd} is not allowed to be used within a $facet stage`)
      return [name, through(source, docs, inner)]
    }),
  )
}

function lookup(source: Source, docs: Doc[], spec: unknown): Doc[] {
  if (!isPlainObject(spec)) throw requestFailed('the $lookup specification must be an Object')
  const { from, as, localField, foreignField, let: bindings, pipeline, ...odd } = spec
  if (Object.keys(odd).length) throw requestFailed(`unknown argument to $lookup: ${Object.keys(odd)[0]}`)
  if (typeof from !== 'string' || typeof as !== 'string') throw requestFailed('must specify from and as for a $lookup')
  const byField = typeof localField === 'string' && typeof foreignField === 'string'
  if (byField && pipeline !== undefined) {
    throw requestFailed("$lookup with 'pipeline' may not specify 'localField' or 'foreignField'")
  }
  if (!byField && !Array.isArray(pipeline)) {
    throw requestFailed("$lookup requires either 'pipeline' or both 'localField' and 'foreignField' to be specified")
  }
  const isThere = source.state.collections.has(from)
  return docs.map((doc) => {
    // Nothing is joined from a collection that nobody made, as MongoDB has it.
    if (!isThere) return withValue(doc, as.split('.'), []) as Doc
    const stages = byField ? joined(doc, localField, foreignField) : bound(pipeline as Stage[], bindings, doc)
    return withValue(doc, as.split('.'), run(source, from, stages)) as Doc
  })
}

// An empty list joins nothing, a missing field what has none or null.
function joined(doc: Doc, localField: string, foreignField: string): Stage[] {
  const values = reach(doc, localField).values.filter((value) => value !== undefined)
  return [{ $match: { [foreignField]: { $in: values } } }]
}

// `let` variables are put in as literal values, which spares a second scope and lets indexes see them.
function bound(stages: Stage[], bindings: unknown, doc: Doc): Stage[] {
  if (!isPlainObject(bindings)) return stages
  const values = new Map(Object.entries(bindings).map(([name, value]) => [`$$${name}`, evaluator(value)(doc)]))
  const replace = (value: unknown): unknown => {
    if (typeof value === 'string') {
      const [name = '', ...path] = value.split('.')
      if (!values.has(name)) return value
      const found = values.get(name)
      return path.length
        ? { $let: { vars: { bound: { $literal: found } }, in: `$$bound.${path.join('.')}` } }
        : { $literal: found }
    }
    if (Array.isArray(value)) return value.map(replace)
    if (!isPlainObject(value)) return value
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, replace(inner)]))
  }
  return stages.map((stage) => replace(stage) as Stage)
}

const GEO_NEAR = [
  'near',
  'distanceField',
  'spherical',
  'limit',
  'num',
  'maxDistance',
  'minDistance',
  'query',
  'key',
].concat(['distanceMultiplier', 'includeLocs', 'uniqueDocs'])

/** `$geoNear`: distances in metres from a GeoJSON point, the nearest first, 100 unless another limit is given. */
function geoNear({ state, cost }: Source, name: string, spec: unknown): Doc[] {
  if (!isPlainObject(spec)) throw requestFailed('the $geoNear stage specification must be an object')
  const odd = Object.keys(spec).find((key) => !GEO_NEAR.includes(key))
  if (odd) throw unsupported(`the option ${odd} of $geoNear`)
  const { distanceField, includeLocs, distanceMultiplier = 1, query = {} } = spec
  if (typeof distanceField !== 'string') throw requestFailed('$geoNear requires a distanceField option as a String')
  if (typeof distanceMultiplier !== 'number' || distanceMultiplier < 0) {
    throw requestFailed('distanceMultiplier must be a non-negative number')
  }
  const count = spec.limit ?? spec.num ?? 100
  if (typeof count !== 'number' || count <= 0) throw requestFailed('limit must be a positive number')
  const predicate = compile(isPlainObject(query) ? query : {})
  if (predicate.near) throw requestFailed('$near is not allowed inside of a $geoNear aggregation query')
  const docs = select(state.collection(name), predicate, { sort: [], wanted: Infinity, isPlace: true }, cost).map(
    ({ doc }) => doc,
  )
  const path = typeof spec.key === 'string' ? spec.key : placeFieldOf(docs)
  const near: Near = readNear('$geoNear', path, spec.near, spec.minDistance, spec.maxDistance)
  const found = docs.flatMap((doc) => {
    const distance = distanceTo(doc, near)
    return distance === undefined ? [] : [{ doc, distance }]
  })
  found.sort((a, b) => a.distance - b.distance)
  return found.slice(0, count).map(({ doc, distance }) => {
    const measured = withValue(doc, distanceField.split('.'), distance * distanceMultiplier)
    if (typeof includeLocs !== 'string') return measured as Doc
    return withValue(measured, includeLocs.split('.'), candidates(doc, path).at(-1)) as Doc
  })
}

// The platform takes the collection's only geo index; here it is the only field of its documents that holds places.
function placeFieldOf(docs: Doc[]): string {
  const fields = new Set(
    docs.flatMap((doc) => Object.keys(doc).filter((key) => isPlainObject(doc[key]) && shapeIn(doc[key]))),
  )
  const [only] = fields
  if (fields.size > 1) throw requestFailed('There is more than one 2dsphere index; unsure which to use for $geoNear')
  if (only === undefined && docs.length) throw requestFailed('$geoNear requires a 2dsphere index, but none were found')
  return only ?? 'location'
}
