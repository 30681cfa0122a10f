import type { InputOf } from '../../cloudfunctions/core/contract'
import type { actions } from '../../cloudfunctions/core/contract'
import { County, hour, minute, personDoc, personIdOf } from './county'
import { cameRow, overWith } from './served'

const county = new County()
type Said = InputOf<(typeof actions)['saveRecap']>
const said = (id: string, more: Partial<Said> = {}): Said => ({
  ...{ id, served: 30, words: '扫了三条巷子，搬走两车旧物。', thanks: '辛苦大家了。', pictures: [] },
  ...more,
})
const sumsNow = async () => {
  const [team, sums] = await Promise.all([county.one('teams', 'green'), county.find('sums', { colour: 'green' })])
  return [team.done.people, ...sums.map((sum) => sum.people)]
}
const thanksOf = async (openid: string, id: string) => {
  const messages = await county.find('messages', { personId: personIdOf(openid), kind: 'thanked' })
  return messages.filter((message) => message.page.endsWith(id))
}
/** Waits for what comes by itself a moment later. */
async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let look = 0; look < 100 && !(await isSo()); look++) await new Promise((done) => setTimeout(done, 100))
  expect(await isSo()).toBe(true)
}

beforeAll(async () => {
  await county.settle()
  await county.residents(['came1', 'came2', 'absent'])
  const year = county.year()
  await county.set('teams', 'green', { done: { activities: 1, people: 100, year } })
  for (const scope of ['east', 'county']) {
    const counts = { activities: 1, people: 100, year, counted: [] }
    await county.add('sums', [{ _id: `${scope}_green`, scope, colour: 'green', ...counts }])
  }
}, 60_000)
afterAll(() => county.end())

describe('a recap', () => {
  test('is written once it is over, not before, and not of what was called off', async () => {
    await county.activity('ahead')
    expect(await county.refusalOf('leader', 'saveRecap', said('ahead'))).toBe('recap.not_over')
    await county.activity('off', { state: 'cancelled', reason: '下雨' })
    expect(await county.refusalOf('leader', 'saveRecap', said('off'))).toBe('activity.called_off')
  })

  test('is written by those who run it, and read by everyone', async () => {
    await overWith(county, 'read', ['came1', 'came2'])
    expect(await county.refusalOf('neighbour', 'saveRecap', said('read'))).toBe('access.denied')
    const saved = await county.ask('leader', 'saveRecap', said('read'))
    expect(saved).toMatchObject({ served: 30, came: 2, minutes: 120, canManage: true })
    const shown = await county.ask('stranger', 'getRecap', { id: 'read' })
    expect(shown).toMatchObject({ served: 30, came: 2, canManage: false, canRate: false, ratings: null })
  })

  test('words that WeChat refuses are not kept', async () => {
    await overWith(county, 'risky', ['came1'])
    const words = '违禁测试词'
    expect(await county.refusalOf('leader', 'saveRecap', said('risky', { words }))).toBe('content.risky')
    expect(await county.find('recaps', { _id: 'risky' })).toEqual([])
  })

  test('thanks those who came, once, and nobody who did not', async () => {
    const activity = await overWith(county, 'thanks', ['came1', 'came2'])
    const row = cameRow(activity, personIdOf('absent'), { attendance: 'absent', minutes: 0 })
    await county.add('signups', [row])
    await county.ask('leader', 'saveRecap', said('thanks'))
    await county.ask('leader', 'saveRecap', said('thanks', { words: '又改了一句' }))
    const [message, ...more] = await thanksOf('came1', 'thanks')
    expect(message?.body).toContain('辛苦大家了。')
    expect(more).toEqual([])
    expect(await thanksOf('came2', 'thanks')).toHaveLength(1)
    expect(await thanksOf('absent', 'thanks')).toEqual([])
    expect(await county.find('tasks', { activityId: 'thanks' })).toEqual([])
  })

  test('written before the day was confirmed, thanks whoever was checked in; the others after it', async () => {
    const activity = await overWith(county, 'early', [], { settledAt: null })
    const checkedIn = { attendance: undefined, minutes: undefined, ins: [activity.startsAt] }
    const rows = [
      cameRow(activity, personIdOf('came1'), checkedIn),
      cameRow(activity, personIdOf('came2'), { ...checkedIn, ins: [] }),
      cameRow(activity, personIdOf('absent'), { ...checkedIn, undone: county.now() }),
    ]
    await county.add('signups', rows)
    // Whoever was checked in and then let go did not come in the end.
    await county.add('signups', [cameRow(activity, 'pgone', { ...checkedIn, state: 'left', live: false })])
    expect(await county.ask('leader', 'saveRecap', said('early'))).toMatchObject({ came: 1 })
    expect((await thanksOf('came1', 'early')).length).toBe(1)
    expect((await thanksOf('came2', 'early')).length).toBe(0)
    await county.set('signups', `early_${personIdOf('came2')}`, { attendance: 'late', minutes: 60 })
    await county.set('signups', `early_${personIdOf('came1')}`, { attendance: 'came', minutes: 60 })
    await county.set('signups', `early_${personIdOf('absent')}`, { attendance: 'absent', minutes: 0 })
    await county.set('activities', 'early', { settledAt: county.now() + 1 })
    expect(await county.ask('stranger', 'getRecap', { id: 'early' })).toMatchObject({ came: 2, minutes: 120 })
    await county.ask('leader', 'saveRecap', said('early'))
    expect((await thanksOf('came1', 'early')).length).toBe(1)
    expect((await thanksOf('absent', 'early')).length).toBe(0)
  })
})

describe('what the team has done', () => {
  test('grows by the difference to those with a seat, once, and follows later changes', async () => {
    await overWith(county, 'grow', ['came1', 'came2'])
    const before = await sumsNow()
    const plus = (more: number) => before.map((people) => people + more)
    await county.ask('leader', 'saveRecap', said('grow', { served: 30 }))
    expect(await sumsNow()).toEqual(plus(28))
    await county.ask('leader', 'saveRecap', said('grow', { served: 30 }))
    expect(await sumsNow()).toEqual(plus(28))
    await county.ask('leader', 'saveRecap', said('grow', { served: 1 }))
    expect(await sumsNow()).toEqual(plus(-1))
  })

  test('waits until the activity is counted as ended', async () => {
    await overWith(county, 'waits', ['came1', 'came2'], { state: 'published' })
    const before = await sumsNow()
    await county.ask('leader', 'saveRecap', said('waits', { served: 12 }))
    expect(await sumsNow()).toEqual(before)
    await county.round()
    await county.advance(2 * minute)
    await county.round()
    expect(await sumsNow()).toEqual(before.map((people) => people + 12))
  })

  test('is right also when somebody is entered after it was counted', async () => {
    await overWith(county, 'late', ['came1', 'came2'], { countedAs: 2, taken: 3 })
    const before = await sumsNow()
    await county.ask('leader', 'saveRecap', said('late', { served: 10 }))
    expect(await sumsNow()).toEqual(before.map((people) => people + 8))
  })

  const writes = Array.from({ length: 14 }, (_, n) => n + 1)
  test.each(writes)(
    'is counted once, and everyone thanked once, when killed after write %i and saved again',
    async (n) => {
      const id = `crash${n}`
      await overWith(county, id, ['came1', 'came2'])
      const before = await sumsNow()
      await county.call('leader', 'saveRecap', said(id), n).catch(() => null)
      await county.ask('leader', 'saveRecap', said(id))
      await county.advance(minute)
      await county.round()
      expect(await sumsNow()).toEqual(before.map((people) => people + 28))
      expect(await thanksOf('came1', id)).toHaveLength(1)
      expect(await thanksOf('came2', id)).toHaveLength(1)
      expect((await county.one('recaps', id)).owed).toEqual([])
      expect(await county.find('tasks', { activityId: id })).toEqual([])
    },
  )

  test.each(writes)('is carried on by the timer when killed after write %i and never saved again', async (n) => {
    const id = `left${n}`
    await overWith(county, id, ['came1', 'came2'])
    const before = await sumsNow()
    await county.call('leader', 'saveRecap', said(id), n).catch(() => null)
    await county.advance(minute)
    await county.round()
    const isSaved = (await county.find('recaps', { _id: id })).length > 0
    expect(await sumsNow()).toEqual(before.map((people) => people + (isSaved ? 28 : 0)))
    expect(await thanksOf('came1', id)).toHaveLength(isSaved ? 1 : 0)
    expect(await county.find('tasks', { activityId: id })).toEqual([])
  })
})

describe('pictures', () => {
  const put = (id: string, name: string) => county.keepFile(`recaps/${id}/${name}.jpg`, 'picture')
  const seenBy = async (openid: string, id: string) => (await county.ask(openid, 'getRecap', { id })).pictures

  test('of another activity, or from elsewhere, are refused', async () => {
    await overWith(county, 'foreign', ['came1'])
    const strange = [
      'cloud://local-env.local-bucket/recaps/other/a.jpg',
      'cloud://local-env.local-bucket/files/x/roster.pdf',
      'cloud://local-env.local-bucket/recaps/foreign/../other/a.jpg',
    ]
    for (const fileId of strange) {
      const input = said('foreign', { pictures: [fileId] })
      expect(await county.refusalOf('leader', 'saveRecap', input)).toBe('recap.not_your_picture')
    }
  })

  test('are seen by others once WeChat let them pass, refused ones never', async () => {
    await overWith(county, 'pics', ['came1'])
    await county.checks({ next: ['pass', 'risky'], hold: true })
    const pictures = [await put('pics', 'a'), await put('pics', 'b')]
    const saved = await county.ask('leader', 'saveRecap', said('pics', { pictures }))
    expect(saved.pictures.map(({ state }) => state)).toEqual(['pending', 'pending'])
    expect(await seenBy('stranger', 'pics')).toEqual([])
    await county.checks({ hold: false })
    await until(async () => (await seenBy('leader', 'pics')).every(({ state }) => state !== 'pending'))
    expect((await seenBy('leader', 'pics')).map(({ state }) => state).sort()).toEqual(['fine', 'refused'])
    expect(await seenBy('stranger', 'pics')).toHaveLength(1)
  })

  test('that passed are not looked at again, and those taken out are deleted', async () => {
    await overWith(county, 'kept', ['came1'])
    const [a, b] = [await put('kept', 'a'), await put('kept', 'b')]
    await county.ask('leader', 'saveRecap', said('kept', { pictures: [a, b] }))
    await until(async () => (await seenBy('stranger', 'kept')).length === 2)
    await county.checks({ next: [], hold: true })
    await county.ask('leader', 'saveRecap', said('kept', { pictures: [a] }))
    expect(await county.checks({})).toEqual([])
    expect(await seenBy('stranger', 'kept')).toEqual([{ fileId: a, state: 'fine' }])
    expect([await county.hasFile(a), await county.hasFile(b)]).toEqual([true, false])
    await county.checks({ hold: false })
  })

  test('a verdict that comes while the recap is being changed is not lost', async () => {
    await overWith(county, 'both', ['came1'])
    await county.checks({ next: [], hold: true })
    const pictures = [await put('both', 'a')]
    await county.ask('leader', 'saveRecap', said('both', { pictures }))
    const saves = Array.from({ length: 5 }, (_, n) =>
      county.ask(n % 2 ? 'leader' : 'staff', 'saveRecap', said('both', { pictures, words: `第${n}次` })),
    )
    await county.checks({ hold: false })
    await Promise.all(saves)
    await until(async () => (await seenBy('stranger', 'both')).length === 1)
  })

  test('a verdict that a phone makes up does nothing, even with the right mark', async () => {
    await overWith(county, 'forged', ['came1'])
    await county.checks({ next: [], hold: true })
    await county.ask('leader', 'saveRecap', said('forged', { pictures: [await put('forged', 'a')] }))
    const trace = (await county.one('recaps', 'forged')).pictures[0]?.trace
    expect(trace).toBeTruthy()
    const event = { MsgType: 'event', Event: 'wxa_media_check', trace_id: trace, result: { suggest: 'pass' } }
    await county.toJobs('stranger', event)
    await county.toJobs('leader', event)
    expect((await county.one('recaps', 'forged')).pictures[0]?.state).toBe('pending')
    expect(JSON.stringify(await county.ask('leader', 'getRecap', { id: 'forged' }))).not.toContain(trace)
    await county.checks({ hold: false })
    await until(async () => (await seenBy('stranger', 'forged')).length === 1)
  })

  test('without a verdict for half an hour are given to WeChat again', async () => {
    await overWith(county, 'slow', ['came1'])
    await county.checks({ next: [], hold: true })
    await county.ask('leader', 'saveRecap', said('slow', { pictures: [await put('slow', 'a')] }))
    await county.round()
    expect(await county.checks({})).toHaveLength(1)
    await county.advance(31 * minute)
    await county.round()
    await county.round()
    expect(await county.checks({})).toHaveLength(2)
    await county.checks({ hold: false })
    await until(async () => (await seenBy('stranger', 'slow')).length === 1)
  })
})

describe('how it was', () => {
  test('is said by those who came, once each; saying it again changes it', async () => {
    await overWith(county, 'rated', ['came1', 'came2'])
    expect(await county.refusalOf('stranger', 'rate', { id: 'rated', stars: 1, words: '' })).toBe('recap.did_not_come')
    await county.ask('came1', 'rate', { id: 'rated', stars: 2, words: '风大' })
    await county.ask('leader', 'saveRecap', said('rated'))
    await county.ask('came2', 'rate', { id: 'rated', stars: 4, words: '' })
    await county.ask('came1', 'rate', { id: 'rated', stars: 5, words: '风大，人好' })
    const { ratings } = await county.ask('leader', 'getRecap', { id: 'rated' })
    expect(ratings).toEqual({ count: 2, mean: 4.5, words: ['风大，人好'] })
  })

  test('is for those who run it; she sees her own stars', async () => {
    await overWith(county, 'own', ['came1'])
    await county.ask('leader', 'saveRecap', said('own'))
    await county.ask('came1', 'rate', { id: 'own', stars: 3, words: '说给队长听' })
    expect(await county.ask('came1', 'getRecap', { id: 'own' })).toMatchObject({
      canRate: true,
      myStars: 3,
      ratings: null,
    })
    expect(JSON.stringify(await county.ask('stranger', 'getRecap', { id: 'own' }))).not.toContain('说给队长听')
  })

  test('a recap that nobody wrote stays unwritten though somebody rated', async () => {
    await overWith(county, 'unwritten', ['came1'])
    await county.ask('came1', 'rate', { id: 'unwritten', stars: 3, words: '' })
    expect(await county.ask('came1', 'getRecap', { id: 'unwritten' })).toMatchObject({ at: null, words: '' })
    await county.ask('leader', 'saveRecap', said('unwritten'))
    expect((await county.ask('leader', 'getRecap', { id: 'unwritten' })).ratings).toMatchObject({ count: 1 })
  })

  test('is asked of, and said by, whoever keeps somebody who came', async () => {
    const keeper = personDoc('mother', 'east', { wards: ['dchild'] })
    await county.add('people', [keeper])
    const keepers = [{ id: keeper._id, called: '乐乐', since: 1 }]
    const consent = { at: 1, by: keeper._id, version: 1, asGuardian: true }
    const child = { kind: 'child' as const, name: '何乐', phone: '', born: '2018-05', communityId: 'east' }
    const rest = { enteredBy: '', claimedBy: '', createdAt: 1 }
    await county.add('dependents', [{ _id: 'dchild', ...child, keepers, consent, ...rest }])
    const activity = await overWith(county, 'ward', [], { holders: ['dchild'], taken: 1 })
    await county.add('signups', [cameRow(activity, 'dchild')])
    await county.ask('leader', 'saveRecap', said('ward'))
    expect(await thanksOf('mother', 'ward')).toHaveLength(1)
    await county.ask('mother', 'rate', { id: 'ward', stars: 5, words: '' })
    expect((await county.ask('leader', 'getRecap', { id: 'ward' })).ratings).toMatchObject({ count: 1, mean: 5 })
  })
})

test('the poster’s code is a picture, of what is public only', async () => {
  await county.activity('poster')
  await county.activity('secret', { state: 'draft', listed: false })
  expect((await county.ask('nobody', 'activityCode', { id: 'poster' })).png.length).toBeGreaterThan(100)
  expect(await county.refusalOf('nobody', 'activityCode', { id: 'secret' })).toBe('access.gone')
  expect(await county.refusalOf('nobody', 'activityCode', { id: 'none' })).toBe('access.gone')
  await county.advance(hour)
})
