// What the trail and the card say of where a case stands.
import { currentOf } from '../../src/packages/case/case/current-step'
import { standOf } from '../../src/parts/case/case-words'

const step = (move: string, state: 'asked' | 'open' | 'dispatched' | 'doing') => ({ move, state })

test('the step that is now is the one that brought the case where it stands, not a fact that came after', () => {
  const way = [step('begin', 'asked'), step('dispatch', 'dispatched')]
  expect(currentOf(way)).toBe(1)
  for (const move of ['joined', 'remind', 'say', 'look']) expect(currentOf([...way, step(move, 'dispatched')])).toBe(1)
  expect(currentOf([...way, step('accept', 'doing'), step('overdue', 'doing')])).toBe(2)
  expect(currentOf([...way, step('overdue', 'asked')])).toBe(2)
})

test('what is asked waits for whoever has it at its level', () => {
  const card = { state: 'asked', outcome: null, dueAt: null, isOverdue: false, stars: null, as: 'asker' } as const
  const word = (level: 'compound' | 'community' | 'county') =>
    standOf({ ...card, level, seats: null, project: null }, 0).word
  expect([word('compound'), word('community'), word('county')]).toEqual(['等网格员看', '等社区看', '等县里看'])
})
