import type { ActivityForm, InputOf, OutputOf, Reply } from '../../cloudfunctions/core/contract'
import { actions, answeredBy, plainExtras } from '../../cloudfunctions/core/contract'
import { draftOf } from '../../cloudfunctions/core/actions/activity-form'
import { atHour, dayOf } from '../../cloudfunctions/core/domain/times'
import type { ActivityDoc, Collections, PersonDoc, TeamDoc } from '../../cloudfunctions/core/ports/documents'
import { ids } from '../../cloudfunctions/core/ports/ids'
import { CloudProcess, type CallStats, type FaultRule, type Faults, type SendTrouble } from './cloud-process'

export const minute = 60_000
export const hour = 60 * minute
export const day = 24 * hour

type Actions = typeof actions
type ActionKey = keyof Actions

/** The function that answers an action. */
const functionOf = (key: ActionKey) => answeredBy(actions[key].name)

/** What a call answered and what it cost. */
export type Called<K extends ActionKey> = Reply<OutputOf<Actions[K]>> & { stats: CallStats }

export const personIdOf = ids.person

/** When a county begins, a Wednesday at noon unless the environment says otherwise: no test hangs on when it is run. */
const begins = Date.parse(process.env.AT ?? '2026-11-25T12:00:00+08:00')

/** A small county on a local cloud: two communities, three teams, and a person for each role. */
export class County {
  private readonly cloud: CloudProcess
  private ahead = 0

  constructor(options: readonly string[] = []) {
    this.cloud = new CloudProcess(options)
  }

  /** Starts the cloud and settles the county. */
  async settle(): Promise<this> {
    await this.cloud.start()
    await this.advance(begins - this.now())
    await this.add('communities', [communityDoc('east', '柳湾社区', 1), communityDoc('west', '新桥社区', 2)])
    await this.add('teams', [
      teamDoc('green', 'east', 'green', ['leader']),
      teamDoc('blue', 'east', 'blue', ['neighbour']),
      teamDoc('far', 'west', 'green', ['stranger']),
    ])
    await this.add('people', [
      personDoc('resident', 'east'),
      personDoc('member', 'east'),
      personDoc('leader', 'east'),
      personDoc('neighbour', 'east'),
      personDoc('stranger', 'west'),
      personDoc('staff', 'east', { staffOf: ['east'] }),
      personDoc('farStaff', 'west', { staffOf: ['west'] }),
      personDoc('county', 'west', { county: true }),
    ])
    const personId = ids.person('member')
    const membership = { _id: ids.row('green', personId), teamId: 'green', personId, words: '', at: 1 }
    await this.add('memberships', [{ ...membership, state: 'member' }])
    return this
  }

  /** The moment as the cloud sees it. */
  now(): number {
    return Date.now() + this.ahead
  }

  /** The year in the county, which turns eight hours before the world's. */
  year(): number {
    return Number(dayOf(this.now()).slice(0, 4))
  }

  /** Calls an action as a person; rejects when the instance died of the faults. A number ends it after so many writes. */
  async call<K extends ActionKey>(
    openid: string,
    key: K,
    input: Partial<InputOf<Actions[K]>>,
    faults: number | Faults = 0,
  ): Promise<Called<K>> {
    const data = { action: actions[key].name, input }
    const { result, stats } = await this.cloud.invoke(functionOf(key), openid, data, faults)
    return { ...(result as Reply<OutputOf<Actions[K]>>), stats }
  }

  /** Sends the function whatever a broken phone might send. */
  raw = (openid: string, data: unknown) => this.cloud.invoke('api', openid, data)

  /** Sends any function whatever a broken phone might send, and says what that cost. */
  send = (name: string, openid: string, data: unknown) => this.cloud.invoke(name, openid, data)

  /** Sends the function for heavy work whatever a person, or without one another function, might send. */
  toJobs = async (openid: string, data: unknown, faults: number | Faults = 0) =>
    (await this.cloud.invoke('jobs', openid, data, faults)).result

  /** Calls the timer's function as a person, as a phone could. */
  callTimer = async (openid: string) => (await this.cloud.invoke('timer', openid, {})).result

  /** Calls an action that is expected to succeed. */
  async ask<K extends ActionKey>(openid: string, key: K, input: Partial<InputOf<Actions[K]>>) {
    const reply = await this.call(openid, key, input)
    if (!reply.ok) throw new Error(`${key} was not done: ${JSON.stringify(reply)}`)
    return reply.data
  }

  /** The code with which an action is refused; '' when it is not, `bad_input` or `fault` when it failed. */
  async refusalOf<K extends ActionKey>(openid: string, key: K, input: Partial<InputOf<Actions[K]>>): Promise<string> {
    const reply = await this.call(openid, key, input)
    if (reply.ok) return ''
    return 'refusal' in reply ? reply.refusal.refused : reply.fault.kind
  }

  /** Allows one message of each template, with WeChat and with us, as the phone does after WeChat's dialog. */
  async allow(openid: string, names: readonly string[]): Promise<void> {
    const { templates } = await this.ask(openid, 'me', {})
    const wanted = names.map((name) => templates[name] ?? '')
    await this.cloud.allow(openid, wanted)
    await this.ask(openid, 'consent', { templates: wanted })
  }

  received = (openid: string) => this.cloud.received(openid)
  troubles = (next: readonly SendTrouble[]) => this.cloud.troubles(next)
  keepFile = (path: string, content: string) => this.cloud.keepFile(path, content)
  hasFile = (fileID: string) => this.cloud.hasFile(fileID)
  checks = (settings: { next?: string[]; hold?: boolean; textDown?: boolean }) => this.cloud.checks(settings)
  /** What goes wrong with requests from now on; none ends it. */
  faults = (rules: readonly FaultRule[], seed = 1) => this.cloud.faults(rules, seed)
  log = () => this.cloud.log()
  figures = () => this.cloud.figures()

  /** One round of the timer; rejects when it died of the faults, or after so many writes. */
  round = (faults: number | Faults = 0) => this.cloud.fire('timer', 'every-minute', faults)

  /** What one round of the timer costs. */
  costOfRound = () => this.cloud.costOf('timer', 'every-minute')

  /** A round of `jobs`, which makes the files that were left lying. */
  makeLeftFiles = (faults: number | Faults = 0) => this.cloud.fire('jobs', 'every-minute', faults)

  /** A round that looks at everything touched up to now. */
  async mend(): Promise<void> {
    await this.advance(30_000)
    await this.round()
  }

  /** Moves on to the next moment at which the county's clocks show this hour. */
  async goTo(wanted: number): Promise<void> {
    const today = atHour(this.now(), wanted)
    await this.advance((today > this.now() ? today : today + day) - this.now())
  }

  async advance(ms: number): Promise<void> {
    this.ahead += ms
    await this.cloud.advance(ms)
  }

  /** Puts documents into the cloud as they are. */
  async add<N extends keyof Collections>(name: N, docs: readonly Collections[N][]): Promise<void> {
    for (let from = 0; from < docs.length; from += 500) {
      const data = docs.slice(from, from + 500).map((doc) => JSON.stringify(doc))
      await this.cloud.database('insertDocument', { collectionName: name, data })
    }
  }

  /** Every document that matches. */
  async find<N extends keyof Collections>(name: N, query: object): Promise<Collections[N][]> {
    const found: Collections[N][] = []
    for (let offset = 0; ; offset += 1000) {
      const order = JSON.stringify({ _id: 1 })
      const params = {
        collectionName: name,
        queryType: 'WHERE',
        query: JSON.stringify(query),
        order,
        offset,
        limit: 1000,
      }
      const { list } = (await this.cloud.database('getDocument', params)) as { list: string[] }
      found.push(...list.map((text) => plain(JSON.parse(text)) as Collections[N]))
      if (list.length < 1000) return found
    }
  }

  /** The one document that matches. */
  async one<N extends keyof Collections>(name: N, _id: string): Promise<Collections[N]> {
    const [doc] = await this.find(name, { _id })
    if (!doc) throw new Error(`${name} has no ${_id}`)
    return doc
  }

  /** Takes every document out of a collection. */
  async clear(name: keyof Collections): Promise<void> {
    const params = { collectionName: name, queryType: 'WHERE', query: '{}', multi: true }
    await this.cloud.database('removeDocument', params)
  }

  /** Sets fields of a document behind the back of the actions. */
  async set<N extends keyof Collections>(name: N, _id: string, fields: Partial<Collections[N]>): Promise<void> {
    const query = JSON.stringify({ _id })
    const data = JSON.stringify({ $set: fields })
    const how = { queryType: 'WHERE', multi: false, merge: true, upsert: false }
    await this.cloud.database('modifyDocument', { collectionName: name, query, data, ...how })
  }

  /** Adds a published activity of the green team that starts in two days, unless said otherwise. */
  async activity(id: string, changes: Partial<ActivityDoc> = {}): Promise<ActivityDoc> {
    const doc = activityDoc(id, this.now(), changes)
    await this.add('activities', [doc])
    return doc
  }

  /** Adds residents of the east; their OPENIDs are the names. */
  residents = (openids: readonly string[]) =>
    this.add(
      'people',
      openids.map((openid) => personDoc(openid, 'east')),
    )

  kill = () => this.cloud.kill()

  /** Starts it again after a kill, at the time it would be by now. */
  async restart(): Promise<void> {
    await this.cloud.start()
    await this.cloud.advance(this.ahead)
  }

  end = () => this.cloud.end()
}

/** Numbers as the database writes them, back to plain ones. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value !== 'object' || value === null) return value
  for (const key of ['$numberInt', '$numberLong', '$numberDouble']) {
    if (key in value) return Number(Reflect.get(value, key))
  }
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]))
}

const communityDoc = (_id: string, name: string, order: number) => ({
  ...{ _id, name, order },
  phone: '0555-1234567',
  hours: '8:30–17:30',
})

const teamNames = { green: '绿叶志愿队', blue: '平安巡逻队', far: '新桥志愿队' } as Record<string, string>

/** A team of the small county. */
export function teamDoc(_id: string, communityId: string, colour: TeamDoc['colour'], leaders: string[]): TeamDoc {
  return {
    _id,
    name: teamNames[_id] ?? `${_id}队`,
    colour,
    kind: 'social',
    communityId,
    communityName: communityId === 'east' ? '柳湾社区' : '新桥社区',
    intro: '',
    phone: '0555-7654321',
    leaderIds: leaders.map(ids.person),
    leaderName: '队长',
    members: 1,
    applications: 0,
    done: { activities: 0, people: 0 },
    counted: [],
    createdAt: 1,
  }
}

/** A person whose OPENID is also her name. */
export function personDoc(openid: string, communityId: string, more: Partial<PersonDoc> = {}): PersonDoc {
  return {
    _id: ids.person(openid),
    openid,
    name: openid,
    phone: '13800001234',
    communityId,
    staffOf: [],
    county: false,
    consents: {},
    unread: 0,
    createdAt: 1,
    ...more,
  }
}

/** A form such as a leader fills in, for an activity in two days. */
export function formFor(now: number, changes: Partial<ActivityForm> = {}): ActivityForm {
  const startsAt = now + 2 * day
  return {
    teamId: 'green',
    template: '',
    title: '一起扫扫咱们院',
    intro: '带上手套就行',
    place: { id: null, name: '东院', address: '', latitude: null, longitude: null },
    startsAt,
    endsAt: startsAt + 2 * hour,
    opensAt: now - hour,
    closesAt: startsAt,
    cancelBy: startsAt - 2 * hour,
    capacity: 3,
    audience: 'anyone',
    bring: ['手套'],
    contact: { name: '吴队长', phone: '0555-7654321' },
    ...plainExtras,
    ...changes,
  }
}

/** A published activity of the green team in two days, with three seats. */
export function activityDoc(id: string, now: number, changes: Partial<ActivityDoc> = {}): ActivityDoc {
  const capacity = changes.capacity === undefined ? 3 : changes.capacity
  const green = teamDoc('green', 'east', 'green', [])
  const draft = draftOf(formFor(now, { capacity }), green, { _id: id, personId: 'nobody', now })
  return { ...draft, state: 'published', listed: true, publishedAt: now, ...changes }
}
