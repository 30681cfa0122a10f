import { updateFailed } from './faults'
import { shellText } from './shell-text'
import { isPlainObject, sameValue, type Doc } from './values'

/** Stands for a field that is not there. */
export const MISSING = Symbol('missing')

/** From the old value at a path (or MISSING) to the new one (or MISSING, to remove it); `doc` is for messages. */
export type Change = (old: unknown, doc: Doc) => unknown

/** What a change does where its path cannot be followed: makes the way, objects to a wall in it, or leaves all as it is. */
export type Missing = 'create' | 'refuse' | 'leave'

const MOST_BACKFILLED = 1_500_000

/** Changes one path, copying only the objects along it. */
export function changeAt(doc: Doc, parts: string[], change: Change, missing: Missing): Doc {
  const walk = new Walk(doc, parts, change, missing)
  return walk.step(doc, 0) as Doc
}

/** True for a path component that names an item of an array. */
export const isIndex = (part: string) => /^\d{1,10}$/.test(part) && Number(part) < 2 ** 32

class Walk {
  constructor(
    private readonly doc: Doc,
    private readonly parts: string[],
    private readonly change: Change,
    private readonly missing: Missing,
  ) {}

  step(parent: unknown, depth: number): unknown {
    const part = this.parts[depth] ?? ''
    if (Array.isArray(parent)) return this.stepIntoArray(parent, depth)
    if (part === '$[]') {
      throw updateFailed(`Cannot apply array updates to non-array element ${this.owner(depth)}: ${shellText(parent)}`)
    }
    if (!isPlainObject(parent)) return this.wall(parent, depth)
    const old = Object.hasOwn(parent, part) ? parent[part] : MISSING
    const changed = this.child(old, depth)
    if (isSame(changed, old)) return parent
    const copy = { ...parent }
    if (changed === MISSING) delete copy[part]
    else copy[part] = changed
    return copy
  }

  private stepIntoArray(list: unknown[], depth: number): unknown {
    const part = this.parts[depth] ?? ''
    if (part === '$[]') {
      const items = list.map((item) => removedToNull(this.child(item, depth)))
      return items.some((item, i) => !isSame(item, list[i])) ? items : list
    }
    if (!isIndex(part)) return this.wall(list, depth)
    const at = Number(part)
    const old = at < list.length ? list[at] : MISSING
    const changed = this.child(old, depth)
    if (isSame(changed, old)) return list
    if (at >= list.length && at > MOST_BACKFILLED) {
      throw updateFailed(`can't backfill array to larger than ${MOST_BACKFILLED} elements`)
    }
    const copy = [...list]
    while (copy.length < at) copy.push(null)
    copy[at] = removedToNull(changed)
    return copy
  }

  private child(old: unknown, depth: number): unknown {
    if (depth === this.parts.length - 1) return this.change(old, this.doc)
    if (old !== MISSING) return this.step(old, depth + 1)
    const all = this.parts.indexOf('$[]', depth + 1)
    if (all > 0) {
      const array = this.parts.slice(0, all).join('.')
      throw updateFailed(`The path '${array}' must exist in the document in order to apply array updates.`)
    }
    return this.missing === 'create' ? this.step({}, depth + 1) : MISSING
  }

  // A scalar, or an array asked for a name, stands in the way.
  private wall(parent: unknown, depth: number): unknown {
    const part = this.parts[depth] ?? ''
    const element = `{${this.owner(depth)}: ${shellText(parent)}}`
    if (this.missing === 'create') throw updateFailed(`Cannot create field '${part}' in element ${element}`)
    if (this.missing === 'leave') return parent
    const path = this.parts.join('.')
    throw updateFailed(`Cannot use the part (${part}) of (${path}) to traverse the element (${element})`)
  }

  private owner(depth: number): string {
    return this.parts[depth - 1] ?? ''
  }
}

const isSame = (changed: unknown, old: unknown) =>
  changed === old || (changed !== MISSING && old !== MISSING && sameValue(changed, old))

// $unset on an item leaves null behind, so that the others keep their places.
const removedToNull = (value: unknown) => (value === MISSING ? null : value)
