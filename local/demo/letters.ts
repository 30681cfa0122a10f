import { changeWords, type FormField } from '@core/domain/form'
import { noConsentLeft } from '@core/domain/outbox'
import { datedSpanWords } from '@core/domain/times'
import type { ActivityDoc, MessageDoc } from '@core/ports/documents'
import { pages } from '@core/services/pages'
import { calledOffBefore, day, hour } from './calendar'
import { openidOf } from './cast'
import { messageIdOf, personIdOf } from './person-id'
import type { Resident } from './residents'

/** What the back end would have said at that time; `rev` tells apart what is said twice about one activity. */
interface Told {
  kind: 'cancelled' | 'changed' | 'movedUp'
  rev: number | string
  title: string
  body: string
  at: number
  read: boolean
}

const message = (activity: ActivityDoc, personId: string, { rev, ...told }: Told): MessageDoc => ({
  _id: messageIdOf(told.kind, activity._id, rev, personId),
  personId,
  ...told,
  about: activity._id,
  for: personId,
  page: pages.activity(activity._id),
  sent: null,
})

/** What WeChat could not bring, since nobody had allowed it: who has not read it is to be called. */
const toBeReached = (activity: ActivityDoc, told: MessageDoc): MessageDoc => {
  const notice = `${told.kind}_once`
  const out = { state: 'failed', notice, template: told.kind, dueAt: told.at, code: noConsentLeft } as const
  const { teamId, endsAt: until } = activity
  return { ...told, sent: noConsentLeft, out, notice, teamId, until, stand: told.read ? 'read' : 'open' }
}

const whenAndWhere = ({ startsAt, endsAt, place }: ActivityDoc, at: number) =>
  `${datedSpanWords(startsAt, endsAt, at)}，${place.name}`

function calledOff(activity: ActivityDoc, at: number): Told {
  const { title, reason, contact } = activity
  return {
    kind: 'cancelled',
    rev: 'once',
    title: `「${title}」不办了`,
    body: `原定${whenAndWhere(activity, at)}。原因：${reason}。有事打给${contact.name}：${contact.phone}。`,
    at,
    read: false,
  }
}

function changed(activity: ActivityDoc, at: number): Told {
  return {
    kind: 'changed',
    rev: activity.revision,
    title: `「${activity.title}」改了${changeWords((activity.lastChange ?? []) as FormField[])}`,
    body: `现在是${whenAndWhere(activity, at)}。来不了的话，请取消，把座位让给别人。`,
    at,
    read: true,
  }
}

function movedUp(activity: ActivityDoc, at: number): Told {
  return {
    kind: 'movedUp',
    rev: at,
    title: `「${activity.title}」有座位了`,
    body: `${whenAndWhere(activity, at)}。到时候见，来不了请早点取消。`,
    at,
    read: false,
  }
}

/** The inbox of the last days, and with it how much of it each person has not read. */
export function makeMessages(
  { activities, residents }: { activities: readonly ActivityDoc[]; residents: readonly Resident[] },
  now: number,
): MessageDoc[] {
  const her = personIdOf(openidOf('梁文娟'))
  const recent = activities.filter(({ endsAt }) => endsAt > now - day)
  const lantern = recent.filter(({ title, holders }) => title.includes('纸灯笼') && holders.includes(her)).slice(0, 1)
  const toAll = (activity: ActivityDoc, told: Told) =>
    [...activity.holders, ...activity.line].map((personId) => message(activity, personId, told))
  const messages = [
    ...recent
      .filter(({ state }) => state === 'cancelled')
      .flatMap((activity) => {
        const told = calledOff(activity, now - calledOffBefore)
        const each = toAll(activity, told)
        // Every third has looked since; she has not yet.
        return each.map((one, n) => toBeReached(activity, { ...one, read: n % 3 === 0 && one.personId !== her }))
      }),
    ...recent
      .filter(({ lastChange = [] }) => lastChange.length > 0)
      .flatMap((activity) => toAll(activity, changed(activity, now - 12 * hour))),
    ...lantern.map((activity) => message(activity, her, movedUp(activity, now - 16 * hour))),
  ]
  for (const { doc } of residents) {
    doc.unread = messages.filter(({ personId, read }) => personId === doc._id && !read).length
  }
  return messages
}
