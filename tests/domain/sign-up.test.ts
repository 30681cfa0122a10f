import {
  closedToNewcomers,
  keptFromLeaving,
  lineMoves,
  type SignUpWindow,
} from '../../cloudfunctions/core/domain/sign-up'
import { notInvited } from '../../cloudfunctions/core/domain/who-may-come'

const hour = 3_600_000
const now = Date.parse('2026-11-22T10:00:00+08:00')
const contact = { name: '吴队长', phone: '0555-7654321' }
const open: SignUpWindow = {
  state: 'published',
  opensAt: now - hour,
  closesAt: now + 4 * hour,
  cancelBy: now + 2 * hour,
  startsAt: now + 4 * hour,
  endsAt: now + 6 * hour,
  reason: '',
  contact,
}
const codeOf = (refusal: { refused: string } | null) => refusal?.refused ?? 'yes'

describe('signing up', () => {
  test.each([
    ['is open between its opening and its deadline', {}, 'yes'],
    ['is not open before its opening', { opensAt: now + 1 }, 'activity.not_open_yet'],
    ['is open from the very moment of its opening', { opensAt: now }, 'yes'],
    ['is closed from the very moment of its deadline', { closesAt: now }, 'activity.closed'],
    ['is closed when the leader closed it', { state: 'closed' }, 'activity.closed'],
    ['is refused for what was called off', { state: 'cancelled' }, 'activity.called_off'],
    ['is refused for what has ended', { state: 'ended' }, 'activity.over'],
    ['is refused once the end has passed, before the timer noticed', { endsAt: now }, 'activity.over'],
  ] as const)('%s', (_, change, code) => {
    expect(codeOf(closedToNewcomers({ ...open, ...change }, now))).toBe(code)
  })

  test('says when it opens and whom to ask', () => {
    expect(closedToNewcomers({ ...open, opensAt: now + 24 * hour }, now)?.facts).toEqual({ opens: '明天 10:00' })
    expect(closedToNewcomers({ ...open, state: 'closed' }, now)?.facts).toEqual({
      contactName: '吴队长',
      contactPhone: '0555-7654321',
    })
  })
})

describe('giving a seat back', () => {
  test.each([
    ['is free until the deadline', 'in', now + 2 * hour - 1, 'yes'],
    ['goes through the leader from the deadline on', 'in', now + 2 * hour, 'activity.too_late_to_leave'],
    ['is free for whoever waits, until the start', 'waiting', now + 4 * hour - 1, 'yes'],
    ['is free for whoever is asked, until the start', 'offered', now + 4 * hour - 1, 'yes'],
    ['goes through the leader once it has started', 'offered', now + 4 * hour, 'activity.too_late_to_leave'],
    ['makes no sense once it is over', 'in', now + 6 * hour, 'activity.over'],
  ] as const)('%s', (_, part, moment, code) => {
    expect(codeOf(keptFromLeaving(open, part, moment))).toBe(code)
  })
})

describe('the line', () => {
  test('moves while the activity is on and has not started, also when sign-up is closed', () => {
    expect(lineMoves(open, now)).toBe(true)
    expect(lineMoves({ ...open, state: 'closed' }, now)).toBe(true)
    expect(lineMoves(open, open.startsAt)).toBe(false)
    expect(lineMoves({ ...open, state: 'cancelled' }, now)).toBe(false)
  })
})

describe('who may come', () => {
  const about = { communityId: 'east', communityName: '柳湾社区', teamName: '绿叶志愿队', contact }
  test.each([
    ['anyone', 'anyone', { communityId: null, isMember: false }, 'yes'],
    ['residents of its community', 'community', { communityId: 'east', isMember: false }, 'yes'],
    [
      'no resident of another community',
      'community',
      { communityId: 'west', isMember: true },
      'activity.community_only',
    ],
    [
      'nobody who did not say where she lives',
      'community',
      { communityId: null, isMember: false },
      'activity.community_only',
    ],
    ['members of its team, wherever they live', 'members', { communityId: 'west', isMember: true }, 'yes'],
    ['no neighbour who is no member', 'members', { communityId: 'east', isMember: false }, 'activity.members_only'],
  ] as const)('%s', (_, audience, person, code) => {
    expect(codeOf(notInvited({ ...about, audience }, person))).toBe(code)
  })
})
