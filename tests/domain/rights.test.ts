import { allActions } from '../../cloudfunctions/core/contract'
import { rightOf, rights, runs } from '../../cloudfunctions/core/domain/rights'

describe('the table of rights', () => {
  test('names every action of the contract, and no other', () => {
    expect(Object.keys(rights).sort()).toEqual(allActions.map((action) => action.name).sort())
  })

  test('an action that is not in it is nobody’s', () => {
    expect(rightOf('activity.forge')).toBeUndefined()
  })

  test('whatever shows phone numbers or changes what others see belongs to the desk', () => {
    const desk = Object.entries(rights).flatMap(([name, right]) => (right.may === 'desk' ? [name] : []))
    expect(desk).toEqual(
      expect.arrayContaining(['activity.roster', 'team.members', 'activity.edit', 'activity.cancel']),
    )
  })

  test.each([
    ['its leader', { _id: 'a', staffOf: [] }, true],
    ['a worker of its community', { _id: 'b', staffOf: ['east'] }, true],
    ['a worker of another community', { _id: 'b', staffOf: ['west'] }, false],
    ['a resident', { _id: 'b', staffOf: [] }, false],
  ])('a team is run by %s: %#', (_, person, does) => {
    expect(runs(person, { leaderIds: ['a'], communityId: 'east' })).toBe(does)
  })
})
