import type { ActivityForm, SeriesRule } from '@core/contract'
import { festivalsBetween } from '@core/domain/festivals'
import { daysOf, meetingForm } from '@core/domain/series'
import { atHour, dayOf, startOfDay } from '@core/domain/times'
import type { SeriesDoc, SignupDoc } from '@core/ports/documents'
import { day, hour, minute, weekdayOf } from './calendar'
import { activityFor, gather, type Comer } from './gathering'
import { meetingIdOf, seriesIdOf } from './person-id'
import type { Scene, Stage } from './scenes'

const weeksBack = 5
const weeksAhead = 7

/** 七彩四点半: once a week, five meetings behind and the others ahead, public holidays left out. */
export function weeklyClass(stage: Stage): { series: SeriesDoc; meetings: Scene[] } {
  const { chance, now, team, place, cast, relatives } = stage
  const { doc: crafts } = team('crafts')
  const first = startOfDay(now) + 3 * day - weeksBack * 7 * day
  const last = first + (weeksBack + weeksAhead) * 7 * day
  const [from, to] = [dayOf(first), dayOf(last)]
  const skip = festivalsBetween(from, to).flatMap((each) => (each.isDayOff ? [each.day] : []))
  const rule: SeriesRule = { weekdays: [weekdayOf(first) || 7], from, to, skip: [...new Set(skip)] }
  const startsAt = atHour(first, 16.5)
  const said = {
    template: 'four-thirty-class',
    title: '七彩四点半：画画、写字、捏泥人',
    intro: '每周一次，从放学到大人下班。先把作业写完，再跟着巧手队的阿姨做一样手工。六到十二岁，家长来接才放孩子走。',
    bring: ['没写完的作业', '水杯'],
    capacity: 14,
    ages: { from: 6, to: 12 },
    questions: [{ id: 'pickup', kind: 'text' as const, label: '放学后谁来接', options: [], required: false }],
    opensAt: first - 8 * day,
  }
  const plain = activityFor('', now, team('crafts'), place('活动室'), {
    ...said,
    startsAt,
    endsAt: startsAt + 90 * minute,
  })
  const { teamId, place: where, contact, audience } = plain
  const form: ActivityForm = {
    ...{
      teamId,
      place: where,
      contact,
      audience,
      units: [],
      approval: false,
      drawAt: null,
      perMonth: null,
      serves: false,
      seesHome: false,
    },
    ...said,
    ...{ startsAt, endsAt: plain.endsAt, closesAt: startsAt, cancelBy: startsAt - 2 * hour },
  }
  const leader = cast('苏桂兰').doc._id
  const seriesId = seriesIdOf(leader, 'four-thirty')
  const days = daysOf(rule)
  const everyTime = [relatives.lele, ...relatives.children.slice(0, 5)]
  const meetings = days.map((date, at) => {
    const own = meetingForm(form, date)
    const doc = activityFor('', now, team('crafts'), place('活动室'), own)
    doc._id = meetingIdOf(seriesId, Number(date.replaceAll('-', '')) * 1000 + 1)
    Object.assign(doc, { seriesId, meeting: at + 1, meetingDay: date, isChanged: false, seriesEdit: 1 })
    doc.cancelBy = own.cancelBy
    const others = relatives.children.slice(5).filter(() => chance.yes(0.5))
    const comers = [...everyTime, ...others].map((child): Comer => {
      const by = child.keepers[0]?.id ?? ''
      const guardian = { by, at: Math.min(doc.opensAt + hour, now - hour) }
      return { id: child._id, by, guardian, answers: { pickup: chance.pick(['奶奶来接', '爸爸来接', '妈妈来接']) } }
    })
    return { doc, rows: gather(chance, now, doc, { seated: comers }).map((row) => checkedIn(stage, row)) }
  })
  const series: SeriesDoc = {
    _id: seriesId,
    teamId: crafts._id,
    communityId: crafts.communityId,
    title: said.title,
    rule,
    form: meetingForm(form, days[0] ?? from),
    meetings: days.length,
    regulars: everyTime.map(({ _id }) => _id),
    revision: 1,
    createdBy: leader,
    createdAt: said.opensAt,
  }
  return { series, meetings }
}

/** Whoever came to a meeting that is over was checked in and out. */
function checkedIn({ chance, now }: Stage, row: SignupDoc): SignupDoc {
  if (row.endsAt > now || chance.yes(0.06)) return row
  const ins = [row.startsAt + chance.whole(-12, 8) * minute]
  return { ...row, via: 'name', ins, outs: [row.endsAt + chance.whole(-5, 12) * minute].filter((at) => at < now) }
}
