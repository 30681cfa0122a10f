// Who sees how much of a case, and as what somebody stands before it.
import { begin } from '../../cloudfunctions/core/domain/case-flow'
import { seesMedicine, sightOf } from '../../cloudfunctions/core/domain/case-sight'
import type { CaseFacts } from '../../cloudfunctions/core/domain/case'
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

test('a neighbour is who is nothing else to it and has a name', () => {
  const kase = caseOf(forAll, { helpers: ['one'] })
  const neighbours = names.filter((name) => viewerOf(kase, name, forAll).parts.includes('neighbour'))
  expect(neighbours).toEqual(['two', 'follower', 'leading', 'joint', 'leader', 'stranger'])
  expect(cast.guest.hasProfile).toBe(false)
})
