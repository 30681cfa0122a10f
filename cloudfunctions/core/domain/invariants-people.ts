// What holds of accounts, of those whom families keep, and of what is told to them.
import { areThere, lateAfter, type Invariant } from './invariants-facts'

/** Unread messages that are counted; more of them say the same. */
const mostUnread = 100

/** Invariants of accounts. */
export const ofPeople: readonly Invariant<'people'>[] = [
  {
    name: 'people-unread',
    of: 'people',
    says: 'An account that counts unread messages counts as many as lie in its inbox, up to a hundred.',
    holds: ({ _id, unread }, around) => {
      // One that counts none is asked for by its messages, of which most accounts have none to read.
      if (unread === 0) return true
      const there = around.count({ of: 'messages', where: { personId: _id, read: false } })
      return Math.min(unread, mostUnread) === Math.min(there, mostUnread)
    },
    means: 'unread',
  },
  {
    name: 'people-wards',
    of: 'people',
    says: 'Everybody whom an account names as hers is kept by it.',
    holds: ({ _id, wards = [] }, around) =>
      around.all('dependents', wards).every((ward) => ward?.keepers.some(({ id }) => id === _id)),
    means: 'wards',
  },
  {
    name: 'people-refs',
    of: 'people',
    says: 'The communities and units of an account are there.',
    holds: ({ communityId, staffOf, unitOf = [] }, around) => {
      const communities = around.all('communities', [...staffOf, ...(communityId ? [communityId] : [])])
      const units = around.all('partners', unitOf)
      return [...communities, ...units].every(Boolean)
    },
  },
]

/** Invariants of those without an account. */
export const ofDependents: readonly Invariant<'dependents'>[] = [
  {
    name: 'wards-keepers',
    of: 'dependents',
    says: 'Each account that keeps somebody is there and names her.',
    holds: ({ _id, keepers }, around) => {
      const ids = keepers.map(({ id }) => id)
      return around.all('people', ids).every((person) => person?.wards?.includes(_id))
    },
    means: 'wards',
  },
  {
    name: 'wards-kept',
    of: 'dependents',
    says: 'Whoever is kept agreed, and has somebody who acts for her; once, and one of them at most is she herself.',
    holds: ({ kind, keepers, station = '', consent }) => {
      const isOnce = new Set(keepers.map(({ id }) => id)).size === keepers.length
      const isKept = kind === 'guest' || consent === null || keepers.length > 0 || station !== ''
      return isOnce && isKept && keepers.filter(({ isSelf }) => isSelf).length <= 1
    },
  },
  {
    name: 'wards-until',
    of: 'dependents',
    says: 'The record of a guest says until when it is kept.',
    holds: ({ kind, keptUntil }) => kind !== 'guest' || keptUntil !== undefined,
    means: 'guest',
  },
  {
    name: 'wards-refs',
    of: 'dependents',
    says: 'The team or community that entered her, and the account she went over to, are there.',
    holds: ({ station = '', enteredBy, claimedBy }, around) => {
      const community = station ? around.get('communities', station) : true
      const team = enteredBy ? around.get('teams', enteredBy) : true
      return areThere(around, [claimedBy]) && !!community && !!team
    },
  },
]

/** Invariants of messages: none is lost on its way. */
export const ofMessages: readonly Invariant<'messages'>[] = [
  {
    name: 'messages-unread',
    of: 'messages',
    says: 'Whoever has a message that she did not read sees that there are some.',
    holds: ({ personId, read }, around) => read || around.get('people', personId)?.unread !== 0,
    means: 'unread',
  },
  {
    name: 'messages-out',
    of: 'messages',
    says: 'What was to go out of the app went, or is known not to have gone, within the hour.',
    holds: ({ out }, { now }) => {
      if (out?.state === 'queued') return out.dueAt > now - lateAfter
      return out?.state !== 'sending' || (out.takenAt ?? 0) > now - lateAfter
    },
  },
  {
    name: 'messages-refs',
    of: 'messages',
    says: 'The account of a message, and whom its words name, are there.',
    holds: ({ personId, ward }, around) => areThere(around, ward === undefined ? [personId] : [personId, ward]),
  },
]

/** Invariants of what was promised. */
export const ofTasks: readonly Invariant<'tasks'>[] = [
  {
    name: 'tasks-done',
    of: 'tasks',
    says: 'What was promised is done within the hour after it is due.',
    holds: ({ dueAt }, { now }) => dueAt > now - lateAfter,
  },
]

/** Invariants of invitations of elders. */
export const ofCards: readonly Invariant<'cards'>[] = [
  {
    name: 'cards-said',
    of: 'cards',
    says: 'What was said on a card is carried out within the hour.',
    holds: ({ said }, { now }) => said === null || said.dueAt === 0 || said.dueAt > now - lateAfter,
  },
  {
    name: 'cards-refs',
    of: 'cards',
    says: 'The activity of a card, whom it invites and who sent it are there.',
    holds: ({ activityId, wardId, by }, around) => {
      const activity = around.get('activities', activityId)
      return areThere(around, [wardId, by]) && activity !== undefined
    },
  },
]
