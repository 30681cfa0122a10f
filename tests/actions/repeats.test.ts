// Every write can be repeated: a call that was answered and is sent again changes nothing and answers as before.
// And it can be cut off after any of its writes: the next call, or the timer, finishes what it began.
import { County, day, formFor, personIdOf } from './county'
import { family, wardDoc } from './families'
import type { Collections } from '../../cloudfunctions/core/ports/documents'

const county = new County()
beforeAll(async () => {
  await county.settle()
  await family(county, 'mum', [wardDoc('d1', 'mum'), wardDoc('d2', 'mum')])
}, 60_000)
afterAll(() => county.end())

let made = 0
/** All of one length, so that their sign-ups sort alike. */
const newId = () => `w${String(++made).padStart(4, '0')}`

type Run = (killAfterWrites?: number) => Promise<unknown>
interface Write {
  name: string
  /** Sets the stage; answers with the write to be repeated. */
  stage: (id: string) => Promise<Run>
}

const joined = async (id: string, people: readonly string[], changes = {}) => {
  await county.activity(id, { capacity: 1, ...changes })
  for (const openid of people) await county.ask(openid, 'join', { id })
}
const soon = () => {
  const startsAt = county.now() + 10 * 3_600_000
  return { startsAt, endsAt: startsAt + 3_600_000, closesAt: startsAt, cancelBy: startsAt }
}
/** A mother and the two she keeps. */
const three = [personIdOf('mum'), 'd1', 'd2']
const post = { kind: 'post' as const, name: '登记', capacity: 1, startsAt: null, endsAt: null, skills: '' }
const withPost = {
  capacity: 1,
  units: [{ ...post, id: 'desk', role: 'helper' as const }],
  seats: { desk: { left: 1, waiting: 0, holders: [], line: [] } },
}
const teamOf = async (id: string) => {
  const green = await county.one('teams', 'green')
  await county.add('teams', [{ ...green, _id: id, applications: 0, members: 0 }])
}

const writes: Write[] = [
  {
    name: 'join, a seat',
    stage: async (id) => {
      await joined(id, [])
      return (kill) => county.call('resident', 'join', { id }, kill)
    },
  },
  {
    name: 'join, the line',
    stage: async (id) => {
      await joined(id, ['member'])
      return (kill) => county.call('resident', 'join', { id }, kill)
    },
  },
  {
    name: 'join, three together with seats',
    stage: async (id) => {
      await joined(id, [], { capacity: 3 })
      return (kill) => county.call('mum', 'join', { id, people: three }, kill)
    },
  },
  {
    name: 'join, three together for the line',
    stage: async (id) => {
      await joined(id, ['member'], { capacity: 3 })
      return (kill) => county.call('mum', 'join', { id, people: three }, kill)
    },
  },
  {
    name: 'join, three each for herself',
    stage: async (id) => {
      await joined(id, ['member'], { capacity: 3 })
      return (kill) => county.call('mum', 'join', { id, people: three, together: false }, kill)
    },
  },
  {
    name: 'join, past a party that does not fit',
    stage: async (id) => {
      await joined(id, ['member'], { capacity: 3 })
      await county.ask('mum', 'join', { id, people: three })
      return (kill) => county.call('resident', 'join', { id }, kill)
    },
  },
  {
    name: 'join, a post',
    stage: async (id) => {
      await joined(id, [], withPost)
      return (kill) => county.call('resident', 'join', { id, unit: 'desk' }, kill)
    },
  },
  {
    name: 'leave, a post for which one waits',
    stage: async (id) => {
      await joined(id, [], withPost)
      for (const each of ['resident', 'member']) await county.ask(each, 'join', { id, unit: 'desk' })
      return (kill) => county.call('resident', 'leave', { id }, kill)
    },
  },
  {
    name: 'ask to come',
    stage: async (id) => {
      await joined(id, [], { approval: true })
      return (kill) => county.call('resident', 'join', { id }, kill)
    },
  },
  {
    name: 'say yes to a party and to one for whom no seat is left',
    stage: async (id) => {
      await joined(id, [], { approval: true, capacity: 3 })
      await county.ask('mum', 'join', { id, people: three })
      await county.ask('resident', 'join', { id })
      const people = [...three, personIdOf('resident')]
      return (kill) => county.call('leader', 'approve', { id, people, accept: true }, kill)
    },
  },
  {
    name: 'say no',
    stage: async (id) => {
      await joined(id, ['resident'], { approval: true })
      const people = [personIdOf('resident')]
      return (kill) => county.call('leader', 'approve', { id, people, accept: false, reason: '满了' }, kill)
    },
  },
  {
    name: 'leave, three together',
    stage: async (id) => {
      await joined(id, [], { capacity: 3 })
      await county.ask('mum', 'join', { id, people: three })
      await county.ask('resident', 'join', { id })
      return (kill) => county.call('mum', 'leave', { id, people: three }, kill)
    },
  },
  {
    name: 'enter two by name',
    stage: async (id) => {
      await joined(id, [])
      const people = [
        { name: '王桂芳', phone: '13900000001' },
        { name: '李长顺', phone: '13900000002' },
      ]
      return (kill) => county.call('leader', 'enterPeople', { id, people }, kill)
    },
  },
  {
    name: 'leave, with one waiting',
    stage: async (id) => {
      await joined(id, ['resident', 'member', 'leader'])
      return (kill) => county.call('resident', 'leave', { id }, kill)
    },
  },
  {
    name: 'leave the line',
    stage: async (id) => {
      await joined(id, ['member', 'resident', 'leader'])
      return (kill) => county.call('resident', 'leave', { id }, kill)
    },
  },
  {
    name: 'answer yes',
    stage: async (id) => {
      await joined(id, ['member', 'resident', 'leader'], soon())
      await county.ask('member', 'leave', { id })
      return (kill) => county.call('resident', 'answer', { id, yes: true }, kill)
    },
  },
  {
    name: 'answer no',
    stage: async (id) => {
      await joined(id, ['member', 'resident', 'leader'], soon())
      await county.ask('member', 'leave', { id })
      return (kill) => county.call('resident', 'answer', { id, yes: false }, kill)
    },
  },
  {
    name: 'saveDraft',
    stage: async (id) => {
      const form = formFor(county.now())
      return (kill) => county.call('leader', 'saveDraft', { key: id, form }, kill)
    },
  },
  {
    name: 'publish',
    stage: async (key) => {
      const { id } = await county.ask('leader', 'saveDraft', { key, form: formFor(county.now()) })
      return (kill) => county.call('leader', 'publish', { id }, kill)
    },
  },
  {
    name: 'edit, to another day and more seats',
    stage: async (id) => {
      await joined(id, ['resident', 'member', 'staff'])
      const { form, revision } = await county.ask('leader', 'getForm', { id })
      const moved = { ...form, startsAt: form.startsAt + day, endsAt: form.endsAt + day, capacity: 2 }
      return (kill) => county.call('leader', 'edit', { id, revision, form: moved }, kill)
    },
  },
  {
    name: 'close',
    stage: async (id) => {
      await joined(id, [])
      return (kill) => county.call('leader', 'close', { id, closed: true }, kill)
    },
  },
  {
    name: 'cancel',
    stage: async (id) => {
      await joined(id, ['resident', 'member', 'staff'])
      return (kill) => county.call('leader', 'cancel', { id, reason: '下雨' }, kill)
    },
  },
  {
    name: 'release, with one waiting',
    stage: async (id) => {
      await joined(id, ['resident', 'member'])
      const input = { id, personId: personIdOf('resident'), reason: '来不了' }
      return (kill) => county.call('leader', 'release', input, kill)
    },
  },
  {
    name: 'apply',
    stage: async (id) => {
      await teamOf(id)
      return (kill) => county.call('resident', 'apply', { id, words: '想来' }, kill)
    },
  },
  {
    name: 'decide',
    stage: async (id) => {
      await teamOf(id)
      await county.ask('resident', 'apply', { id, words: '' })
      return (kill) => county.call('leader', 'decide', { id, personId: personIdOf('resident'), accept: true }, kill)
    },
  },
  {
    name: 'withdraw',
    stage: async (id) => {
      await teamOf(id)
      await county.ask('resident', 'apply', { id, words: '' })
      return (kill) => county.call('resident', 'withdraw', { id }, kill)
    },
  },
]

const queriesAbout = (id: string) => ({
  activities: { _id: id },
  teams: { _id: id },
  signups: { activityId: id },
  memberships: { teamId: id },
  messages: { page: { $regularExpression: { pattern: `=${id}$`, options: '' } } },
  tasks: { activityId: id },
  tallies: { $or: [{ 'ids.green': id }] },
  audit: { about: id },
})
/** Moments, and what is derived from them, differ between two runs; so do other activities of the day. */
const differing = /(At|By|^at|^since|^until|^history|^ids)$/

/** Moments in ids and sentences, and ids made of them. */
const ofThisRun = /_\d{13}(?=")|"m\w{20}"|\d+:\d\d/g

/** Everything stored about an activity or a team, one line a document, without names and moments of this run. */
async function stateOf(id: string): Promise<string[]> {
  const lines: string[] = []
  for (const [name, query] of Object.entries(queriesAbout(id))) {
    const docs = await county.find(name as keyof Collections, query)
    const text = (doc: object) => JSON.stringify(doc, (key, value: unknown) => (differing.test(key) ? 0 : value))
    for (const doc of docs) lines.push(`${name} ${text(doc)}`.replaceAll(id, 'ID').replace(ofThisRun, ''))
  }
  return [...new Set(lines)].sort()
}

interface Ran {
  ok: boolean
  data?: { id?: string }
  stats: { writes: number }
}
/** What was written about: a draft has its own id, made of the key. */
const aboutOf = ({ data }: Ran, id: string) => data?.id ?? id

describe('done twice is done once', () => {
  test.each(writes)('$name', async ({ stage }) => {
    const id = newId()
    const run = await stage(id)
    const first = (await run()) as Ran
    const after = await stateOf(aboutOf(first, id))
    expect(await run()).toMatchObject({ ok: true })
    expect(first.ok).toBe(true)
    expect(await stateOf(aboutOf(first, id))).toEqual(after)
  })
})

describe('cut off after any of its writes and repeated, it is whole after the next round of the timer', () => {
  test.each(writes)(
    '$name',
    async ({ stage }) => {
      const whole = newId()
      const straight = (await (await stage(whole))()) as Ran
      const { writes: all } = straight.stats
      const pieces: string[] = []
      // Long ones, which tell many people the same way, are cut at every other write.
      for (let cut = 1; cut < all; cut += all > 10 ? 2 : 1) {
        const id = newId()
        const run = await stage(id)
        await expect(run(cut)).rejects.toThrow()
        const last = (await run()) as Ran
        expect(last).toMatchObject({ ok: true })
        pieces.push(aboutOf(last, id))
      }
      await county.mend()
      const wanted = await stateOf(aboutOf(straight, whole))
      for (const [index, id] of pieces.entries()) expect([index, await stateOf(id)]).toEqual([index, wanted])
    },
    120_000,
  )
})
