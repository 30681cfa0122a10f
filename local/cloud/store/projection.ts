import { requestFailed, unsupported } from './faults'
import { evaluator } from './mingo-context'
import { elementTest } from './query-operators'
import { candidates, fieldOf, isPlainObject, type Doc } from './values'

/** Fields by name: kept, left out, worked out from the whole document, changed, or looked into. */
type Tree = Map<string, Leaf | Tree>
type Leaf = 'keep' | 'drop' | { compute: (doc: Doc) => unknown } | { change: (value: unknown) => unknown }

/** Makes one document of another; the given one stays as it is. */
export type Shaping = (doc: Doc) => Doc

const isSwitch = (value: unknown): value is number | boolean => typeof value === 'number' || typeof value === 'boolean'

function put(tree: Tree, path: string, leaf: Leaf): void {
  const parts = path.split('.')
  if (parts.some((part) => part === '')) throw requestFailed(`FieldPath must not have empty parts: '${path}'`)
  const last = parts.pop() ?? ''
  let node = tree
  for (const part of parts) {
    const found = node.get(part)
    if (found !== undefined && !(found instanceof Map)) throw requestFailed(`Path collision at ${path}`)
    const next: Tree = found ?? new Map<string, Leaf | Tree>()
    node.set(part, next)
    node = next
  }
  if (node.has(last)) throw requestFailed(`Path collision at ${path}`)
  node.set(last, leaf)
}

/** A list keeps its objects and lists and loses the rest; anything else than objects and lists is left out. */
function included(value: unknown, tree: Tree): unknown {
  if (Array.isArray(value)) return value.map((item) => included(item, tree)).filter((item) => item !== undefined)
  if (!isPlainObject(value)) return undefined
  const out: Doc = {}
  for (const [key, inner] of Object.entries(value)) {
    const leaf = tree.get(key)
    const kept = leaf === 'keep' ? inner : leaf instanceof Map ? included(inner, leaf) : changed(inner, leaf)
    if (kept !== undefined) out[key] = kept
  }
  return out
}

const changed = (value: unknown, leaf: Leaf | undefined) =>
  typeof leaf === 'object' && 'change' in leaf ? leaf.change(value) : undefined

function excluded(value: unknown, tree: Tree): unknown {
  if (Array.isArray(value)) return value.map((item) => excluded(item, tree))
  if (!isPlainObject(value)) return value
  const out: Doc = {}
  for (const [key, inner] of Object.entries(value)) {
    const leaf = tree.get(key)
    const kept = leaf instanceof Map ? excluded(inner, leaf) : leaf === undefined ? inner : changed(inner, leaf)
    if (kept !== undefined) out[key] = kept
  }
  return out
}

/** Sets a value at a path, in every object of a list on the way; `undefined` takes the field away. */
export function withValue(target: unknown, [part = '', ...rest]: string[], value: unknown): unknown {
  if (Array.isArray(target)) return target.map((item) => withValue(item, [part, ...rest], value))
  const own: Doc = isPlainObject(target) ? { ...target } : {}
  const inner = rest.length ? withValue(fieldOf(own, part), rest, value) : value
  if (inner === undefined) delete own[part]
  else own[part] = inner
  return own
}

/** Computed fields by path, plain objects opened; empty objects stay values. */
function computed(spec: Doc, before = ''): [path: string, value: (doc: Doc) => unknown][] {
  return Object.entries(spec).flatMap(([key, value]) => {
    if (key.startsWith('$')) throw requestFailed(`FieldPath field names may not start with '$'. '${key}'`)
    const isNested = isPlainObject(value) && Object.keys(value).length && !Object.keys(value)[0]?.startsWith('$')
    return isNested ? computed(value as Doc, `${before}${key}.`) : [[`${before}${key}`, evaluator(value)] as const]
  }) as [string, (doc: Doc) => unknown][]
}

/** `$addFields`: every field is worked out from the document as it was. */
export function addingFields(spec: Doc): Shaping {
  const fields = computed(spec)
  for (const [path] of fields) put(new Map(), path, 'keep')
  return (doc) => fields.reduce<Doc>((made, [path, value]) => withValue(made, path.split('.'), value(doc)) as Doc, doc)
}

interface Parts {
  keeps: string[]
  drops: string[]
  computes: [string, (doc: Doc) => unknown][]
}

function partsOf(spec: Doc, before = ''): Parts {
  const parts: Parts = { keeps: [], drops: [], computes: [] }
  for (const [key, value] of Object.entries(spec)) {
    const path = before + key
    if (key.startsWith('$')) throw requestFailed(`FieldPath field names may not start with '$'. '${path}'`)
    if (isSwitch(value)) (value ? parts.keeps : parts.drops).push(path)
    else if (isPlainObject(value) && Object.keys(value).length && !Object.keys(value)[0]?.startsWith('$')) {
      const inner = partsOf(value, `${path}.`)
      parts.keeps.push(...inner.keeps)
      parts.drops.push(...inner.drops)
      parts.computes.push(...inner.computes)
    } else if (isPlainObject(value) && !Object.keys(value).length) {
      throw requestFailed('an empty object is not a valid value. Found empty object at path ' + path)
    } else parts.computes.push([path, evaluator(value)])
  }
  return parts
}

/** `$project`: fields kept, left out, or worked out. */
export function projecting(spec: Doc): Shaping {
  if (!Object.keys(spec).length) throw requestFailed('specification must have at least one field')
  const { keeps, drops, computes } = partsOf(spec)
  const isInclusion = keeps.some((path) => path !== '_id') || computes.length > 0 || (keeps.length > 0 && !drops.length)
  const odd = isInclusion ? drops.find((path) => path !== '_id') : undefined
  if (odd) {
    throw requestFailed(
      `Bad projection specification, cannot exclude fields other than '_id' in an inclusion projection: ${JSON.stringify(spec)}`,
    )
  }
  const tree: Tree = new Map()
  if (!isInclusion) {
    for (const path of drops) put(tree, path, 'drop')
    return (doc) => excluded(doc, tree) as Doc
  }
  const own = computes.some(([path]) => path === '_id')
  for (const path of keeps) put(tree, path, 'keep')
  if (!tree.has('_id') && !drops.includes('_id') && !own) put(tree, '_id', 'keep')
  for (const [path] of computes) put(new Map(tree), path, 'keep')
  return (doc) =>
    computes.reduce<Doc>(
      (made, [path, value]) => withValue(made, path.split('.'), value(doc)) as Doc,
      included(doc, tree) as Doc,
    )
}

function slicing(argument: unknown): (value: unknown) => unknown {
  const whole = (value: unknown): value is number => typeof value === 'number' && Number.isInteger(value)
  const pair = Array.isArray(argument) ? (argument as unknown[]) : undefined
  if (pair && (pair.length !== 2 || !pair.every(whole)))
    throw requestFailed('$slice array argument should be of form [skip, limit]')
  if (!pair && !whole(argument)) throw requestFailed('$slice only supports numbers and [skip, limit] arrays')
  const [skip, limit] = (pair ?? []) as [number?, number?]
  if (limit !== undefined && limit <= 0) throw requestFailed('$slice limit must be positive')
  return (value) => {
    if (!Array.isArray(value)) return value
    if (skip === undefined)
      return (argument as number) < 0 ? value.slice(argument as number) : value.slice(0, argument as number)
    const start = skip < 0 ? Math.max(0, value.length + skip) : skip
    return value.slice(start, start + (limit ?? 0))
  }
}

function matching(criteria: unknown): (value: unknown) => unknown {
  const test = elementTest(criteria)
  return (value) => {
    const found: unknown[] = Array.isArray(value) ? value.filter(test).slice(0, 1) : []
    return found.length ? found : undefined
  }
}

/** The projection of a query: `field()` with 0 and 1, `$slice`, `$elemMatch`, and `list.$` for the item found. */
export function selecting(spec: Doc, positionOf: (doc: Doc, path: string) => number): Shaping {
  const tree: Tree = new Map()
  const positional = Object.keys(spec).filter((path) => path.endsWith('.$'))
  if (positional.length > 1) throw requestFailed('Cannot specify more than one positional proj. per query.')
  let kind: 'keep' | 'drop' | undefined
  let sliced = false
  for (const [path, value] of Object.entries(spec)) {
    if (isSwitch(value)) {
      const leaf = value ? 'keep' : 'drop'
      if (path !== '_id') {
        if (kind && kind !== leaf) throw requestFailed('Projection cannot have a mix of inclusion and exclusion.')
        kind = leaf
      }
      if (!path.endsWith('.$')) put(tree, path, leaf)
      else put(tree, path.slice(0, -2), 'keep')
      continue
    }
    const operator = isPlainObject(value) && Object.keys(value).length === 1 ? Object.keys(value)[0] : undefined
    const argument = operator === undefined ? undefined : (value as Doc)[operator]
    if (operator === '$slice') {
      put(tree, path, { change: slicing(argument) })
      sliced = true
    } else if (operator === '$elemMatch') {
      if (path.includes('.')) throw requestFailed('Cannot use $elemMatch projection on a nested field.')
      if (kind === 'drop') throw requestFailed('Projection cannot have a mix of inclusion and exclusion.')
      kind = 'keep'
      put(tree, path, { change: matching(argument) })
    } else if (operator?.startsWith('$')) throw unsupported(`the projection operator ${operator}`)
    else throw requestFailed(`Unsupported projection option: ${path}: ${JSON.stringify(value)}`)
  }
  const idOnly = kind === undefined && !sliced && tree.get('_id') === 'keep'
  const isInclusion = kind === 'keep' || idOnly
  if (isInclusion && !tree.has('_id')) tree.set('_id', 'keep')
  if (!isInclusion && tree.get('_id') === 'keep') tree.delete('_id')
  const found = positional[0]?.slice(0, -2)
  return (doc) => {
    const shaped = (isInclusion ? included(doc, tree) : excluded(doc, tree)) as Doc
    if (found === undefined) return shaped
    const list = candidates(doc, found).at(-1)
    return Array.isArray(list) ? (withValue(shaped, found.split('.'), [list[positionOf(doc, found)]]) as Doc) : shaped
  }
}
