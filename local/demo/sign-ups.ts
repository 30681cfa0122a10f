import { ceiling } from '@core/domain/seats'
import type { SignupDoc } from '@core/ports/documents'
import type { Held } from './activities'
import { calledOffBefore, day, hour, minute } from './calendar'
import type { Chance } from './chance'
import { Timetable } from './planned'
import type { Resident } from './residents'

/** How often someone of the cast came to what her community held in the past year. */
const habits: Record<string, number> = { 梁文娟: 0.16, 苏桂兰: 0.14, 何玉珍: 0.14, 丁建平: 0.2 }
/** People of other communities among those who come, where anyone may. */
const strangers = 0.15
const usualCrowd = 60

interface Wanted {
  seats: number
  line: number
}

function wantedOf(chance: Chance, { happening, staging, doc }: Held, now: number): Wanted {
  if (doc.opensAt > now || doc.state === 'draft') return { seats: 0, line: 0 }
  if (staging) return { seats: staging.taken, line: staging.waiting ?? 0 }
  const most = happening.capacity ?? usualCrowd
  const daysAhead = Math.max(0, (doc.startsAt - now) / day)
  const readiness = Math.max(0.15, 1 - daysAhead / 14)
  const crowd = Math.round(happening.draw * most * readiness * (0.7 + 0.45 * chance.next()))
  const seats = Math.min(crowd, ceiling(happening.capacity))
  const line = doc.endsAt > now ? Math.min(6, crowd - seats) : 0
  return { seats, line }
}

/** Fills every activity with people, oldest first, and writes their rows; nobody is in two places at once. */
export function fill(
  chance: Chance,
  now: number,
  activities: readonly Held[],
  everyone: readonly Resident[],
): SignupDoc[] {
  const timetable = new Timetable()
  const cast = new Map(everyone.filter(({ doc }) => doc.name in habits).map((each) => [each.doc.name, each]))
  const crowd = everyone.filter(({ doc }) => doc.openid.startsWith('o-demo-resident-') && doc.staffOf.length === 0)
  const byHome = new Map<string | null, Resident[]>()
  for (const person of crowd) {
    const home = byHome.get(person.doc.communityId)
    if (home) home.push(person)
    else byHome.set(person.doc.communityId, [person])
  }

  const fillOne = (held: Held): SignupDoc[] => {
    const { doc, staging, team } = held
    const wanted = wantedOf(chance, held, now)
    if (wanted.seats === 0) return []
    const chosen = new Set<Resident>()
    const isFree = (person: Resident) =>
      !chosen.has(person) && timetable.isFree(person.doc._id, doc.startsAt, doc.endsAt)
    const local = doc.audience === 'members' ? team.people : (byHome.get(doc.communityId) ?? [])
    const draw = (count: number): Resident[] => {
      const drawn: Resident[] = []
      for (let tries = 0; drawn.length < count && tries < count * 60; tries++) {
        const isStranger = doc.audience === 'anyone' && (chance.yes(strangers) || tries > count * 30)
        const person = chance.pick(isStranger ? crowd : local)
        if (!isFree(person) || person.keen < chance.next() * 1.7 || isCast(person)) continue
        chosen.add(person)
        drawn.push(person)
      }
      return drawn
    }
    const of = (name: string): Resident[] => {
      const person = cast.get(name)
      if (!person || !isFree(person)) return []
      chosen.add(person)
      return [person]
    }
    const habitual = () =>
      Object.keys(habits).filter((name) => {
        const person = cast.get(name)
        const isMember = doc.audience !== 'members' || (person && team.people.includes(person))
        return isMember && person?.doc.communityId === doc.communityId && chance.yes(habits[name] ?? 0)
      })
    const known = staging ? (staging.inside ?? []) : doc.state === 'ended' ? habitual() : []
    const fromCast = known.flatMap(of).slice(0, wanted.seats)
    const [waiter, position] = staging?.inLine ?? []
    const waiting = waiter ? of(waiter) : []
    const seated = chance.shuffled([...fromCast, ...draw(wanted.seats - fromCast.length)])
    const line = draw(wanted.line - waiting.length)
    line.splice((position ?? 1) - 1, 0, ...waiting)
    const gone = doc.startsAt > now - 30 * day ? draw(Math.round(seated.length * 0.06)) : []
    return seat(chance, now, held, { seated, line, gone }, timetable)
  }
  return activities.flatMap(fillOne)
}

interface People {
  seated: Resident[]
  line: Resident[]
  gone: Resident[]
}

function seat(chance: Chance, now: number, { doc }: Held, people: People, timetable: Timetable): SignupDoc[] {
  const { seated, line, gone } = people
  const lastMoment = doc.state === 'cancelled' ? now - calledOffBefore - hour : now - 6 * minute
  const until = Math.min(doc.closesAt, lastMoment)
  const times = Array.from({ length: seated.length + line.length }, () => {
    return Math.round(doc.opensAt + (until - doc.opensAt) * chance.next() ** 1.4)
  }).sort((a, b) => a - b)
  const row = (person: Resident, state: SignupDoc['state'], since: number): SignupDoc => ({
    _id: `${doc._id}_${person.doc._id}`,
    activityId: doc._id,
    personId: person.doc._id,
    teamId: doc.teamId,
    state,
    live: state !== 'left',
    since,
    startsAt: doc.startsAt,
    endsAt: doc.endsAt,
    answerBy: null,
    history: [{ at: since, by: person.doc._id, what: 'joined' }],
  })
  for (const person of [...seated, ...line]) timetable.take(person.doc._id, doc.startsAt, doc.endsAt)
  doc.holders = seated.map((person) => person.doc._id)
  doc.line = line.map((person) => person.doc._id)
  doc.taken = doc.holders.length
  doc.waiting = doc.line.length
  doc.seatsLeft = ceiling(doc.capacity) - doc.holders.length
  doc.touchedAt = Math.max(doc.touchedAt, ...times)
  const inside = [...seated, ...line].map((person, at) =>
    row(person, at < seated.length ? 'in' : 'waiting', times[at] ?? until),
  )
  const left = gone.map((person) => {
    const since = Math.round(doc.opensAt + (until - doc.opensAt) * chance.next() * 0.5)
    const at = Math.min(until, since + chance.whole(30, 600) * minute)
    const there = row(person, 'left', since)
    return { ...there, history: [...there.history, { at, by: person.doc._id, what: 'left' }] }
  })
  return [...inside, ...left]
}

const isCast = ({ doc }: Resident) => !doc.openid.startsWith('o-demo-resident-')
