// Little worlds that know nothing of each other: a community with its team, people and a partner each, so that the same
// action can be done in hundreds of them at once and each be looked at by itself.
import type { ActivityDoc, Collections, DependentDoc, SignupDoc } from '../../cloudfunctions/core/ports/documents'
import { dayOf } from '../../cloudfunctions/core/domain/times'
import { partnerDoc, projectDoc } from './cases'
import { activityDoc, type County, hour, personDoc, personIdOf, teamDoc } from './county'
import { wardDoc } from './families'

type Docs = { [N in keyof Collections]?: Collections[N][] }

/** Who there is in each: a resident, a member, two leaders, a worker, a grid worker, one at a unit's desk, a daughter, a son. */
export const roles = ['resident', 'member', 'leader', 'second', 'staff', 'grid', 'power', 'daughter', 'son'] as const
export type Role = (typeof roles)[number]

/** One little world; its documents are put into the cloud together with those of many others. */
export class Subject {
  readonly docs: Docs = {}
  readonly communityId: string
  readonly teamId: string
  /** Whom the daughter keeps, and whom the leader wrote down by name. */
  readonly mother: string
  readonly guest: string

  constructor(
    readonly id: string,
    readonly now: number,
  ) {
    this.communityId = `c${id}`
    this.teamId = `t${id}`
    this.mother = `d${id}`
    this.guest = `g${id}`
    this.settle()
  }

  openid = (role: Role) => `${this.id}${role}`
  person = (role: Role) => personIdOf(this.openid(role))

  put<N extends keyof Collections>(name: N, ...docs: Collections[N][]): void {
    const there = (this.docs[name] ?? []) as Collections[N][]
    Object.assign(this.docs, { [name]: [...there, ...docs] })
  }

  private settle(): void {
    const { communityId, teamId, id } = this
    const compounds = [{ id: `w${id}`, name: '柳荫里', latitude: 31.35, longitude: 118.37 }]
    this.put('communities', { _id: communityId, name: '柳湾社区', order: 9, phone: '0555-1', hours: '', compounds })
    const team = teamDoc(teamId, communityId, 'green', [])
    const leaderIds = [this.person('leader'), this.person('second')]
    this.put('teams', { ...team, name: '绿叶志愿队', leaderIds, leaderName: '队长', members: 1 })
    const member = { teamId, personId: this.person('member'), state: 'member' as const, words: '', at: 1 }
    this.put('memberships', { _id: `${teamId}_${member.personId}`, ...member })
    const more = {
      staff: { staffOf: [communityId] },
      grid: { gridOf: [`w${id}`] },
      power: { unitOf: [`u${id}`] },
      daughter: { wards: [this.mother] },
    }
    this.put(
      'people',
      ...roles.map((role) =>
        personDoc(this.openid(role), communityId, { name: `人${id}`, ...more[role as keyof typeof more] }),
      ),
    )
    this.put(
      'dependents',
      wardDoc(this.mother, this.openid('daughter'), { communityId, name: `妈${id}` }),
      this.ward(this.guest, {
        kind: 'guest',
        keepers: [],
        consent: null,
        enteredBy: teamId,
        name: `人${id}`,
        keptUntil: this.now + 8760 * hour,
      }),
    )
    const person = { id: this.person('power'), name: '秦卫东', title: '师傅', phone: '13900001111' }
    const at = { caresFor: [communityId], communityIds: [communityId] }
    this.put('partners', partnerDoc(`u${id}`, '供电所', { ...at, people: [person], does: ['wish'] }))
    this.put('projects', projectDoc(`j${id}`, { teamId, communityId }))
  }

  ward = (_id: string, more: Partial<DependentDoc>): DependentDoc =>
    wardDoc(_id, this.openid('daughter'), { communityId: this.communityId, phone: '13800001234', ...more })

  /** A published activity of the team in two days with three seats, with those who have seats, wait, or asked. */
  activity(
    { seats = [], line = [], pool = [] }: { seats?: string[]; line?: string[]; pool?: string[] } = {},
    changes: Partial<ActivityDoc> = {},
    row: Partial<SignupDoc> = {},
  ): ActivityDoc {
    const capacity = changes.capacity === undefined ? 3 : changes.capacity
    const counts = { seatsLeft: (capacity ?? 5000) - seats.length, taken: seats.length, waiting: line.length }
    const whose = { teamId: this.teamId, communityId: this.communityId, createdBy: this.person('leader') }
    const lists = { ...counts, holders: seats, line, pool }
    const doc = { ...activityDoc(this.id, this.now, changes), ...whose, ...lists, ...changes, touchedAt: 1 }
    this.put('activities', doc)
    const { startsAt, endsAt, _id: activityId, teamId, communityId, colour } = doc
    const rowOf = (personId: string, state: SignupDoc['state'], since: number): SignupDoc => ({
      ...{ _id: `${activityId}_${personId}`, activityId, personId, teamId, state, live: true, since, startsAt, endsAt },
      ...{ answerBy: null, history: [], ...(personId === this.mother && { by: this.person('daughter') }) },
      ...row,
    })
    this.put(
      'signups',
      ...seats.map((each, at) => rowOf(each, 'in', this.now + at)),
      ...line.map((each, at) => rowOf(each, 'waiting', this.now + 100 + at)),
      ...pool.map((each, at) => rowOf(each, 'asked', this.now + 200 + at)),
    )
    const day = dayOf(startsAt)
    if (doc.state !== 'draft' && doc.state !== 'cancelled')
      this.put('tallies', { _id: `${communityId}_${day}`, scope: communityId, day, ids: { [colour]: [activityId] } })
    return doc
  }

  /** One that began an hour ago, or is over since one. */
  underWay = (who: { seats?: string[] }, changes: Partial<ActivityDoc> = {}, row: Partial<SignupDoc> = {}) =>
    this.activity(who, this.times(this.now - hour / 2, changes), row)
  over = (who: { seats?: string[] }, changes: Partial<ActivityDoc> = {}, row: Partial<SignupDoc> = {}) =>
    this.activity(who, { ...this.times(this.now - 3 * hour), state: 'ended', countedAs: 1, ...changes }, row)

  private times(startsAt: number, changes: Partial<ActivityDoc> = {}): Partial<ActivityDoc> {
    const opensAt = startsAt - 50 * hour
    return { startsAt, endsAt: startsAt + 2 * hour, closesAt: startsAt, cancelBy: startsAt, opensAt, ...changes }
  }
}

/** Puts the documents of many into the cloud at once; the county's days count their activities too. */
export async function putAll(county: County, subjects: readonly Subject[]): Promise<void> {
  const names = new Set(subjects.flatMap(({ docs }) => Object.keys(docs) as (keyof Collections)[]))
  for (const name of names) {
    const all: readonly unknown[] = subjects.flatMap(({ docs }): readonly unknown[] => docs[name] ?? [])
    await county.add(name, all as never)
  }
  const days = new Map<string, string[]>()
  for (const { ids, day } of subjects.flatMap(({ docs }) => docs.tallies ?? []))
    days.set(day, [...(days.get(day) ?? []), ...(ids.green ?? [])])
  for (const [day, ids] of days) {
    const _id = `county_${day}`
    const [before] = await county.find('tallies', { _id })
    const green = [...(before?.ids.green ?? []), ...ids]
    if (before) await county.set('tallies', _id, { ids: { ...before.ids, green } })
    else await county.add('tallies', [{ _id, scope: 'county', day, ids: { green } }])
  }
  const ended = subjects.flatMap(({ docs }) => docs.activities ?? []).filter(({ state }) => state === 'ended')
  await Promise.all(
    ended.map(({ teamId, _id }) => county.set('teams', teamId, { done: { activities: 1, people: 1 }, counted: [_id] })),
  )
}
