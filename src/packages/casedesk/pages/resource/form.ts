// What is written down about something that a partner offers.
import type { InputOf, Resource, actions } from '@core/contract'
import { dayOf, momentOfDay } from '@core/domain/times'

type Save = InputOf<typeof actions.saveResource>

/** `until` is a day, yyyy-mm-dd: its last. */
export interface ResourceForm extends Omit<Save, 'id' | 'communityId' | 'until'> {
  until: string
}
export type ResourceWrong = Partial<Record<'partnerId' | 'title' | 'until', string>>

const dayLong = 24 * 3_600_000
/** Agreements usually hold for a year. */
const usualDays = 365

/** Nothing written yet; or what stands in the list. What is over already gets a new end, since that is why it is opened. */
export function formOf(resource: Resource | null, key: string, now: number): ResourceForm {
  const aYearOn = dayOf(now + usualDays * dayLong)
  if (!resource) {
    return { key, partnerId: '', kind: 'room', title: '', words: '', colour: null, agreement: '', until: aYearOn }
  }
  const { partnerId, kind, title, words, colour, agreement, until } = resource
  return { key, partnerId, kind, title, words, colour, agreement, until: until <= now ? aYearOn : dayOf(until) }
}

/** What is missing, with how to put it right. */
export function checkResource({ partnerId, title, until }: ResourceForm, now: number): ResourceWrong {
  const wrong: ResourceWrong = {}
  if (!partnerId) wrong.partnerId = '选一下是哪家给的'
  if (!title.trim()) wrong.title = '写上是什么，比如 二楼会议室'
  if (until < dayOf(now)) wrong.until = '这一天已经过去了，选一个以后的日子'
  return wrong
}

/** What is sent: it ends with its last day. */
export const savingOf = (form: ResourceForm, communityId: string, id: string | null): Save => ({
  ...form,
  id,
  communityId,
  title: form.title.trim(),
  until: momentOfDay(form.until) + dayLong - 1,
})
