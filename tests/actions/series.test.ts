// A weekly class as its leader and its people meet it: on the genuine SDK and a local cloud.
import type { ActivityForm, SeriesRule } from '../../cloudfunctions/core/contract'
import { dayOf, startOfDay } from '../../cloudfunctions/core/domain/times'
import { County, day, formFor, hour, personIdOf } from './county'

const county = new County()
beforeAll(() => county.settle(), 60_000)
afterAll(() => county.end())

let made = 0
/** Every seventh day from the day after tomorrow on, so many times; at nine in the morning. */
function weekly(times: number, changes: Partial<ActivityForm> = {}): { form: ActivityForm; rule: SeriesRule } {
  const first = startOfDay(county.now()) + 2 * day
  const startsAt = first + 9 * hour
  const form = formFor(county.now(), {
    title: '四点半课堂',
    ...{ startsAt, endsAt: startsAt + hour, closesAt: startsAt, cancelBy: startsAt - hour },
    ...changes,
  })
  const weekday = ((new Date(startsAt + 8 * hour).getUTCDay() + 6) % 7) + 1
  const rule = { weekdays: [weekday], from: dayOf(first), to: dayOf(first + (times - 1) * 7 * day), skip: [] }
  return { form, rule }
}
const make = async (times: number, changes: Partial<ActivityForm> = {}) => {
  const given = weekly(times, changes)
  const { id } = await county.ask('leader', 'createSeries', { key: `s${++made}`, ...given })
  return { id, ...given }
}
const meetingsOf = async (id: string) => {
  const found = await county.find('activities', { seriesId: id })
  return found.sort((a, b) => a.startsAt - b.startsAt)
}
const live = async (id: string) => (await meetingsOf(id)).filter(({ state }) => state === 'published')
const moved = (form: ActivityForm, by: number): ActivityForm => ({
  ...form,
  startsAt: form.startsAt + by,
  endsAt: form.endsAt + by,
  closesAt: form.closesAt + by,
  cancelBy: form.cancelBy + by,
})
const longer = (form: ActivityForm, rule: SeriesRule, weeks: number): SeriesRule => ({
  ...rule,
  to: dayOf(form.startsAt + weeks * 7 * day),
})
/** A child whom somebody keeps; her id. */
async function childOf(openid: string, born: string): Promise<string> {
  const child = { id: null, key: `c${++made}`, name: '何小乐', called: '乐乐', kind: 'child', born } as const
  return (await county.ask(openid, 'saveDependent', { ...child, phone: '', consent: true })).id
}

describe('a series', () => {
  test('is made of one activity for each day of its rule, and only once', async () => {
    const { form, rule } = weekly(4)
    const skip = [dayOf(form.startsAt + 7 * day)]
    const input = { key: `s${++made}`, form, rule: { ...rule, skip } }
    const first = await county.ask('leader', 'createSeries', input)
    expect(first.meetings).toBe(3)
    expect(await county.ask('leader', 'createSeries', input)).toEqual(first)
    const meetings = await meetingsOf(first.id)
    expect(meetings.map(({ startsAt }) => (startsAt - form.startsAt) / day)).toEqual([0, 14, 21])
    expect(meetings.map(({ meeting, state, isChanged }) => [meeting, state, isChanged])).toEqual([
      [1, 'published', false],
      [2, 'published', false],
      [3, 'published', false],
    ])
    for (const { _id, startsAt } of meetings) {
      const tally = await county.one('tallies', `county_${dayOf(startsAt)}`)
      expect(tally.ids.green?.filter((each) => each === _id)).toEqual([_id])
    }
    const seen = await county.ask('resident', 'getSeries', { id: first.id })
    expect(seen).toMatchObject({ title: '四点半课堂', canManage: false, regulars: [], revision: 1 })
    expect(seen.items).toHaveLength(3)
  })

  test('is refused with what is wrong with it', async () => {
    const { form, rule } = weekly(3)
    const create = (changes: object) =>
      county.refusalOf('leader', 'createSeries', { key: 'no', form, rule, ...changes })
    expect(await create({ rule: { ...rule, skip: [rule.from], to: rule.from } })).toBe('series.no_meeting')
    expect(await create({ rule: { ...rule, weekdays: [1, 2, 3, 4, 5, 6, 7], to: '2099-12-31' } })).toBe(
      'series.too_many',
    )
    expect(await create({ form: { ...form, endsAt: form.startsAt } })).toBe('activity.ends_before_start')
    const past = dayOf(county.now() - 30 * day)
    expect(await create({ rule: { ...rule, from: past } })).toBe('activity.starts_in_past')
    expect(await county.refusalOf('resident', 'createSeries', { key: 'no', form, rule })).toBe('access.denied')
  })

  test('cut off after any of its first writes and repeated, it is whole', async () => {
    for (const cut of [1, 2, 3, 5, 8, 11]) {
      const { form, rule } = weekly(3)
      const input = { key: `s${++made}`, form, rule }
      await expect(county.call('leader', 'createSeries', input, cut)).rejects.toThrow()
      const { id } = await county.ask('leader', 'createSeries', input)
      expect([cut, (await meetingsOf(id)).map(({ state }) => state)]).toEqual([
        cut,
        ['published', 'published', 'published'],
      ])
      expect(await county.find('tasks', { activityId: id })).toEqual([])
    }
  }, 60_000)

  test('cut off and never repeated, the timer finishes it', async () => {
    const { form, rule } = weekly(3)
    await expect(county.call('leader', 'createSeries', { key: `s${++made}`, form, rule }, 3)).rejects.toThrow()
    await county.advance(60_000)
    await county.round()
    const [series] = await county.find('series', { createdAt: { $gt: county.now() - 2 * 60_000 } })
    expect(await live(series?._id ?? '')).toHaveLength(3)
  })
})

describe('signing up', () => {
  test('for some meetings takes a seat in those, for all makes her a regular', async () => {
    const { id } = await make(3)
    const [first, , last] = await meetingsOf(id)
    const some = await county.ask('resident', 'joinSeries', { id, meetings: [first?._id ?? ''] })
    expect(some.items.map(({ activityId, mine }) => [activityId, mine?.state])).toEqual([[first?._id, 'in']])
    expect((await county.one('series', id)).regulars).toEqual([])
    const all = await county.ask('member', 'joinSeries', { id, meetings: null })
    expect(all.items.map(({ mine, refused }) => [mine?.state, refused])).toEqual(Array(3).fill(['in', '']))
    for (let n = 0; n < 2; n++) await county.ask('member', 'joinSeries', { id, meetings: null })
    expect((await county.one('series', id)).regulars).toEqual([personIdOf('member')])
    expect((await county.one('activities', last?._id ?? '')).holders).toEqual([personIdOf('member')])
    expect((await county.ask('member', 'getSeries', { id })).regulars).toEqual([personIdOf('member')])
    expect((await county.ask('resident', 'getSeries', { id })).regulars).toEqual([])
  })

  test('a regular skips one week and keeps the others; leaving the series gives back what can be', async () => {
    const { id } = await make(3)
    await county.ask('member', 'joinSeries', { id, meetings: null })
    const [first, second, third] = await meetingsOf(id)
    await county.ask('member', 'leave', { id: second?._id ?? '' })
    expect((await county.one('series', id)).regulars).toEqual([personIdOf('member')])
    expect((await county.one('activities', third?._id ?? '')).holders).toEqual([personIdOf('member')])
    await county.set('activities', first?._id ?? '', { cancelBy: county.now() - 1 })
    expect(await county.ask('member', 'leaveSeries', { id })).toEqual({ left: 1, kept: 1 })
    expect(await county.ask('member', 'leaveSeries', { id })).toEqual({ left: 0, kept: 1 })
    expect((await county.one('series', id)).regulars).toEqual([])
    expect((await county.one('activities', third?._id ?? '')).holders).toEqual([])
  })

  test('a family leaves each meeting in one go, and who may not go any more keeps nobody else', async () => {
    const { id } = await make(2, { capacity: 2 })
    const child = await childOf('neighbour', '2018-05')
    const people = [personIdOf('neighbour'), child]
    const join = () => county.ask('neighbour', 'joinSeries', { id, people, meetings: null, guardian: true })
    const leave = (some: string[]) => county.call('neighbour', 'leaveSeries', { id, people: some })
    await county.ask('neighbour', 'joinSeries', { id, people: [child], meetings: null, guardian: true })
    const alone = await leave([child])
    await join()
    const together = await leave(people)
    expect(together).toMatchObject({ ok: true, data: { left: 4, kept: 0 } })
    expect(together.stats.requests).toBeLessThan(1.5 * alone.stats.requests)
    const [first] = await meetingsOf(id)
    await county.ask('resident', 'join', { id: first?._id ?? '' })
    await county.ask('neighbour', 'join', { id: first?._id ?? '', people: [child], guardian: true })
    await county.ask('neighbour', 'join', { id: first?._id ?? '' })
    await county.set('activities', first?._id ?? '', { cancelBy: county.now() - 1 })
    expect(await leave(people)).toMatchObject({ data: { left: 1, kept: 1 } })
  })

  test('a child comes with her guardian’s yes, and nobody signs up whom she does not keep', async () => {
    const { id } = await make(2)
    const child = await childOf('neighbour', '2018-05')
    const input = { id, people: [child], meetings: null }
    expect(await county.refusalOf('neighbour', 'joinSeries', input)).toBe('activity.guardian_needed')
    expect(await county.refusalOf('resident', 'joinSeries', { ...input, guardian: true })).toBe('family.not_yours')
    const { items } = await county.ask('neighbour', 'joinSeries', { ...input, guardian: true })
    expect(items.map(({ mine }) => mine?.state)).toEqual(['in', 'in'])
    expect((await live(id)).map(({ holders }) => holders)).toEqual([[child], [child]])
    expect((await county.one('series', id)).regulars).toEqual([child])
  })

  test('what each meeting asks is answered once for all of them', async () => {
    const question = { id: 'q', kind: 'text' as const, label: '谁来接', options: [] as string[], required: true }
    const { id } = await make(2, { questions: [question] })
    expect((await county.ask('resident', 'getSeries', { id })).questions).toEqual([question])
    const bare = await county.ask('resident', 'joinSeries', { id, meetings: null })
    expect(bare.items.map(({ refused }) => refused)).toEqual(Array(2).fill('activity.answers_missing'))
    const answers = [{ personId: personIdOf('resident'), values: { q: '奶奶' } }]
    const { items } = await county.ask('resident', 'joinSeries', { id, meetings: null, answers })
    expect(items.map(({ mine }) => mine?.state)).toEqual(['in', 'in'])
  })

  test('who may not come to any of them is no regular, and is not in the meetings that are made later', async () => {
    const { id, form, rule } = await make(2, { audience: 'community' })
    const { items } = await county.ask('stranger', 'joinSeries', { id, meetings: null })
    expect(items.map(({ refused }) => refused)).toEqual(Array(2).fill('activity.community_only'))
    expect((await county.one('series', id)).regulars).toEqual([])
    const longer = { ...rule, to: dayOf(form.startsAt + 14 * day) }
    await county.ask('leader', 'editSeries', { id, revision: 1, from: county.now(), form, rule: longer })
    expect((await live(id)).map(({ holders }) => holders)).toEqual([[], [], []])
  })

  test('a meeting that refuses her says why beside those that do not', async () => {
    const { id } = await make(2)
    const [first] = await meetingsOf(id)
    await county.ask('leader', 'close', { id: first?._id ?? '', closed: true })
    const { items } = await county.ask('resident', 'joinSeries', { id, meetings: null })
    expect(items.map(({ mine, refused }) => [mine?.state ?? null, refused])).toEqual([
      [null, 'activity.closed'],
      ['in', ''],
    ])
  })
})

describe('a change in the middle', () => {
  test('moves the meetings that follow with their people, keeps past and changed ones, tells each once', async () => {
    const { id, form, rule } = await make(5)
    const meetings = await meetingsOf(id)
    const ids = meetings.map(({ _id }) => _id)
    await county.ask('member', 'joinSeries', { id, meetings: null })
    await county.ask('resident', 'joinSeries', { id, meetings: [ids[2] ?? '', ids[4] ?? ''] })
    const own = await county.ask('leader', 'getForm', { id: ids[3] ?? '' })
    await county.ask('leader', 'edit', {
      id: ids[3] ?? '',
      revision: own.revision,
      form: { ...own.form, title: '参观' },
    })
    const from = meetings[1]?.startsAt ?? 0
    // A day later, an hour later, and one meeting fewer.
    const next = moved(form, day + hour)
    const nextRule = {
      weekdays: [((rule.weekdays[0] ?? 1) % 7) + 1],
      ...{ from: dayOf(from), to: dayOf(from + 17 * day), skip: [] },
    }
    const input = { id, revision: 1, from, form: next, rule: nextRule }
    const counts = await county.ask('leader', 'editSeries', input)
    expect(counts).toEqual({ changed: 2, added: 0, calledOff: 1, kept: 1 })
    const after = new Map((await meetingsOf(id)).map((each) => [each._id, each]))
    const seen = ids.map((each) => {
      const doc = after.get(each)
      return [((doc?.startsAt ?? 0) - form.startsAt) / hour, doc?.state, doc?.title, doc?.holders.length]
    })
    expect(seen).toEqual([
      [0, 'published', '四点半课堂', 1],
      [8 * 24 + 1, 'published', '四点半课堂', 1],
      [15 * 24 + 1, 'published', '四点半课堂', 2],
      [21 * 24, 'published', '参观', 1],
      [28 * 24, 'cancelled', '四点半课堂', 2],
    ])
    const rows = await county.find('signups', { activityId: ids[2] })
    expect(rows.map(({ startsAt }) => (startsAt - form.startsAt) / hour)).toEqual([15 * 24 + 1, 15 * 24 + 1])
    for (const openid of ['member', 'resident']) {
      const told = await county.find('messages', { personId: personIdOf(openid), kind: 'series' })
      expect(told.filter(({ page }) => page.endsWith(id)).map(({ body }) => body.slice(0, 17))).toEqual([
        '2 场改了时间，1 场不办了。点开',
      ])
      expect(await county.find('messages', { personId: personIdOf(openid), page: { $regex: ids[1] } })).toEqual([])
    }
    const dayNow = dayOf(after.get(ids[1] ?? '')?.startsAt ?? 0)
    expect((await county.one('tallies', `county_${dayNow}`)).ids.green).toContain(ids[1])
    expect((await county.one('tallies', `county_${dayOf(from)}`)).ids.green ?? []).not.toContain(ids[1])
    expect(await county.ask('leader', 'editSeries', input)).toEqual(counts)
    expect(await county.refusalOf('leader', 'editSeries', { ...input, form })).toBe('activity.changed_meanwhile')
  })

  test('new meetings have the regulars in them before anybody else, the rest of them in the line', async () => {
    const { id, form, rule } = await make(2, { capacity: 2 })
    for (const openid of ['member', 'resident', 'neighbour'])
      await county.ask(openid, 'joinSeries', { id, meetings: null })
    const longer = { ...rule, to: dayOf(form.startsAt + 14 * day) }
    const input = { id, revision: 1, from: county.now(), form, rule: longer }
    expect(await county.ask('leader', 'editSeries', input)).toMatchObject({ changed: 0, added: 1 })
    const last = (await meetingsOf(id)).at(-1)
    expect(last).toMatchObject({
      holders: ['member', 'resident'].map(personIdOf),
      line: [personIdOf('neighbour')],
      ...{ seatsLeft: 0, taken: 2, waiting: 1 },
    })
    const rows = await county.find('signups', { activityId: last?._id })
    expect(rows.map(({ state }) => state).sort()).toEqual(['in', 'in', 'waiting'])
  })

  test('a regular is in a new meeting with all she said: who signed her up, the guardian’s yes, her party, post and answers', async () => {
    const post = { id: 'u1', kind: 'post', name: '画画', capacity: 2, startsAt: null, endsAt: null } as const
    const question = { id: 'q', kind: 'text' as const, label: '谁来接', options: [] as string[], required: true }
    const changes = { units: [{ ...post, role: 'guest' as const, skills: '' }], questions: [question] }
    const { id, form, rule } = await make(2, changes)
    const child = await childOf('neighbour', '2018-05')
    const people = [personIdOf('neighbour'), child]
    const answers = people.map((personId) => ({ personId, values: { q: '奶奶' } }))
    await county.ask('neighbour', 'joinSeries', { id, people, meetings: null, guardian: true, unit: 'u1', answers })
    await county.ask('leader', 'editSeries', { id, revision: 1, from: county.now(), form, rule: longer(form, rule, 2) })
    const last = (await meetingsOf(id)).at(-1)
    expect(last).toMatchObject({ holders: people, seats: { u1: { left: 0, waiting: 0, holders: people, line: [] } } })
    const rows = await county.find('signups', { activityId: last?._id })
    const said = { unit: 'u1', party: people, answers: { q: '奶奶' }, state: 'in' }
    const by = personIdOf('neighbour')
    expect(rows.find(({ personId }) => personId === child)).toMatchObject({
      ...said,
      by,
      guardian: { by, at: expect.any(Number) },
    })
    expect(rows.find(({ personId }) => personId === by)).toMatchObject(said)
    expect(rows.find(({ personId }) => personId === by)).not.toHaveProperty('guardian')
  })

  test('each regular is judged again for a new meeting, and told once what is missing, or whoever keeps her', async () => {
    const { id, form, rule } = await make(2)
    const child = await childOf('neighbour', '2018-05')
    await county.ask('neighbour', 'joinSeries', { id, people: [child], meetings: null, guardian: true })
    await county.ask('stranger', 'joinSeries', { id, meetings: null })
    await county.ask('member', 'joinSeries', { id, meetings: null })
    const next = { ...form, audience: 'community' as const, ages: { from: 12, to: null } }
    const input = { id, revision: 1, from: county.now(), form: next, rule: longer(form, rule, 3) }
    await county.ask('leader', 'editSeries', input)
    expect((await live(id)).slice(2).map(({ holders }) => holders)).toEqual(Array(2).fill([personIdOf('member')]))
    const toldTo = async (openid: string) => {
      const told = await county.find('messages', { personId: personIdOf(openid), kind: 'unseated' })
      return told.filter(({ page }) => page.endsWith(id)).map(({ title, body }) => `${title} ${body}`)
    }
    expect(await toldTo('neighbour')).toEqual([expect.stringMatching(/^乐乐：「四点半课堂」.*请12 岁以上的人/)])
    expect(await toldTo('stranger')).toEqual([expect.stringMatching(/只接待柳湾社区的居民/)])
    expect(await toldTo('member')).toEqual([])
  })

  test('a regular child of whom no guardian’s yes is kept is in no new meeting', async () => {
    const { id, form, rule } = await make(2)
    const child = await childOf('neighbour', '2018-05')
    await county.set('series', id, { regulars: [child] })
    await county.ask('leader', 'editSeries', { id, revision: 1, from: county.now(), form, rule: longer(form, rule, 2) })
    expect((await live(id)).at(-1)?.holders).toEqual([])
    const told = await county.find('messages', { personId: personIdOf('neighbour'), page: { $regex: id } })
    expect(told.map(({ body }) => body)).toEqual([expect.stringContaining('孩子参加要监护人同意')])
  })

  test('a regular has no more of the new meetings than the month allows', async () => {
    await county.residents(['oncer'])
    const { id, form, rule } = await make(1, { perMonth: 1 })
    await county.ask('oncer', 'joinSeries', { id, meetings: null })
    const everyDay = { ...rule, weekdays: [1, 2, 3, 4, 5, 6, 7], to: dayOf(form.startsAt + 5 * day) }
    await county.ask('leader', 'editSeries', { id, revision: 1, from: county.now(), form, rule: everyDay })
    const meetings = await live(id)
    const months = meetings.flatMap(({ holders, startsAt }) => (holders[0] ? [dayOf(startsAt).slice(0, 7)] : []))
    expect(meetings).toHaveLength(6)
    expect(months).toEqual([...new Set(meetings.map(({ startsAt }) => dayOf(startsAt).slice(0, 7)))])
  })

  test('a post that somebody has is not dropped', async () => {
    const unit = { id: 'u1', kind: 'post', name: '引导', capacity: 2, startsAt: null, endsAt: null } as const
    const { id, form, rule } = await make(2, { units: [{ ...unit, role: 'helper', skills: '' }] })
    const [first] = await meetingsOf(id)
    await county.ask('resident', 'join', { id: first?._id ?? '', unit: 'u1' })
    const input = { id, revision: 1, from: county.now(), form: { ...form, units: [] }, rule }
    expect(await county.refusalOf('leader', 'editSeries', input)).toBe('activity.unit_taken_by_people')
    expect((await county.one('series', id)).revision).toBe(1)
  })

  test('a meeting called off by itself does not come back', async () => {
    const { id, form, rule } = await make(3)
    const [, second] = await meetingsOf(id)
    await county.ask('leader', 'cancel', { id: second?._id ?? '', reason: '停电' })
    const input = { id, revision: 1, from: county.now(), form: { ...form, title: '四点半' }, rule }
    expect(await county.ask('leader', 'editSeries', input)).toEqual({ changed: 2, added: 0, calledOff: 0, kept: 0 })
    expect(await live(id)).toHaveLength(2)
  })

  test('cut off after any of its writes, repeated or left to the timer, it comes to the same', async () => {
    const stage = async () => {
      const { id, form, rule } = await make(3)
      await county.ask('member', 'joinSeries', { id, meetings: null })
      const next = moved(form, hour)
      const input = { id, revision: 1, from: county.now(), form: next, rule: { ...rule, skip: [rule.from] } }
      return { id, form, input }
    }
    const shape = async (id: string, form: ActivityForm) => {
      const meetings = await meetingsOf(id)
      const told = await county.find('messages', { kind: 'series', page: { $regex: id } })
      const seats = meetings.map(({ startsAt, state, holders }) => [(startsAt - form.startsAt) / hour, state, holders])
      return [seats.sort(), told.length, (await county.find('tasks', { activityId: id })).length]
    }
    const straight = await stage()
    await county.ask('leader', 'editSeries', straight.input)
    const wanted = await shape(straight.id, straight.form)
    for (const cut of [1, 2, 3, 4, 6, 8, 10, 12, 15, 18]) {
      const { id, form, input } = await stage()
      await county.call('leader', 'editSeries', input, cut).catch(() => null)
      if (cut % 2 === 0 || cut === 1) await county.ask('leader', 'editSeries', input)
      await county.mend()
      await county.mend()
      expect([cut, await shape(id, form)]).toEqual([cut, wanted])
    }
  }, 120_000)

  test('ending it calls off what follows, with the reason, and tells each once', async () => {
    const { id } = await make(3)
    await county.ask('member', 'joinSeries', { id, meetings: null })
    const meetings = await meetingsOf(id)
    const input = { id, from: meetings[1]?.startsAt ?? 0, reason: '老师生病了' }
    for (let n = 0; n < 2; n++) expect(await county.ask('leader', 'endSeries', input)).toEqual({ calledOff: 2 })
    const after = await meetingsOf(id)
    expect(after.map(({ state }) => state)).toEqual(['published', 'cancelled', 'cancelled'])
    expect(after[2]?.reason).toBe('老师生病了')
    const told = await county.find('messages', { personId: personIdOf('member'), page: { $regex: id } })
    expect(told.map(({ title }) => title)).toEqual(['「四点半课堂」后面的不办了'])
    expect(await county.refusalOf('neighbour', 'endSeries', input)).toBe('access.denied')
  })
})
