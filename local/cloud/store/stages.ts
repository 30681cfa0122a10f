import { requestFailed, unsupported } from './faults'
import { encode } from './ejson'
import { folds } from './folds'
import { evaluator } from './mingo-context'
import { compileQuery } from './matching'
import { addingFields, projecting, withValue } from './projection'
import { readSort, sortBy } from './sorting'
import { compareValues, fieldOf, isPlainObject, typeName, typeRank, type Doc } from './values'

/** One stage of a pipeline over all documents at once; the given documents are never changed. */
export type Stage = (docs: Doc[], spec: unknown) => Doc[]

const objectOf = (name: string, spec: unknown): Doc => {
  if (isPlainObject(spec)) return spec
  throw requestFailed(`the ${name} stage specification must be an object`)
}

const wholeOf = (name: string, value: unknown, least: number): number => {
  if (typeof value === 'number' && Number.isInteger(value) && value >= least) return value
  throw requestFailed(
    `invalid argument to ${name} stage: expected a ${least ? 'positive' : 'non-negative'} integer in ${name}: ${encode(value)}`,
  )
}

/** The accumulators of a group: name of the field, what it takes of each document, what it makes of all. */
function accumulators(spec: Doc) {
  return Object.entries(spec).map(([field, accumulator]) => {
    const [name, ...more] = isPlainObject(accumulator) ? Object.keys(accumulator) : []
    if (name === undefined || more.length) throw requestFailed(`The field '${field}' must be an accumulator object`)
    if (field.includes('.')) throw requestFailed(`The field name '${field}' cannot contain '.'`)
    const fold = name.startsWith('$') ? folds[name] : undefined
    if (!fold) throw unsupported(`the accumulator ${name}`)
    const take = evaluator((accumulator as Doc)[name])
    return { field, make: (docs: Doc[]) => fold(docs.map(take)) }
  })
}

const made = (list: ReturnType<typeof accumulators>, docs: Doc[]): Doc =>
  Object.fromEntries(list.map(({ field, make }) => [field, make(docs)]))

// mingo keeps documents without the field apart from those with null, and mistakes groups by object.
const $group: Stage = (docs, spec) => {
  const { _id, ...fields } = objectOf('$group', spec)
  if (_id === undefined) throw requestFailed('a group specification must include an _id')
  const list = accumulators(fields)
  const idOf = evaluator(_id)
  const groups = new Map<string, { id: unknown; docs: Doc[] }>()
  for (const doc of docs) {
    const id = idOf(doc) ?? null
    const key = encode([id === 0 ? 0 : id])
    const group = groups.get(key)
    if (group) group.docs.push(doc)
    else groups.set(key, { id, docs: [doc] })
  }
  return [...groups.values()].map((group) => ({ _id: group.id, ...made(list, group.docs) }))
}

const $sortByCount: Stage = (docs, spec) => {
  const isField = typeof spec === 'string' && spec.startsWith('$')
  if (!isField && !isPlainObject(spec))
    throw requestFailed('the sortByCount field must be a $-prefixed path or an expression')
  return sortBy($group(docs, { _id: spec, count: { $sum: 1 } }), [['count', -1]], (doc) => doc)
}

const COUNT = { count: { $sum: 1 } }

const $bucket: Stage = (docs, spec) => {
  const { groupBy, boundaries, default: other, output = COUNT, ...odd } = objectOf('$bucket', spec)
  if (Object.keys(odd).length) throw requestFailed(`Unrecognized option to $bucket: ${Object.keys(odd)[0]}.`)
  if (groupBy === undefined || !Array.isArray(boundaries))
    throw requestFailed("$bucket requires 'groupBy' and 'boundaries' to be specified.")
  const edges = boundaries as unknown[]
  if (edges.length < 2)
    throw requestFailed(
      `The $bucket 'boundaries' field must have at least 2 values, but found ${edges.length} value(s).`,
    )
  edges.forEach((edge, i) => {
    if (i && typeRank(edge) !== typeRank(edges[0]))
      throw requestFailed("All values in the 'boundaries' option to $bucket must have the same type.")
    if (i && compareValues(edges[i - 1], edge) >= 0)
      throw requestFailed("The 'boundaries' option to $bucket must be sorted.")
  })
  const [low, high] = [edges[0], edges.at(-1)]
  if (other !== undefined && compareValues(other, low) >= 0 && compareValues(other, high) < 0) {
    throw requestFailed(
      "The $bucket 'default' field must be less than the lowest boundary or greater than or equal to the highest boundary.",
    )
  }
  const list = accumulators(objectOf('$bucket output', output))
  const valueOf = evaluator(groupBy)
  const buckets = new Map<unknown, Doc[]>()
  for (const doc of docs) {
    const value = valueOf(doc) ?? null
    const isInside = compareValues(value, low) >= 0 && compareValues(value, high) < 0
    if (!isInside && other === undefined) {
      throw requestFailed('$switch could not find a matching branch for an input, and no default was specified.')
    }
    const bucket = isInside ? edges.filter((edge) => compareValues(edge, value) <= 0).at(-1) : other
    buckets.set(bucket, [...(buckets.get(bucket) ?? []), doc])
  }
  const rows = [...buckets].map(([_id, inside]) => ({ _id, ...made(list, inside) }))
  return sortBy(rows, [['_id', 1]], (doc) => doc)
}

// mingo drops nulls from lists.
const $bucketAuto: Stage = (docs, spec) => {
  const { groupBy, buckets, output = COUNT, ...odd } = objectOf('$bucketAuto', spec)
  if ('granularity' in odd) throw unsupported('$bucketAuto with granularity')
  if (Object.keys(odd).length) throw requestFailed(`Unrecognized option to $bucketAuto: ${Object.keys(odd)[0]}.`)
  const wanted = wholeOf('$bucketAuto', buckets, 1)
  const list = accumulators(objectOf('$bucketAuto output', output))
  const valueOf = evaluator(groupBy)
  const sorted = docs
    .map((doc) => ({ doc, value: valueOf(doc) ?? null }))
    .sort((a, b) => compareValues(a.value, b.value))
  const size = Math.max(1, Math.round(docs.length / wanted))
  const rows: Doc[] = []
  for (let at = 0; at < sorted.length;) {
    let end = rows.length === wanted - 1 ? sorted.length : Math.min(sorted.length, at + size)
    while (end < sorted.length && compareValues(sorted[end]?.value, sorted[end - 1]?.value) === 0) end++
    const inside = sorted.slice(at, end)
    const max = (sorted[end] ?? sorted[end - 1])?.value
    rows.push({
      _id: { min: sorted[at]?.value, max },
      ...made(
        list,
        inside.map(({ doc }) => doc),
      ),
    })
    at = end
  }
  return rows
}

// mingo changes the documents it opens, and counts positions for what is no list.
const $unwind: Stage = (docs, spec) => {
  const options = typeof spec === 'string' ? { path: spec } : objectOf('$unwind', spec)
  const { path, includeArrayIndex, preserveNullAndEmptyArrays, ...odd } = options as Doc
  if (Object.keys(odd).length) throw requestFailed(`unrecognized option to $unwind stage: ${Object.keys(odd)[0]}`)
  if (typeof path !== 'string' || !path.startsWith('$'))
    throw requestFailed(`path option to $unwind stage should be prefixed with a '$': ${String(path)}`)
  if (includeArrayIndex !== undefined && (typeof includeArrayIndex !== 'string' || /^(\$|$)/.test(includeArrayIndex))) {
    throw requestFailed('includeArrayIndex option to $unwind stage must be a field name')
  }
  const parts = path.slice(1).split('.')
  const at = (doc: Doc) =>
    parts.reduce<unknown>((value, part) => (isPlainObject(value) ? fieldOf(value, part) : undefined), doc)
  const numbered = (doc: unknown, index: number | null) =>
    (typeof includeArrayIndex === 'string' ? withValue(doc, includeArrayIndex.split('.'), index) : doc) as Doc
  return docs.flatMap((doc) => {
    const value = at(doc)
    if (Array.isArray(value) && value.length) return value.map((item, i) => numbered(withValue(doc, parts, item), i))
    const isEmpty = value === undefined || value === null || Array.isArray(value)
    if (isEmpty && preserveNullAndEmptyArrays !== true) return []
    return [numbered(Array.isArray(value) ? withValue(doc, parts, undefined) : doc, null)]
  })
}

const $replaceRoot: Stage = (docs, spec) => {
  const { newRoot } = objectOf('$replaceRoot', spec)
  if (newRoot === undefined) throw requestFailed('no newRoot specified for the $replaceRoot stage')
  const rootOf = evaluator(newRoot)
  return docs.map((doc) => {
    const root = rootOf(doc)
    if (isPlainObject(root)) return root
    throw requestFailed(
      `'newRoot' expression must evaluate to an object, but resulting value was of type: '${typeName(root)}'`,
    )
  })
}

// mingo may give the same document twice.
const $sample: Stage = (docs, spec) => {
  const size = wholeOf('$sample', objectOf('$sample', spec).size, 0)
  const pool = [...docs]
  for (let i = 0; i < size && i < pool.length; i++) {
    const j = i + Math.floor(Math.random() * (pool.length - i))
    const [a, b] = [pool[i], pool[j]]
    if (a && b) [pool[i], pool[j]] = [b, a]
  }
  return pool.slice(0, size)
}

const $count: Stage = (docs, spec) => {
  if (typeof spec !== 'string' || !spec || /^\$|\./.test(spec))
    throw requestFailed('the count field must be a non-empty string without $ and .')
  return docs.length ? [{ [spec]: docs.length }] : []
}

const $unset: Stage = (docs, spec) => {
  const names = (Array.isArray(spec) ? spec : [spec]) as unknown[]
  return docs.map(projecting(Object.fromEntries(names.map((name) => [String(name), 0]))))
}

/** The stages that need nothing but their documents; MongoDB 4.2's and `$unionWith`'s own are elsewhere or refused. */
export const plainStages: Record<string, Stage> = {
  $match: (docs, spec) => docs.filter(compileQuery(spec)),
  $project: (docs, spec) => docs.map(projecting(objectOf('$project', spec))),
  $addFields: (docs, spec) => docs.map(addingFields(objectOf('$addFields', spec))),
  $set: (docs, spec) => docs.map(addingFields(objectOf('$set', spec))),
  $unset,
  $sort: (docs, spec) => sortBy(docs, readSort(objectOf('$sort', spec)), (doc) => doc),
  $limit: (docs, spec) => docs.slice(0, wholeOf('$limit', spec, 1)),
  $skip: (docs, spec) => docs.slice(wholeOf('$skip', spec, 0)),
  $group,
  $sortByCount,
  $bucket,
  $bucketAuto,
  $unwind,
  $replaceRoot,
  $replaceWith: (docs, spec) => $replaceRoot(docs, { newRoot: spec }),
  $sample,
  $count,
}
