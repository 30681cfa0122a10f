import { County, formFor, personIdOf } from './county'

const county = new County()
beforeAll(() => county.settle(), 60_000)
afterAll(() => county.end())

let made = 0
async function newcomer(): Promise<string> {
  const name = `new${++made}`
  await county.residents([name])
  return name
}
const standing = async (openid: string) => (await county.ask(openid, 'getTeam', { id: 'green' })).mine

describe('a team', () => {
  test('is shown with its colour in its community; the county shows sums only', async () => {
    const east = await county.ask('resident', 'listTeams', { communityId: 'east' })
    expect(east.colours.find((each) => each.colour === 'green')?.teams).toMatchObject([{ id: 'green', mine: 'none' }])
    const all = await county.ask('resident', 'listTeams', { communityId: null })
    expect(all.colours.map((each) => each.teams.length)).toEqual([0, 0, 0, 0, 0, 0, 0])
  })

  test('takes an application once, and its leader sees it', async () => {
    const openid = await newcomer()
    await county.ask(openid, 'apply', { id: 'green', words: '周末有空' })
    await county.ask(openid, 'apply', { id: 'green', words: '周末有空' })
    expect(await standing(openid)).toBe('applied')
    const { items } = await county.ask('leader', 'members', { id: 'green', which: 'applied' })
    expect(items.filter((row) => row.name === openid)).toMatchObject([{ words: '周末有空', phone: '13800001234' }])
    expect((await county.ask('leader', 'getTeam', { id: 'green' })).applications).toBe(items.length)
    expect((await county.ask('resident', 'getTeam', { id: 'green' })).applications).toBe(0)
  })

  test('accepts once, and the new member is told', async () => {
    const openid = await newcomer()
    const before = (await county.ask('leader', 'getTeam', { id: 'green' })).members
    await county.ask(openid, 'apply', { id: 'green', words: '' })
    const decision = { id: 'green', personId: personIdOf(openid), accept: true }
    await county.ask('leader', 'decide', decision)
    await county.ask('leader', 'decide', decision)
    expect(await standing(openid)).toBe('member')
    expect((await county.ask('leader', 'getTeam', { id: 'green' })).members).toBe(before + 1)
    expect((await county.ask(openid, 'messages', {})).items).toMatchObject([{ kind: 'accepted' }])
    expect((await county.ask(openid, 'me', {})).memberOf).toMatchObject([{ id: 'green' }])
    expect(await county.refusalOf(openid, 'apply', { id: 'green' })).toBe('team.already_member')
  })

  test('declines kindly, and she may apply again', async () => {
    const openid = await newcomer()
    await county.ask(openid, 'apply', { id: 'green', words: '' })
    await county.ask('leader', 'decide', { id: 'green', personId: personIdOf(openid), accept: false })
    expect(await standing(openid)).toBe('none')
    expect((await county.ask(openid, 'messages', {})).items[0]?.body).toContain('0555-7654321')
    expect((await county.ask(openid, 'apply', { id: 'green' })).mine).toBe('applied')
  })

  test('decides once, even when two decide at the same moment, and tells only that', async () => {
    for (const openid of [await newcomer(), await newcomer(), await newcomer()]) {
      await county.ask(openid, 'apply', { id: 'green', words: '' })
      const personId = personIdOf(openid)
      const refused = await Promise.all([
        county.refusalOf('leader', 'decide', { id: 'green', personId, accept: true }),
        county.refusalOf('staff', 'decide', { id: 'green', personId, accept: false }),
      ])
      expect(refused.sort()).toEqual(['', 'team.not_applied'])
      const { state } = await county.one('memberships', `green_${personId}`)
      const told = (await county.ask(openid, 'messages', {})).items.map((each) => each.kind)
      expect(told).toEqual([state === 'member' ? 'accepted' : 'declined'])
    }
  })

  test('without a number sends nobody to one', async () => {
    const openid = await newcomer()
    await county.set('teams', 'far', { phone: '' })
    await county.ask(openid, 'apply', { id: 'far', words: '' })
    await county.ask('stranger', 'decide', { id: 'far', personId: personIdOf(openid), accept: false })
    expect((await county.ask(openid, 'messages', {})).items).toMatchObject([{ body: '想问问原因，可以问问队长。' }])
  })

  test('shows what it did this year, and nothing of last year', async () => {
    const doneOf = async () => (await county.ask('resident', 'getTeam', { id: 'far' })).done
    const year = county.year()
    await county.set('teams', 'far', { done: { activities: 4, people: 9, year } })
    expect(await doneOf()).toEqual({ activities: 4, people: 9 })
    await county.set('teams', 'far', { done: { activities: 4, people: 9, year: year - 1 } })
    expect(await doneOf()).toEqual({ activities: 0, people: 0 })
  })

  test('notes every change of its words, a change back too', async () => {
    const form = { id: 'blue', name: '平安巡逻队', phone: '0555-7654321' }
    for (const intro of ['巡夜', '', '巡夜']) await county.ask('neighbour', 'editTeam', { ...form, intro })
    const notes = await county.find('audit', { about: 'blue', action: 'team.edit' })
    expect(notes.map((each) => each.changed)).toEqual([['intro'], ['intro'], ['intro']])
  })

  test.each([1, 2])('has its note of a change that a crash cut after %i writes, once', async (writes) => {
    const form = { id: 'far', name: '新桥志愿队', intro: `第${writes}回`, phone: '' }
    await expect(county.call('stranger', 'editTeam', form, writes)).rejects.toThrow()
    await county.ask('stranger', 'editTeam', form)
    expect((await county.one('teams', 'far')).intro).toBe(form.intro)
    expect(await county.find('audit', { about: 'far', action: 'team.edit' })).toHaveLength(writes)
  })

  test('has no decision to make about whoever did not apply', async () => {
    const personId = personIdOf(await newcomer())
    expect(await county.refusalOf('leader', 'decide', { id: 'green', personId, accept: true })).toBe('team.not_applied')
    expect(await county.refusalOf('leader', 'dismiss', { id: 'green', personId })).toBe('team.not_applied')
  })

  test('is left by a member, and by nobody twice', async () => {
    await county.ask('member', 'withdraw', { id: 'green' })
    await county.ask('member', 'withdraw', { id: 'green' })
    expect(await standing('member')).toBe('none')
  })

  test('keeps its last leader', async () => {
    expect(await county.refusalOf('leader', 'withdraw', { id: 'green' })).toBe('team.last_leader')
    await county.set('teams', 'green', { leaderIds: [personIdOf('leader'), personIdOf('staff')] })
    await county.ask('staff', 'withdraw', { id: 'green' })
    expect(await county.one('teams', 'green')).toMatchObject({
      leaderIds: [personIdOf('leader')],
      leaderName: 'leader',
    })
  })

  test('takes its new name into its coming activities', async () => {
    const { _id: id } = await county.activity('renamed')
    const form = { id: 'green', name: '新叶志愿队', intro: '扫院子', phone: '0555-1112222' }
    await county.ask('leader', 'editTeam', form)
    expect((await county.ask('resident', 'getActivity', { id })).teamName).toBe('新叶志愿队')
    const input = { communityId: null, from: county.now(), search: '新叶' }
    expect((await county.ask('resident', 'listActivities', input)).items).toMatchObject([{ id }])
    expect(await county.refusalOf('leader', 'editTeam', { ...form, intro: '赌博网站' })).toBe('content.risky')
  })

  test('takes its new name into a draft that is older, once it is public', async () => {
    const draft = { key: 'older', form: formFor(county.now()) }
    const { id } = await county.ask('leader', 'saveDraft', draft)
    await county.ask('leader', 'editTeam', { id: 'green', name: '嫩芽志愿队', intro: '', phone: '' })
    await county.ask('leader', 'publish', { id })
    expect((await county.ask('resident', 'getActivity', { id })).teamName).toBe('嫩芽志愿队')
    const input = { communityId: null, from: county.now(), search: '嫩芽' }
    expect((await county.ask('resident', 'listActivities', input)).items.map((each) => each.id)).toContain(id)
  })
})
