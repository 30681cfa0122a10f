// Every answer of every action to everybody, field by field: what of whom stands in it, and whether she may read that.
import { actions, allActions } from '../../cloudfunctions/core/contract'
import { County } from './county'
import { inputFor, keys, type Input, type Key } from './inputs'
import { askedOf, callers, marks, mayFind, settleMarked, type Caller, type Marked } from './marked'
import { figures, seen, type Class } from './seen'

const county = new County(['--no-fsync'])
let marked: Marked
beforeAll(async () => {
  marked = await settleMarked(county)
}, 60_000)
afterAll(() => county.end())

interface Shape {
  type: string
  entries?: Record<string, Shape>
  item?: Shape
  wrapped?: Shape
  value?: Shape
}

/** Every field of a shape that is no object or list, by its path, with its type. */
function leavesOf(shape: Shape, path = ''): [string, string][] {
  const below = (name: string) => (path ? `${path}.${name}` : name)
  if (shape.entries) return Object.entries(shape.entries).flatMap(([name, each]) => leavesOf(each, below(name)))
  if (shape.type === 'array' && shape.item) return leavesOf(shape.item, below('*'))
  if (shape.wrapped) return leavesOf(shape.wrapped, path)
  if (shape.type === 'record' && shape.value) return leavesOf(shape.value, below('*'))
  return [[path, shape.type]]
}
const isText = (type: string) => type === 'string' || type === 'union'

const tableOf = (action: string): [Class, string][] =>
  Object.entries(seen[action] ?? {}).flatMap(([each, paths]) =>
    paths.split(' ').map((path): [Class, string] => [each as Class, path]),
  )
const covers = (pattern: string, path: string) =>
  pattern.endsWith('**') ? path.startsWith(pattern.slice(0, -2)) : pattern === path
const classesOf = (action: string, path: string) =>
  tableOf(action).flatMap(([each, pattern]) => (covers(pattern, path) ? [each] : []))

describe('the table of fields', () => {
  const leaves = (output: unknown) => leavesOf(output as Shape)

  test('says of every field of text of every action who may read it, once', () => {
    const wrong = allActions.flatMap(({ name, output }) =>
      leaves(output)
        .filter(([path, type]) => isText(type) && classesOf(name, path).length !== 1)
        .map(([path]) => `${name} ${path}`),
    )
    expect(wrong).toEqual([])
  })

  test('names no field that is not there', () => {
    const paths = new Map(allActions.map(({ name, output }) => [name, leaves(output).map(([path]) => path)]))
    const idle = Object.keys(seen).flatMap((name) =>
      tableOf(name)
        .filter(([, pattern]) => !paths.get(name)?.some((path) => covers(pattern, path)))
        .map(([, pattern]) => `${name} ${pattern}`),
    )
    expect(idle).toEqual([])
  })

  test('knows every field that is no text, by its last name, as one that counts or as one that says something of her', () => {
    const named = [figures.ofHer, figures.others].join(' ').split(' ')
    const lastOf = (path: string) =>
      path
        .split('.')
        .slice(path.endsWith('*') ? -2 : -1)
        .join('.')
    const all = allActions.flatMap(({ output }) => leaves(output)).filter(([, type]) => !isText(type))
    const last = new Set(all.map(([path]) => lastOf(path)))
    expect([...last].filter((name) => !named.includes(name))).toEqual([])
    expect(named.filter((name) => !last.has(name))).toEqual([])
  })
})

/** Marks in an answer, each with the path where it stands. */
function marksIn(value: unknown, path = ''): [string, string][] {
  const below = (name: string) => (path ? `${path}.${name}` : name)
  if (typeof value === 'string')
    return Object.entries(marks).flatMap(([what, mark]) =>
      value.includes(mark) ? [[what, path] as [string, string]] : [],
    )
  if (Array.isArray(value)) return value.flatMap((each) => marksIn(each, below('*')))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, each]) => marksIn(each, below(name)))
}

/** A path as the table has it: keys of a record are `*` there. */
const inTable = (action: string, path: string) =>
  classesOf(action, path).length > 0 ? path : path.replace(/\.[^.]+$/, '.*')

/** What she finds when she sends all this, as `class what`, with where each stands. */
async function foundBy(openid: Caller, all: readonly (readonly [Key, object])[]): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  for (const [key, input] of all) {
    const reply = await county.call(openid, key, input as Input<typeof key>)
    expect([key, 'fault' in reply && reply.fault.kind]).toEqual([key, false])
    const { name } = actions[key]
    for (const [what, path] of marksIn(reply.ok ? reply.data : reply)) {
      const [as = 'refusal'] = reply.ok ? classesOf(name, inTable(name, path)) : []
      found.set(`${as} ${what}`, `${name} ${path}`)
    }
  }
  return found
}

test.each(callers)(
  'whoever asks for everything finds what is hers to read, each where it belongs, and no more: %s',
  async (openid) => {
    const all = Object.entries(askedOf(marked)).flatMap(([key, inputs]) =>
      inputs.map((each) => [key as Key, each] as const),
    )
    const plain = (
      ['me', 'messages', 'family', 'claimable', 'claims', 'desk', 'myCertificates', 'myData'] as const
    ).map((key) => [key, {}] as const)
    const found = await foundBy(openid, [...plain, ...all])
    expect([...found.keys()].sort()).toEqual(mayFind(openid).sort())
  },
  60_000,
)

/** They have no answer in words, or would end what others ask about. */
const others = keys.filter((key) => seen[actions[key].name] && !['saveProfile', 'eraseMe'].includes(key))

test.each(['resident', 'leader', 'staff', 'farStaff', 'grid', 'power'] as const)(
  'and everything else that is done answers with nothing more: %s',
  async (openid) => {
    const asked = askedOf(marked)
    const all: (readonly [Key, object])[] = []
    for (const key of others.filter((each) => !asked[each])) all.push([key, await inputFor(county, key, openid)])
    const found = await foundBy(openid, all)
    const may = mayFind(openid)
    expect([...found].filter(([line]) => !may.includes(line))).toEqual([])
  },
  60_000,
)
