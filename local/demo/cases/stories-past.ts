// The year behind: stories by chance from what is asked for again and again.
import { serviceOf } from '@core/services/cases'
import type { Chance } from '../chance'
import { communities } from '../communities'
import { past, type Past } from './past-list'
import type { CasePeople } from './people'
import { projectIdOf } from './standing'
import { picture, type Actor, type Beat, type Story } from './story'

/** How many closed ones 柳湾 and every other community have at full scale; the year behind, in days. */
const counts = { liuwan: 48, others: 9, yearBehind: 330 }
/** A month ahead of it nothing is reopened any more, so that all of it is over. */
const soonest = 9

/** How often it went other than well. */
const odds = { reopened: 0.07, turnedDown: 0.05, withdrawn: 0.04, byPhone: 0.3, unscored: 0.15 }

/** Stories of what is closed by now, in every community; few for a small county. */
export function pastStories(
  chance: Chance,
  people: CasePeople,
  isThere: (projectId: string) => boolean,
  scale: number,
): Story[] {
  return communities.flatMap(({ id, stations }) => {
    const wanted = Math.max(
      id === 'liuwan' ? 14 : 3,
      Math.round((id === 'liuwan' ? counts.liuwan : counts.others) * scale),
    )
    const possible = past.filter(
      ({ units, project }) =>
        (!units || people.serving(id, units) !== undefined) && (!project || isThere(projectIdOf(id, project))),
    )
    return Array.from({ length: wanted }, (_, n): Story => {
      const kind = chance.weighted(possible, ({ weight = 1 }) => weight)
      const ago = chance.whole(soonest, counts.yearBehind)
      return {
        ...{ key: `past-${id}-${n}`, communityId: id, service: kind.service, words: kind.words, spot: kind.spot },
        ...(kind.topic ? { topic: kind.topic } : {}),
        ...(kind.project ? { order: { kind: kind.project, nth: 0 } } : {}),
        ...(kind.course === 'professional' || kind.course === 'team'
          ? {}
          : { compound: chance.whole(1, stations.length - 1) }),
        ...(serviceOf(kind.service)?.isEnteredByStaff ? { enteredBy: 'grid' as const } : {}),
        followers: serviceOf(kind.service)?.seenBy === 'neighbours' ? chance.whole(0, 4) : 0,
        at: [ago, chance.whole(11, 16) + chance.next()],
        beats: course(chance, people, id, kind, ago),
      }
    })
  })
}

function course(chance: Chance, people: CasePeople, communityId: string, kind: Past, ago: number): Beat[] {
  const next = ago - 1
  if (kind.course === 'unit' && chance.yes(odds.turnedDown)) {
    return [[next, 9.5, 'staff', { move: 'turnDown', words: '看过了，这块地方不归社区管，已经告诉她该找谁' }]]
  }
  if (kind.course === 'unit' && chance.yes(odds.withdrawn) && !serviceOf(kind.service)?.isEnteredByStaff) {
    return [[next, 8.4, 'asker', { move: 'withdraw', words: '已经自己弄好了' }]]
  }
  const isQuick = clockOf(kind) === '24h'
  const done = isQuick ? next : next - chance.whole(1, 3)
  const over = done - 1
  const isEntered = serviceOf(kind.service)?.isEnteredByStaff === true
  const doer = doerOf(kind, people, communityId)
  const finish: Beat[] = [
    ...taking(chance, kind, people, communityId, next),
    [
      done,
      isQuick ? 17 : 15,
      doer,
      { move: 'resolve', words: kind.done, pictures: kind.after ? [picture(kind.after)] : [] },
    ],
  ]
  if (kind.course !== 'unit' || !chance.yes(odds.reopened)) return [...finish, ending(chance, kind, over)]
  return [
    ...finish,
    [over, 9, isEntered ? 'staff' : 'asker', { move: 'reopen', words: '过了一晚又坏了', pictures: [] }],
    ...taking(chance, kind, people, communityId, over, 10),
    [
      over,
      17.5,
      doer,
      { move: 'resolve', words: '找到原因，彻底修好了', pictures: kind.after ? [picture(kind.after)] : [] },
    ],
    ending(chance, kind, over - 1),
  ]
}

/** By when such a thing is to be done. */
function clockOf({ service: id, topic }: Past) {
  const service = serviceOf(id)
  return service?.topics.find((each) => each.id === topic)?.clock ?? service?.clock
}

function doerOf(kind: Past, people: CasePeople, communityId: string): Actor {
  if (kind.course === 'neighbours') return 'helper'
  if (kind.course === 'ourselves') return 'staff'
  return `u:${unitOf(kind, people, communityId)}`
}

/** The unit that does it. */
function unitOf(kind: Past, people: CasePeople, communityId: string): string {
  const service = serviceOf(kind.service)
  if (kind.course === 'professional') return people.professional(communityId, service?.professional ?? 'law')
  if (kind.course === 'team') return people.teamFor(communityId, kind.project ?? '')
  return people.serving(communityId, kind.units ?? []) ?? ''
}

/** From the asking to somebody's hands. */
function taking(chance: Chance, kind: Past, people: CasePeople, communityId: string, day: number, hour = 9): Beat[] {
  const service = serviceOf(kind.service)
  if (kind.course === 'neighbours') {
    const offered: Beat[] = service?.first === 'volunteers' ? [] : [[day, hour, 'staff', { move: 'offer', words: '' }]]
    const takers = (['helper', 'second'] as const).slice(0, service?.helpers ?? 1)
    return [...offered, ...takers.map((who, n): Beat => [day, hour + 1 + n, who, { move: 'take' }])]
  }
  const unit = unitOf(kind, people, communityId)
  const accept = { move: 'accept', unit, words: '' } as const
  // An order for the next day is answered the same evening.
  if (kind.course === 'team') return [[day + 1, 17 + chance.next() / 2, `u:${unit}`, accept]]
  const accepted: Beat = [day, hour + 1 + chance.next(), `u:${unit}`, accept]
  if (kind.course === 'unit') {
    return [[day, hour, 'staff', { move: 'dispatch', units: [unit], people: {}, clock: null, words: '' }], accepted]
  }
  if (!service?.needsAgreement) return [accepted]
  return [
    accepted,
    [day, hour + 4, `u:${unit}`, { move: 'propose', words: kind.done }],
    [day, hour + 5, 'asker', { move: 'agree', turn: 0, side: null, pictures: [] }],
    [day, hour + 6, 'party', { move: 'agree', turn: 0, side: null, pictures: [] }],
  ]
}

/** How the asker, or somebody other than who did it, says that it is done. */
function ending(chance: Chance, kind: Past, day: number): Beat {
  const isSealed = serviceOf(kind.service)?.seenBy === 'parties'
  const stars = chance.weighted([5, 4, 3], (each) => ({ 5: 7, 4: 3, 3: 1 })[each] ?? 0)
  const entered = serviceOf(kind.service)?.isEnteredByStaff
  if (entered || (!isSealed && chance.yes(odds.byPhone))) {
    return [day, 10, 'staff', { move: 'score', stars, how: 'phone', isDone: true, words: kind.praise }]
  }
  return [day, 19, 'asker', { move: 'confirm', stars: chance.yes(odds.unscored) ? null : stars, words: kind.praise }]
}
