// Who sees how much of a case, and as what somebody stands before it.
import { begin, mayDo } from '../../cloudfunctions/core/domain/case-flow'
import { knowsAsker, knowsHome, seesMedicine, sightOf } from '../../cloudfunctions/core/domain/case-sight'
import { isOutdoors, saysOpenly, whereOf, type CaseFacts } from '../../cloudfunctions/core/domain/case'
import { serviceOf } from '../../cloudfunctions/core/services/cases'
import { beginnings, cast, names, viewerOf, type Name, type Rules } from './case-cast'

const named = (id: string): Rules => {
  const rules = serviceOf(id)
  if (!rules) throw new Error(`no service ${id}`)
  return rules
}
const [forAll, atHome, sealed] = [named('whistle'), named('errand'), named('mediation')]

function caseOf(rules: Rules, more: Partial<CaseFacts> = {}): CaseFacts {
  const [, kase] = beginnings(rules)[0] ?? []
  if (!kase) throw new Error('it never began')
  return { ...kase, ...more }
}
const sights = (kase: CaseFacts, rules: Rules, who: readonly Name[]) => [
  ...new Set(who.map((name) => sightOf(kase, viewerOf(kase, name, rules), rules))),
]

describe('what everybody may see', () => {
  test('an open one is public to neighbours, and whole to who asked, the desks of the place and the unit', () => {
    const kase = caseOf(forAll, { unitIds: ['power'], helpers: ['one'] })
    expect(sights(kase, forAll, ['asker', 'keeper', 'leading', 'one', 'grid', 'staff'])).toEqual(['all'])
    expect(sights(kase, forAll, ['two', 'follower', 'stranger', 'guest', 'county', 'joint'])).toEqual(['public'])
  })

  test('one that was taken back or turned down is gone for all but those who had to do with it', () => {
    const kase = caseOf(forAll, { state: 'closed', outcome: 'declined' })
    expect(sights(kase, forAll, ['two', 'stranger', 'guest'])).toEqual(['none'])
    expect(sights(kase, forAll, ['follower'])).toEqual(['public'])
    expect(sights(kase, forAll, ['asker', 'staff'])).toEqual(['all'])
  })

  test('the county sees a case whole once it has climbed there', () => {
    expect(sights(caseOf(forAll, { level: 'county' }), forAll, ['county'])).toEqual(['all'])
  })
})

describe('what only helpers may see', () => {
  test('neighbours of the community see it while it waits for them, and nobody sees it afterwards', () => {
    expect(sights(caseOf(atHome), atHome, ['two', 'follower'])).toEqual(['public'])
    expect(sights(caseOf(atHome), atHome, ['stranger', 'guest'])).toEqual(['none'])
    const taken = caseOf(atHome, { state: 'doing', helpers: ['one', 'two'] })
    expect(sights(taken, atHome, ['follower', 'stranger', 'guest', 'joint'])).toEqual(['none'])
    expect(sights(taken, atHome, ['asker', 'one', 'two', 'grid', 'staff'])).toEqual(['all'])
  })

  test('the county sees a number of those that are not its own', () => {
    expect(sights(caseOf(atHome), atHome, ['county'])).toEqual(['outline'])
  })

  test('the picture of a prescription is for who asked and for who helps', () => {
    const kase = caseOf(atHome, { state: 'doing', helpers: ['one'], unitIds: ['power'] })
    const seeing = names.filter((name) => seesMedicine(viewerOf(kase, name, atHome)))
    expect(seeing).toEqual(['asker', 'keeper', 'one'])
  })
})

describe('what only its parties may see', () => {
  const kase = caseOf(sealed)

  test('who asked, the other side and the professional see it whole', () => {
    expect(sights(kase, sealed, ['asker', 'party', 'leading'])).toEqual(['all'])
  })

  test('the community and the county learn that there is one, and nobody else learns anything', () => {
    expect(sights(kase, sealed, ['staff', 'colleague', 'grid', 'county'])).toEqual(['outline'])
    expect(sights(kase, sealed, ['two', 'stranger', 'guest', 'joint'])).toEqual(['none'])
  })

  test('one that a worker wrote down for a caller is hers to answer for, and no colleague’s', () => {
    const [, called] = beginnings(sealed)[2] ?? []
    if (!called) throw new Error('it never began')
    expect(sights(called, sealed, ['staff'])).toEqual(['all'])
    expect(sights(called, sealed, ['colleague'])).toEqual(['outline'])
  })

  test('cannot begin without somebody who may look at it', () => {
    const { units: _, steps: __, ...known } = kase
    expect(() => begin({ ...known, units: [] }, sealed, kase.createdAt, 'key')).toThrow('needs a unit')
  })
})

describe('who comes', () => {
  test('knows the door and the number once all who come together are there', () => {
    const who = (kase: CaseFacts) => names.filter((name) => knowsHome(kase, viewerOf(kase, name, atHome)))
    const half = caseOf(atHome, { state: 'open', helpers: ['one'] })
    expect(names.filter((name) => !who(half).includes(name))).toEqual(['one'])
    expect(who({ ...half, state: 'doing', helpers: ['one', 'two'] })).toEqual(names)
  })

  test('does not know an asker who stays unnamed: her desk does', () => {
    const kase = caseOf(forAll, { state: 'doing', helpers: ['one'], unitIds: ['power'], isAnonymous: true })
    const knowing = names.filter((name) => knowsAsker(kase, viewerOf(kase, name, forAll), forAll))
    expect(knowing).toEqual(['asker', 'keeper', 'grid', 'staff', 'colleague'])
    expect(knowsAsker({ ...kase, isAnonymous: false }, viewerOf(kase, 'one', forAll), forAll)).toBe(true)
  })

  test('takes what is asked in her own community, and nothing that she gave back', () => {
    const kase = caseOf(atHome, { state: 'open' })
    const mayTake = (of: CaseFacts) =>
      names.filter((name) => mayDo(of, viewerOf(of, name, atHome), atHome, of.createdAt).includes('take'))
    expect(mayTake(kase)).toEqual(expect.arrayContaining(['one', 'two', 'follower', 'leader']))
    expect(mayTake(kase).filter((name) => ['asker', 'keeper', 'stranger', 'guest'].includes(name))).toEqual([])
    // Who looks after the compound lends a hand where she works.
    expect(mayTake({ ...kase, communityId: 'elsewhere' })).toEqual(['grid', 'stranger'])
    const [first] = kase.steps
    if (!first) throw new Error('it never began')
    const back = { ...first, turn: 2, move: 'giveBack', by: 'one', as: 'helper' } as const
    expect(mayTake({ ...kase, steps: [first, back] })).not.toContain('one')
  })

  test('of a team is whom it named, beside who leads it', () => {
    const unit = { id: 'team', kind: 'team', isLead: true, state: 'accepted', personId: 'two' } as const
    const kase = caseOf(forAll, { state: 'doing', units: [unit], unitIds: ['team'] })
    expect(names.filter((name) => viewerOf(kase, name, forAll).parts.includes('unit'))).toEqual(['two', 'leader'])
  })
})

test('what is about a home is no spot anybody may know, and what is said of it is not for all', () => {
  const wish = named('wish')
  const facts = wish.topics.map(({ id: topic }) => [
    topic,
    whereOf(wish, topic),
    isOutdoors(wish, { topic, isAnonymous: false }),
    saysOpenly(wish, topic),
  ])
  expect(facts.filter(([, where]) => where === 'home')).toEqual(
    ['thing', 'hand', 'learn', 'company'].map((topic) => [topic, 'home', false, false]),
  )
  expect(facts).toContainEqual(['around', 'spot', true, true])
  expect(isOutdoors(wish, { topic: 'around', isAnonymous: true })).toBe(false)
  expect(saysOpenly(atHome, 'food')).toBe(false)
})

test('a neighbour is who is nothing else to it and has a name', () => {
  const kase = caseOf(forAll, { helpers: ['one'] })
  const neighbours = names.filter((name) => viewerOf(kase, name, forAll).parts.includes('neighbour'))
  expect(neighbours).toEqual([
    ...['two', 'follower', 'leading', 'joint', 'leader'],
    ...['grid', 'staff', 'colleague', 'stranger'],
  ])
  expect(cast.guest.hasProfile).toBe(false)
})
