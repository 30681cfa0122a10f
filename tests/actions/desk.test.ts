import { County, day, formFor, hour, personIdOf } from './county'

const county = new County()
// At night WeChat would wait.
beforeAll(() => county.settle().then(() => county.goTo(12)), 60_000)
afterAll(() => county.end())

let made = 0
const newId = () => `d${++made}`
const risky = '快来赌博网站'

const drafted = async (changes = {}) =>
  (await county.ask('leader', 'saveDraft', { key: newId(), form: formFor(county.now(), changes) })).id

async function published(changes = {}): Promise<string> {
  const id = await drafted(changes)
  await county.ask('leader', 'publish', { id })
  return id
}

const listed = async () =>
  (await county.ask('resident', 'listActivities', { communityId: 'east', from: county.now() })).items.map(
    (each) => each.id,
  )

describe('a draft', () => {
  test('is kept once, however often it is saved, and again under its own id', async () => {
    const key = newId()
    const { id } = await county.ask('leader', 'saveDraft', { key, form: formFor(county.now()) })
    const again = await county.ask('leader', 'saveDraft', { key, form: formFor(county.now(), { title: '新名字' }) })
    const opened = await county.ask('leader', 'saveDraft', { key: id, form: formFor(county.now(), { capacity: 9 }) })
    expect([again.id, opened.id]).toEqual([id, id])
    expect(await county.one('activities', id)).toMatchObject({ capacity: 9, seatsLeft: 9, title: '一起扫扫咱们院' })
  })

  test('is seen by nobody but those who run its team', async () => {
    const id = await drafted()
    for (const stranger of ['resident', 'member', 'neighbour', 'county', 'farStaff']) {
      expect(await county.refusalOf(stranger, 'getActivity', { id })).toBe('access.gone')
    }
    expect((await county.ask('staff', 'getActivity', { id })).state).toBe('draft')
    expect(await listed()).not.toContain(id)
    expect((await county.ask('leader', 'desk', {})).drafts.map((each) => each.id)).toContain(id)
  })

  test('is thrown away once and for all; what is public cannot be', async () => {
    const id = await drafted()
    await county.ask('leader', 'discard', { id })
    expect(await county.find('audit', { about: id })).toMatchObject([{ action: 'activity.discard' }])
    expect(await county.refusalOf('leader', 'getForm', { id })).toBe('access.gone')
    expect(await county.refusalOf('leader', 'discard', { id: await published() })).toBe('activity.not_a_draft')
  })

  test('can no longer be saved once it is public', async () => {
    const key = newId()
    const { id } = await county.ask('leader', 'saveDraft', { key, form: formFor(county.now()) })
    await county.ask('leader', 'publish', { id })
    expect(await county.refusalOf('leader', 'saveDraft', { key, form: formFor(county.now()) })).toBe(
      'activity.not_a_draft',
    )
  })

  test('of another team cannot be taken over by its id', async () => {
    const id = await drafted()
    const form = formFor(county.now(), { teamId: 'blue' })
    expect(await county.refusalOf('neighbour', 'saveDraft', { key: id, form })).toBe('access.gone')
  })

  test('is refused when the team has twenty lying about', async () => {
    const form = formFor(county.now(), { teamId: 'blue' })
    for (let n = 0; n < 20; n++) await county.ask('neighbour', 'saveDraft', { key: `many${n}`, form })
    expect(await county.refusalOf('neighbour', 'saveDraft', { key: 'one-more', form })).toBe('activity.too_many_drafts')
    expect(await county.refusalOf('neighbour', 'saveDraft', { key: 'many3', form })).toBe('')
  })
})

describe('publishing', () => {
  test('puts an activity on the list and on its day, and twice is once', async () => {
    const id = await drafted()
    await county.ask('leader', 'publish', { id })
    await county.ask('leader', 'publish', { id })
    expect((await listed()).filter((each) => each === id)).toEqual([id])
    const { week } = await county.ask('resident', 'listActivities', {
      communityId: null,
      from: county.now(),
      week: true,
    })
    expect(week).toHaveLength(7)
    expect(week[2]?.byColour.green).toBeGreaterThan(0)
    const tallies = await county.find('tallies', { 'ids.green': id })
    expect(tallies.map((tally) => tally.scope).sort()).toEqual(['county', 'east'])
    expect(tallies.flatMap((tally) => tally.ids.green ?? []).filter((each) => each === id)).toHaveLength(2)
  })

  test.each([
    ['what would start in the past', { startsAt: 1, endsAt: 4e12, cancelBy: 1 }, 'activity.starts_in_past'],
    ['what would end before it starts', { endsAt: 5 }, 'activity.ends_before_start'],
    ['a deadline after the end', { closesAt: 4e12 }, 'activity.closes_after_end'],
    ['an opening after the deadline', { opensAt: 4e12 }, 'activity.opens_after_close'],
    ['words that WeChat does not let pass', { intro: risky }, 'content.risky'],
    ['such words in what to bring', { bring: [risky] }, 'content.risky'],
    [
      'such words in the place',
      { place: { id: null, name: risky, address: '', latitude: null, longitude: null } },
      'content.risky',
    ],
  ])('refuses %s, and nothing is published', async (_, change, code) => {
    const id = await drafted(change)
    expect(await county.refusalOf('leader', 'publish', { id })).toBe(code)
    expect((await county.one('activities', id)).state).toBe('draft')
  })
})

describe('a moment beyond any plan', () => {
  test('is no time at all', async () => {
    const form = formFor(county.now(), { endsAt: 9e15 })
    expect(await county.refusalOf('leader', 'saveDraft', { key: newId(), form })).toBe('bad_input')
  })
})

describe('copying last time’s', () => {
  test('brings the form as it was published', async () => {
    const form = formFor(county.now(), { title: '再来一次', template: 'clean-up' })
    const { id } = await county.ask('leader', 'saveDraft', { key: newId(), form })
    await county.ask('leader', 'publish', { id })
    expect(await county.ask('leader', 'getForm', { id })).toEqual({ form, state: 'published', revision: 1 })
  })
})

describe('editing', () => {
  async function withTwo(changes = {}) {
    const id = await published(changes)
    await county.ask('resident', 'join', { id })
    await county.ask('member', 'join', { id })
    return { id, ...(await county.ask('leader', 'getForm', { id })) }
  }

  test('tells those who are in what changed, once, and their rows follow the new time', async () => {
    const { id, form, revision } = await withTwo()
    await county.allow('resident', ['changed'])
    const moved = { ...form, startsAt: form.startsAt + day, endsAt: form.endsAt + day }
    const edited = await county.ask('leader', 'edit', { id, revision, form: moved })
    expect(edited).toMatchObject({ changed: ['startsAt', 'endsAt'], told: 2 })
    expect(await county.ask('leader', 'edit', { id, revision, form: moved })).toMatchObject({ told: 2 })
    const about = (await county.ask('resident', 'messages', {})).items.filter((each) => each.page.endsWith(id))
    expect(about).toMatchObject([{ kind: 'changed', title: '「一起扫扫咱们院」改了时间' }])
    expect((await county.received('resident')).at(-1)).toMatchObject({
      page: `packages/activity/pages/detail/index?id=${id}`,
      data: { thing4: '改了时间' },
    })
    expect(await county.one('signups', `${id}_${personIdOf('member')}`)).toMatchObject({ startsAt: moved.startsAt })
    expect(await county.find('tasks', { activityId: id })).toEqual([])
  })

  test('moves it to its new day', async () => {
    const { id, form, revision } = await withTwo()
    const moved = { ...form, startsAt: form.startsAt + day, endsAt: form.endsAt + day }
    await county.ask('leader', 'edit', { id, revision, form: moved })
    const days = (await county.find('tallies', { 'ids.green': id })).map((tally) => tally.day)
    expect(new Set(days).size).toBe(1)
  })

  test('asks those who can no longer cancel to call', async () => {
    const { id, form, revision } = await withTwo({ cancelBy: county.now() - day })
    await county.ask('leader', 'edit', { id, revision, form: { ...form, endsAt: form.endsAt + hour } })
    const [told] = (await county.ask('resident', 'messages', {})).items.filter((each) => each.page.endsWith(id))
    expect(told?.body).toContain('请打给队长：0555-7654321')
    expect(told?.body).not.toContain('请取消')
  })

  test('tells nobody of other words about it', async () => {
    const { id, form, revision } = await withTwo()
    const edited = await county.ask('leader', 'edit', { id, revision, form: { ...form, intro: '带水' } })
    expect(edited).toMatchObject({ changed: ['intro'], told: 0 })
  })

  test('names what to bring now, and asks nobody to cancel for it', async () => {
    const { id, form, revision } = await withTwo()
    const edited = await county.ask('leader', 'edit', { id, revision, form: { ...form, bring: ['水', '帽子'] } })
    expect(edited).toMatchObject({ changed: ['bring'], told: 2 })
    const [told] = (await county.ask('resident', 'messages', {})).items.filter((each) => each.page.endsWith(id))
    expect(told?.title).toContain('改了要带的东西')
    expect(told?.body).toContain('现在要带：水、帽子。')
    expect(told?.body).not.toMatch(/取消|明天/)
  })

  test('tells nobody of more seats, and the line moves into them', async () => {
    const { id, form, revision } = await withTwo({ capacity: 1 })
    const edited = await county.ask('leader', 'edit', { id, revision, form: { ...form, capacity: 5 } })
    expect(edited).toMatchObject({ changed: ['capacity'], told: 0, page: { taken: 2, seatsLeft: 3, waiting: 0 } })
    expect((await county.ask('member', 'getActivity', { id })).mine?.state).toBe('in')
  })

  test('to fewer seats takes nobody’s seat', async () => {
    const { id, form, revision } = await withTwo({ capacity: 2 })
    const edited = await county.ask('leader', 'edit', { id, revision, form: { ...form, capacity: 1 } })
    expect(edited.page).toMatchObject({ taken: 2, seatsLeft: 0, capacity: 1 })
    expect((await county.ask('leader', 'join', { id })).mine).toMatchObject({ state: 'waiting', position: 1 })
    await county.ask('resident', 'leave', { id })
    expect((await county.ask('leader', 'getActivity', { id })).mine?.state).toBe('waiting')
    await county.ask('member', 'leave', { id })
    expect((await county.ask('leader', 'getActivity', { id })).mine?.state).toBe('in')
  })

  test('to no limit and back again keeps the seats right', async () => {
    const { id, form, revision } = await withTwo({ capacity: 1 })
    await county.ask('leader', 'edit', { id, revision, form: { ...form, capacity: null } })
    expect(await county.one('activities', id)).toMatchObject({ capacity: null, seatsLeft: 4998, taken: 2 })
    await county.ask('leader', 'edit', { id, revision: revision + 1, form: { ...form, capacity: 4 } })
    expect(await county.one('activities', id)).toMatchObject({ capacity: 4, seatsLeft: 2, taken: 2 })
  })

  test('is refused when somebody else changed it meanwhile', async () => {
    const { id, form, revision } = await withTwo()
    await county.ask('staff', 'edit', { id, revision, form: { ...form, title: '早一点扫院子' } })
    const late = { id, revision, form: { ...form, title: '晚一点扫院子' } }
    expect(await county.refusalOf('leader', 'edit', late)).toBe('activity.changed_meanwhile')
  })

  test('with nothing changed tells nobody', async () => {
    const { id, form, revision } = await withTwo()
    expect(await county.ask('leader', 'edit', { id, revision, form })).toMatchObject({ changed: [], told: 0 })
  })

  test('cannot give it to another team', async () => {
    const { id, form, revision } = await withTwo()
    const input = { id, revision, form: { ...form, teamId: 'blue' } }
    expect(await county.refusalOf('staff', 'edit', input)).toBe('access.denied')
  })

  test('is noted with the changed fields and no words of anybody', async () => {
    const { id, form, revision } = await withTwo()
    await county.ask('leader', 'edit', { id, revision, form: { ...form, title: '改名' } })
    const notes = await county.find('audit', { about: id, action: 'activity.edit' })
    expect(notes).toMatchObject([{ by: personIdOf('leader'), changed: ['title'] }])
    expect(JSON.stringify(notes)).not.toContain('改名')
  })

  test('is checked like everything that others read', async () => {
    const { id, form, revision } = await withTwo()
    expect(await county.refusalOf('leader', 'edit', { id, revision, form: { ...form, intro: risky } })).toBe(
      'content.risky',
    )
  })
})

describe('closing', () => {
  test('ends sign-up early and opens it again', async () => {
    const id = await published()
    expect(await county.ask('leader', 'close', { id, closed: true })).toEqual({ state: 'closed' })
    expect(await county.refusalOf('resident', 'join', { id })).toBe('activity.closed')
    expect(await county.ask('leader', 'close', { id, closed: false })).toEqual({ state: 'published' })
    expect(await county.refusalOf('resident', 'join', { id })).toBe('')
  })

  test('keeps the line moving', async () => {
    const id = await published({ capacity: 1 })
    await county.ask('resident', 'join', { id })
    await county.ask('member', 'join', { id })
    await county.ask('leader', 'close', { id, closed: true })
    await county.ask('resident', 'leave', { id })
    expect((await county.ask('member', 'getActivity', { id })).mine?.state).toBe('in')
  })
})

describe('calling off', () => {
  test('tells everyone who is in or waiting, with the reason, once', async () => {
    const id = await published({ capacity: 1 })
    await county.ask('resident', 'join', { id })
    await county.ask('member', 'join', { id })
    expect(await county.ask('leader', 'cancel', { id, reason: '东院抢修水管' })).toEqual({ told: 2 })
    expect(await county.ask('leader', 'cancel', { id, reason: '东院抢修水管' })).toEqual({ told: 2 })
    for (const person of ['resident', 'member']) {
      const told = (await county.ask(person, 'messages', {})).items.filter((each) => each.page.endsWith(id))
      expect(told).toHaveLength(1)
      expect(told[0]?.body).toContain('东院抢修水管')
    }
    expect(await county.refusalOf('leader', 'join', { id })).toBe('activity.called_off')
    expect(await county.find('tallies', { 'ids.green': id })).toEqual([])
  })

  test('tells hundreds, the timer going on where the call stopped', async () => {
    const crowd = Array.from({ length: 130 }, (_, n) => `crowd${n}`)
    await county.residents(crowd)
    const id = newId()
    const holders = crowd.map(personIdOf)
    await county.activity(id, { capacity: null, holders, taken: 130, seatsLeft: 4870 })
    expect(await county.ask('leader', 'cancel', { id, reason: '下雨' })).toEqual({ told: 130 })
    const toldSoFar = async () =>
      (await county.find('messages', { kind: 'cancelled', title: { $exists: true } })).filter((message) =>
        message.page.endsWith(id),
      )
    expect(await toldSoFar()).toHaveLength(50)
    await county.mend()
    expect(new Set((await toldSoFar()).map((message) => message.personId)).size).toBe(130)
    expect(await county.find('tasks', { activityId: id })).toEqual([])
  })

  test('is refused when it is over', async () => {
    const { _id: id } = await county.activity(newId(), { startsAt: 1, endsAt: 2 })
    expect(await county.refusalOf('leader', 'cancel', { id, reason: '算了' })).toBe('activity.over')
  })
})
