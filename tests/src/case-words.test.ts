// What the page of a case promises, and what it calls each fact.
import { afterWords } from '../../src/packages/case/case/due-card-words'
import { stepTitle } from '../../src/packages/case/case/step-words'

const due = { level: 'community', owner: '柳湾调解室', as: 'asker', isOverdue: false } as const

test('of what only its parties see, nothing is promised that would break the seal', () => {
  const states = ['dispatched', 'doing', 'waiting', 'resolved'] as const
  const said = states.flatMap((state) =>
    [false, true].map((isOverdue) => afterWords({ ...due, state, isOverdue }, true)),
  )
  expect(said.filter((words) => /社区会来问|县里|上一级/.test(words))).toEqual([])
  expect(afterWords({ ...due, state: 'resolved' }, true)).toBe('到时没有说还没好，就算办好了')
  expect(afterWords({ ...due, state: 'resolved' })).toBe('到时没有回话，社区会来问')
})

test('what ended by silence is called after how it ended', () => {
  expect(stepTitle({ move: 'lapse', state: 'closed', outcome: 'done' })).toBe('没有说还没好，算办好了')
  expect(stepTitle({ move: 'lapse', state: 'closed', outcome: 'unanswered' })).toBe('没等到回话，先放下')
  expect(stepTitle({ move: 'overdue', state: 'dispatched' })).toBe('没有等到答复，换了一位')
  expect(stepTitle({ move: 'overdue', state: 'closed', outcome: 'declined' })).toBe('一直没有人接')
  expect(stepTitle({ move: 'overdue', state: 'asked' })).toBe('过了时间，往上报')
})
