// What a meeting does that somebody else changes in the very moment in which its series changes it.
import { plainExtras } from '../../cloudfunctions/core/contract'
import { draftOf } from '../../cloudfunctions/core/actions/activity-form'
import { change } from '../../cloudfunctions/core/actions/desk-edit'
import { follow } from '../../cloudfunctions/core/actions/series-work'
import type { World } from '../../cloudfunctions/core/actions/world'
import type { ActivityDoc, SeriesDoc, TeamDoc } from '../../cloudfunctions/core/ports/documents'

jest.mock('../../cloudfunctions/core/actions/desk-edit', () => ({ change: jest.fn() }))
jest.mock('../../cloudfunctions/core/actions/tasks', () => ({ promise: jest.fn(), carryOn: jest.fn() }))
jest.mock('../../cloudfunctions/core/actions/line', () => ({ moveUp: jest.fn() }))
jest.mock('../../cloudfunctions/core/actions/series-meeting', () => ({
  each: (items: unknown[], work: (item: unknown) => Promise<unknown>) => Promise.all(items.map(work)),
}))
jest.mock('../../cloudfunctions/core/ports/chance', () => ({ pause: () => Promise.resolve() }))

const now = Date.parse('2026-11-22T08:00:00+08:00')
const startsAt = Date.parse('2026-11-25T16:30:00+08:00')
const form = {
  ...{ teamId: 'green', template: '', title: '四点半', intro: '', bring: [], capacity: 3, audience: 'anyone' as const },
  ...{ place: { id: null, name: '站', address: '', latitude: null, longitude: null } },
  ...{ startsAt, endsAt: startsAt + 5_400_000, opensAt: 7, closesAt: startsAt, cancelBy: startsAt - 7_200_000 },
  ...{ contact: { name: '苏', phone: '000-5201101' }, ...plainExtras },
}
const team: TeamDoc = {
  ...{ _id: 'green', name: '绿叶', colour: 'green', kind: 'social', communityId: 'east', communityName: '东' },
  ...{ intro: '', phone: '', leaderIds: [], leaderName: '', members: 0, applications: 0, counted: [], createdAt: 1 },
  done: { activities: 0, people: 0 },
}
const counts = { changed: 1, added: 0, calledOff: 0, kept: 0 }
const series: SeriesDoc = {
  ...{ _id: 's', teamId: 'green', communityId: 'east', title: '五点半', meetings: 1, regulars: [], revision: 2 },
  ...{ rule: { weekdays: [3], from: '2026-11-25', to: '2026-11-25', skip: [] }, createdBy: 'p', createdAt: 1 },
  ...{ form: { ...form, title: '五点半' }, last: { from: now, reason: '', isEnd: false, counts } },
}
const meeting: ActivityDoc = {
  ...draftOf(form, team, { _id: 'm', personId: 'p', now }),
  ...{ state: 'published', listed: true, seriesId: 's', meeting: 1, meetingDay: '2026-11-25', isChanged: false },
}

/** A world in which the series and its meeting are as said when they are read again. */
function worldWith(again: { series?: Partial<SeriesDoc>; meeting?: Partial<ActivityDoc> } = {}): World {
  const docs: Record<string, unknown> = {
    teams: team,
    series: { ...series, ...again.series },
    activities: { ...meeting, revision: 2, ...again.meeting },
  }
  const store = {
    is: { gte: (at: number) => at },
    find: () => Promise.resolve([meeting]),
    read: (name: string) => Promise.resolve(docs[name]),
    change: () => Promise.resolve(1),
  }
  return { store, now } as unknown as World
}
const tried = jest.mocked(change)
beforeEach(() => tried.mockReset())

test('a meeting that somebody changed at the same moment follows its series at the second look', async () => {
  tried.mockResolvedValueOnce(0).mockResolvedValueOnce(1)
  expect(await follow(worldWith(), series)).toBe(true)
  expect(tried.mock.calls.map(([, seen]) => seen.revision)).toEqual([1, 2])
})

test('while it keeps changing the series is not whole, so that its task stays', async () => {
  tried.mockResolvedValue(0)
  expect(await follow(worldWith(), series)).toBe(false)
})

test('one that was changed by itself in that moment stays as it is', async () => {
  tried.mockResolvedValue(0)
  expect(await follow(worldWith({ meeting: { isChanged: true } }), series)).toBe(true)
  expect(tried).toHaveBeenCalledTimes(1)
})

test('once the series was changed again, an earlier change of it writes nothing more', async () => {
  tried.mockResolvedValue(0)
  expect(await follow(worldWith({ series: { revision: 3 } }), series)).toBe(true)
  expect(tried).toHaveBeenCalledTimes(1)
})
