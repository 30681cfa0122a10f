// The table of rights as people meet it: every action × every role × own and foreign team and community.
import { actions, type InputOf } from '../../cloudfunctions/core/contract'
import { rightOf } from '../../cloudfunctions/core/domain/rights'
import type { CertificateDoc, FileDoc } from '../../cloudfunctions/core/ports/documents'
import { County, formFor, personIdOf } from './county'

type Key = keyof typeof actions
const keys = Object.keys(actions) as Key[]

const county = new County()
beforeAll(() => county.settle(), 60_000)
afterAll(() => county.end())

/** Who asks, and how she stands to the green team of the east, which everything here is about. */
const roles = {
  guest: 'has no name yet',
  resident: 'lives in its community',
  member: 'is in the team',
  leader: 'leads it',
  neighbour: 'leads another team of the community',
  stranger: 'leads a team of another community',
  staff: 'works for its community',
  farStaff: 'works for another community',
  county: 'works for the county',
}
type Role = keyof typeof roles
const atDesk: readonly Role[] = ['leader', 'staff']
/** Those who run some team, though not this one: their own desk is theirs. */
const runSomething: readonly Role[] = ['leader', 'neighbour', 'stranger', 'staff', 'farStaff']

let made = 0

/** Input with which the action makes sense for a fresh activity of the green team. */
async function inputFor<K extends Key>(key: K, role: Role): Promise<Partial<InputOf<(typeof actions)[K]>>> {
  const id = `x${++made}`
  const form = formFor(county.now())
  const isDraft = key === 'publish' || key === 'discard'
  await county.activity(id, isDraft ? { state: 'draft', listed: false } : {})
  const personId = personIdOf('resident')
  if (key === 'certificateCode' || key === 'orderCertificate') await county.add('certificates', [ownProof(id, role)])
  if (key === 'fileState' || key === 'runFile') await county.add('files', [ownFile(id, role)])
  const inputs: { [Each in Key]?: object } = {
    saveProfile: { name: role, phone: null, communityId: 'east' },
    consent: { templates: [] },
    readMessages: { ids: [] },
    listActivities: { communityId: 'east', from: 0 },
    myActivities: { which: 'coming' },
    answer: { id, yes: true },
    saveDraft: { key: id, form },
    edit: { id, revision: 1, form: { ...form, title: '改' } },
    close: { id, closed: true },
    cancel: { id, reason: '下雨' },
    roster: { id, which: 'in' },
    release: { id, personId, reason: '来不了' },
    places: { communityId: 'east' },
    listTeams: { communityId: 'east' },
    getTeam: { id: 'green' },
    apply: { id: 'green', words: '' },
    withdraw: { id: 'green' },
    members: { id: 'green', which: 'member' },
    decide: { id: 'green', personId, accept: true },
    dismiss: { id: 'green', personId },
    editTeam: { id: 'green', name: '绿叶志愿队', intro: '', phone: '' },
    issueCertificate: { key: id, from: '2026-01-01', to: '2026-12-31' },
    verifyCertificate: { code: id },
    saveRecap: { id, served: 3, words: '', thanks: '', pictures: [] },
    rate: { id, stars: 5, words: '' },
    orderRoster: { id, key: id, kind: 'roster-xlsx', phones: true },
    orderCertificate: { id, key: id },
  }
  return (inputs[key] ?? { id }) as Partial<InputOf<(typeof actions)[K]>>
}

/** A certificate and an order of hers: those of others are nobody's business, whatever her role. */
const ownProof = (_id: string, role: Role): CertificateDoc => ({
  ...{ _id, personId: personIdOf(role), number: _id, code: `code${_id}`, name: role, minutes: 60, lines: [] },
  ...{ from: '2026-01-01', to: '2026-12-31', issuer: '柳湾社区', communityId: 'east', issuedAt: 1 },
  ...{ state: 'valid', revokedWhy: '' },
})
const ownFile = (_id: string, role: Role): FileDoc => ({
  ...{ _id, kind: 'certificate-pdf', aboutId: 'none', phones: false, by: personIdOf(role), state: 'failed' },
  ...{ done: 0, total: 1, name: '', fileId: '', claimedUntil: 0, until: county.now() + 1e6, attempts: 9, createdAt: 1 },
})

/** What the table promises this role: '' for let in, else the refusal. */
function promised(key: Key, role: Role): string {
  const right = rightOf(actions[key].name)
  if (right?.may === 'profile') return role === 'guest' ? 'access.profile_missing' : ''
  if (right?.may !== 'desk') return ''
  if (right.of === 'own teams') return runSomething.includes(role) ? '' : 'access.denied'
  if (atDesk.includes(role)) return ''
  // Nobody learns that a foreign draft is there.
  return key === 'publish' || key === 'discard' ? 'access.gone' : 'access.denied'
}

const kept = ['access.denied', 'access.gone', 'access.profile_missing']

/** What the desk is told when she has no name: she cannot run anything. */
const forGuest = (code: string, role: Role) => (role === 'guest' && code === 'access.gone' ? 'access.denied' : code)

describe.each(keys)('%s', (key) => {
  test.each(Object.entries(roles))('by %s, who %s', async (role) => {
    const who = role as Role
    const openid = who === 'guest' ? `guest${++made}` : who
    const code = await county.refusalOf(openid, key, await inputFor(key, who))
    expect(kept.includes(code) ? code : '').toBe(forGuest(promised(key, who), who))
    expect(['bad_input', 'fault']).not.toContain(code)
  })
})

describe('beyond the table', () => {
  test('a worker of another community sees no number, nor does the county', async () => {
    const { _id: id } = await county.activity('numbers')
    await county.ask('resident', 'join', { id })
    for (const openid of ['resident', 'member', 'neighbour', 'farStaff', 'county']) {
      const seen = [
        await county.call(openid, 'getActivity', { id }),
        await county.call(openid, 'roster', { id, which: 'in' }),
        await county.call(openid, 'getTeam', { id: 'green' }),
        await county.call(openid, 'members', { id: 'green', which: 'member' }),
      ]
      expect(JSON.stringify(seen)).not.toContain('13800001234')
    }
  })

  test('her own number comes back masked, and her OPENID never', async () => {
    for (const openid of Object.keys(roles)) {
      const me = JSON.stringify(await county.ask(openid, 'me', {}))
      expect(me).not.toContain('13800001234')
      expect(me).not.toContain('openid')
    }
  })

  test('what does not exist is gone, for whoever asks', async () => {
    const input = { id: 'nothing' }
    for (const key of ['getActivity', 'join', 'leave', 'publish', 'getForm', 'discard', 'getTeam', 'apply'] as const) {
      expect(await county.refusalOf('staff', key, input)).toBe('access.gone')
    }
  })

  test('a lapsed worker runs nothing any more', async () => {
    const { _id: id } = await county.activity('lapsed')
    expect(await county.refusalOf('staff', 'roster', { id, which: 'in' })).toBe('')
    await county.set('people', personIdOf('staff'), { staffOf: [] })
    expect(await county.refusalOf('staff', 'roster', { id, which: 'in' })).toBe('access.denied')
  })
})
