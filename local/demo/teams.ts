import { colours } from '@core/contract'
import type { MembershipDoc, TeamDoc } from '@core/ports/documents'
import { day } from './calendar'
import type { Chance } from './chance'
import { communities } from './communities'
import type { Resident } from './residents'
import { teamKinds, type TeamKind } from './team-kinds'

/** A team with its kind and its people, leaders first. */
export interface Team {
  doc: TeamDoc
  kind: TeamKind
  people: Resident[]
}

/** Who of the cast leads or belongs to which team of which community. */
const leads: Record<string, string> = {
  'liuwan-crafts': '苏桂兰',
  'liuwan-orange-pro': '苏桂兰',
  'dongsheng-blue-pro': '丁建平',
}
const belongs: Record<string, string[]> = { 'liuwan-purple-pro': ['梁文娟', '苏桂兰'], 'liuwan-choir': ['何玉珍'] }
const inLiuwan = ['stories', 'companions', 'craftsmen', 'gardeners', 'phones', 'holidays', 'patrol', 'crafts', 'choir']

const hopes = [
  '退休了有空，想出点力。',
  '周末都有时间。',
  '会一点，愿意学。',
  '跟着邻居参加过两回，想留下来。',
  '住得近，随叫随到。',
  '孩子大了，想找点事做。',
  '以前在单位做过这个。',
  '',
]

function isThere(community: string, kind: TeamKind, chance: Chance): boolean {
  if (community === 'liuwan') return kind.kind === 'professional' || [...inLiuwan, 'after-school'].includes(kind.key)
  const always = ['red-pro', 'purple-pro', ...(community === 'dongsheng' ? ['blue-pro'] : [])]
  return always.includes(kind.key) || chance.yes(kind.kind === 'professional' ? 0.85 : 0.3)
}

/** The teams of every community with leaders, members and people who wait for an answer. */
export function makeTeams(chance: Chance, now: number, residents: Resident[]) {
  const memberships: MembershipDoc[] = []
  const teams = communities.flatMap((community, order) => {
    const neighbours = residents.filter(
      ({ doc }) => doc.communityId === community.id && doc.staffOf.length === 0 && !isCast(doc.openid),
    )
    const grownUp = chance.shuffled(neighbours.filter(({ age }) => age !== 'young'))
    return teamKinds
      .filter((kind) => isThere(community.id, kind, chance))
      .map((kind, at): Team => {
        const id = `${community.id}-${kind.key}`
        const named = (name?: string) => residents.filter(({ doc }) => doc.name === name)
        const leader = named(leads[id])[0] ?? grownUp[at % grownUp.length]
        if (!leader) throw new Error(`nobody to lead ${id}`)
        const cast = (belongs[id] ?? []).flatMap(named)
        const crowd = chance.shuffled(neighbours.filter((each) => each !== leader))
        const size = Math.min(crowd.length - 4, chance.whole(6, kind.kind === 'professional' ? 16 : 11))
        const people = [leader, ...cast, ...crowd.slice(0, size)]
        const waiting = id === 'liuwan-crafts' ? 4 : chance.yes(0.3) ? chance.whole(1, 2) : 0
        const applicants = crowd.slice(size, size + waiting)
        const founded = now - chance.whole(380, 900) * day
        const join = (person: Resident, state: MembershipDoc['state'], time: number): MembershipDoc => ({
          _id: `${id}_${person.doc._id}`,
          teamId: id,
          personId: person.doc._id,
          state,
          words: state === 'applied' ? chance.pick(hopes) : '',
          at: time,
        })
        memberships.push(
          ...people.map((person, place) =>
            join(person, place === 0 ? 'leader' : 'member', place === 0 ? founded : now - chance.whole(10, 370) * day),
          ),
          ...applicants.map((person) => join(person, 'applied', now - chance.whole(90, 2900) * 60_000)),
        )
        const doc: TeamDoc = {
          _id: id,
          name: community.id === 'liuwan' && kind.inLiuwan ? kind.inLiuwan : community.short + kind.suffix,
          colour: kind.colour,
          kind: kind.kind,
          communityId: community.id,
          communityName: `${community.short}社区`,
          intro: kind.intro,
          phone: `000-52${String(order + 1).padStart(2, '0')}${String(101 + at)}`,
          leaderIds: [leader.doc._id],
          leaderName: leader.doc.name,
          members: people.length,
          applications: applicants.length,
          done: { activities: 0, people: 0 },
          counted: [],
          createdAt: founded,
        }
        return { doc, kind, people }
      })
  })
  const missing = colours.filter((colour) => !teams.some(({ doc }) => doc.colour === colour))
  if (missing.length > 0) throw new Error(`no team for ${missing.join(', ')}`)
  return { teams, memberships }
}

const isCast = (openid: string) => !openid.startsWith('o-demo-resident-')
