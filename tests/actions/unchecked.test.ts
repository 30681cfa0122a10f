// Words that WeChat did not look at are shown to nobody: the person hears so, and nothing of them was kept.
import type { FaultRule } from './cloud-process'
import { County, personIdOf } from './county'

let county: County

beforeAll(async () => {
  county = await new County().settle()
})

afterAll(() => county.end())
afterEach(() => county.faults([]))

const check = 'openapi security.msgSecCheck'

const silences: [string, FaultRule][] = [
  ['answers with an error', { on: check, do: 'error', code: -1 }],
  ['refuses too many requests', { on: check, do: 'error', code: 45009 }],
  ['takes the request and never answers', { on: check, do: 'drop' }],
  ['looks, and its answer is lost', { on: check, do: 'lose' }],
]

test.each(silences)(
  'when the check of texts %s, asking to join a team is not sent and can be repeated',
  async (_, rule) => {
    const id = { id: 'green', words: '周末有空' }
    await county.faults([rule])
    expect(await county.refusalOf('resident', 'apply', id)).toBe('content.unchecked')
    expect(await county.find('memberships', { personId: personIdOf('resident') })).toEqual([])
    expect((await county.one('teams', 'green')).applications).toBe(0)
  },
)

test('when it answers again, the same words go through', async () => {
  await county.faults([{ on: check, do: 'error', code: -1, times: 1 }])
  const words = { id: 'green', words: '周末有空' }
  expect(await county.refusalOf('resident', 'apply', words)).toBe('content.unchecked')
  expect(await county.refusalOf('resident', 'apply', words)).toBe('')
  expect(await county.find('memberships', { personId: personIdOf('resident') })).toHaveLength(1)
})
