// Every number in an answer is either counted as one of somebody, or in the list of those that are given out.
import { actions, type ActionName } from '../../cloudfunctions/core/contract'
import { numbersIn, numbersOf, withoutNumbers } from '../../cloudfunctions/core/domain/numbers'

interface Shape {
  entries?: Record<string, Shape>
  wrapped?: Shape
  item?: Shape
  value?: Shape
  options?: readonly (Shape | string)[]
}

/** Every path that an answer of this shape may have, `*` for each of a list. */
function pathsOf({ entries, wrapped, item, value, options }: Shape): string[] {
  if (wrapped) return pathsOf(wrapped)
  if (entries) return Object.entries(entries).flatMap(([name, inner]) => below(name, inner))
  const each = item ?? value
  if (each) return below('*', each)
  return (options ?? []).flatMap((option) => (typeof option === 'string' ? [] : pathsOf(option)))
}
const below = (name: string, shape: Shape): string[] => [name, ...pathsOf(shape).map((path) => `${name}.${path}`)]

const masked = { own: ['phone'], list: ['items.*.phone'] }
const ofContact = ['facts.contact.phone']
/** Numbers to be called by whoever reads them, of communities, teams, partners and contacts; and those that come masked. */
const givenOut: Readonly<Partial<Record<ActionName, readonly string[]>>> = {
  'people.me': ['communities.*.phone', ...masked.own],
  'people.save': ['communities.*.phone', ...masked.own],
  'activity.get': ['contact.phone'],
  'activity.edit': ['page.contact.phone'],
  'activity.form': ['form.contact.phone'],
  'place.list': ['items.*.phone'],
  'team.get': ['phone'],
  'family.list': masked.list,
  'family.save': masked.own,
  'family.accept': masked.own,
  'family.rights': ['item.phone'],
  'family.claims': masked.list,
  ...{ 'card.make': ofContact, 'card.open': ofContact, 'card.answer': ofContact, 'card.accept': ofContact },
  'case.matches': ['resources.*.phone'],
  'partner.list': ['items.*.phone'],
  'resource.list': ['items.*.phone'],
  'resource.save': ['phone'],
}

const all = Object.values(actions).map((action) => ({
  name: action.name,
  paths: [...new Set(pathsOf(action.output as unknown as Shape))],
}))

test.each(all)('every number that $name answers is counted, or given out', ({ name, paths }) => {
  const numbers = paths.filter((path) => /(^|\.)phone$/.test(path))
  expect([...(numbersIn[name] ?? []), ...(givenOut[name] ?? [])].sort()).toEqual(numbers.sort())
})

test('whatever is answered without numbers says for how long', () => {
  const counted = all.filter(({ name }) => numbersIn[name])
  expect(counted.length).toBeGreaterThan(10)
  expect(counted.filter(({ paths }) => !paths.includes('held'))).toEqual([])
})

test('an answer without its numbers has everything else', () => {
  const paths = ['contact.phone', 'items.*.phone', 'none.*.phone']
  const answer = { contact: { name: '甲', phone: '1' }, items: [{ phone: '2', age: 70 }, { phone: '' }], next: null }
  expect(numbersOf(paths, answer)).toEqual(['1', '2'])
  const left = {
    contact: { name: '甲', phone: '' },
    items: [{ phone: '', age: 70 }, { phone: '' }],
    next: null,
    held: 7,
  }
  expect(withoutNumbers(paths, answer, 7)).toEqual(left)
})
