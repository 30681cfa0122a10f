// For every action of the contract at least one call that succeeds, in a little world of its own. What it needs is put there
// beforehand, as documents where that is quick, by calls where only they make it whole.
import type { actions } from '../../cloudfunctions/core/contract'
import { dayOf } from '../../cloudfunctions/core/domain/times'
import { resourceDoc } from './access-cases'
import { partnerDoc, wishOf } from './cases'
import { type County, day, formFor, hour } from './county'
import type { Role, Subject } from './subjects'

export type Key = keyof typeof actions

/** A call: who makes it, and with what. */
export interface Call {
  openid: string
  key: Key
  input: object
}

/** How one call comes to be made: documents first, then what only other calls can make. */
export interface Scene {
  name: string
  key: Key
  stage: (s: Subject) => (county: County) => Promise<Call>
}

type By = readonly [role: Role | 'county', input: object, openid?: string]

/** A scene whose input is known at once. */
const at = (key: Key, stage: (s: Subject) => By, name: string = key): Scene => ({
  name,
  key,
  stage: (s) => {
    const [role, input, openid] = stage(s)
    return async () => ({ openid: openid ?? (role === 'county' ? role : s.openid(role)), key, input })
  },
})

/** A scene that other calls make ready. */
const after = (key: Key, stage: (s: Subject) => (county: County) => Promise<By>, name: string = key): Scene => ({
  name,
  key,
  stage: (s) => {
    const ready = stage(s)
    return async (county) => {
      const [role, input, openid] = await ready(county)
      return { openid: openid ?? (role === 'county' ? role : s.openid(role)), key, input }
    }
  },
})

const form = (s: Subject) => formFor(s.now, { teamId: s.teamId })
const ruleOf = (s: Subject) => {
  const [from, to] = [dayOf(s.now + 2 * day), dayOf(s.now + 3 * day)]
  return { weekdays: [1, 2, 3, 4, 5, 6, 7], from, to, skip: [] }
}
const elder = (s: Subject) =>
  s.put('dependents', s.ward(`d${s.id}e`, { name: `老${s.id}`, station: s.communityId, keepers: [] }))
const keptElder = (s: Subject) => {
  const id = `d${s.id}e`
  s.put('dependents', s.ward(id, { name: `老${s.id}`, station: s.communityId }))
  const daughter = s.docs.people?.find(({ _id }) => _id === s.person('daughter'))
  daughter?.wards?.push(id)
}
/** The son keeps her mother too. */
const withSon = (s: Subject) => {
  const son = s.person('son')
  const mother = s.docs.dependents?.find(({ _id }) => _id === s.mother)
  mother?.keepers.push({ id: son, called: '妈', since: 2 })
  const person = s.docs.people?.find(({ _id }) => _id === son)
  if (person) person.wards = [s.mother]
}
const token = (s: Subject) => `token${s.id}`
const invited = (s: Subject) => {
  const mother = s.docs.dependents?.find(({ _id }) => _id === s.mother)
  if (mother) mother.invite = { token: token(s), by: s.person('daughter'), until: s.now + day }
}
const claimed = (s: Subject) => {
  const guest = s.docs.dependents?.find(({ _id }) => _id === s.guest)
  if (guest) Object.assign(guest, { claimAsker: s.person('resident'), claimAskedAt: s.now })
}
/** Hours of the resident, confirmed in an activity that is over. */
const confirmed = (s: Subject) => {
  const personId = s.person('resident')
  const activity = s.over(
    { seats: [personId] },
    { settledAt: s.now - 1, serves: true },
    { minutes: 60, attendance: 'came', ins: [s.now - 3 * hour], outs: [s.now - hour] },
  )
  const on = dayOf(activity.startsAt)
  const what = { activityId: s.id, teamId: s.teamId, colour: 'green' as const, title: '课', teamName: '队', place: '' }
  const said = { kind: 'confirmed' as const, at: 1, by: s.person('leader'), approvedBy: '', reason: '' }
  const entry = { id: s.id, ...what, day: on, minutes: 60, ...said }
  const year = Number(on.slice(0, 4))
  s.put('ledgers', { _id: `${personId}_${year}`, personId, year, minutes: 60, entries: [entry] })
  return on
}
const asked =
  (s: Subject, role: Role = 'resident') =>
  async (county: County) => {
    const wish = wishOf({ key: s.id, topic: 'other', communityId: s.communityId, compoundId: '' })
    return (await county.ask(s.openid(role), 'askCase', wish)).id
  }
const series = (s: Subject) => async (county: County) =>
  (await county.ask(s.openid('leader'), 'createSeries', { key: s.id, form: form(s), rule: ruleOf(s) })).id
const card = (s: Subject) => {
  s.activity()
  return async (county: County) =>
    (await county.ask(s.openid('daughter'), 'makeCard', { id: s.id, wardId: s.mother, as: '女儿' })).token
}
const certificate = (s: Subject) => {
  const on = confirmed(s)
  return async (county: County) => county.ask(s.openid('resident'), 'issueCertificate', { key: s.id, from: on, to: on })
}
const moved = (name: string, role: Role, before: (s: Subject) => object[], move: (s: Subject) => object) =>
  after(
    'moveCase',
    (s) => async (county) => {
      const id = await asked(s)(county)
      for (const [n, each] of before(s).entries())
        await county.ask(s.openid('staff'), 'moveCase', { id, key: `b${n}${s.id}`, move: each as never })
      return [role, { id, key: s.id, move: move(s) as never }]
    },
    `moveCase, ${name}`,
  )
const step = { name: '', phone: '', unit: null, via: 'name' as const, pass: '' }

/** The code on the screen at the moment she first scans, and the same one when the phone repeats it. */
class Scanned {
  private seen = ''

  constructor(
    private readonly codes: readonly { from: number; text: string }[],
    private readonly key: string,
    private readonly now: () => number,
  ) {}

  toJSON() {
    const shown = this.codes.filter(({ from }) => from <= this.now()).at(-1)
    this.seen ||= shown?.text ?? ''
    return { text: this.seen, key: this.key }
  }
}

const party = { name: '楼上', phone: '' }
const noise = { topic: 'noise', words: '楼上夜里总有响声' }

/** Calls that change something. */
export const writes: readonly Scene[] = [
  at('saveProfile', (s) => ['resident', { name: `新${s.id}`, phone: '13800001235', communityId: s.communityId }]),
  at(
    'saveProfile',
    (s) => ['resident', { name: `新${s.id}`, phone: '', communityId: s.communityId }, `${s.id}new`],
    'saveProfile, for the first time',
  ),
  after('consent', (s) => async (county) => {
    const { templates } = await county.ask(s.openid('resident'), 'me', {})
    return ['resident', { key: s.id, templates: [templates.changed ?? ''] }]
  }),
  at('readMessages', (s) => {
    const about = { personId: s.person('resident'), kind: 'x', title: '', body: '', page: '', at: 1, sent: null }
    s.put('messages', { _id: `m${s.id}`, ...about, read: false, about: s.id })
    const person = s.docs.people?.find(({ _id }) => _id === s.person('resident'))
    if (person) person.unread = 1
    return ['resident', { ids: [`m${s.id}`] }]
  }),
  at('eraseMe', (s) => {
    s.activity({ seats: [s.person('resident'), s.person('member')] })
    return ['resident', { sure: true }]
  }),
  at('join', (s) => (s.activity(), ['resident', { id: s.id }])),
  at(
    'join',
    (s) => (s.activity({ seats: [s.person('member')] }, { capacity: 1 }), ['resident', { id: s.id }]),
    'join, the line',
  ),
  at(
    'join',
    (s) => (s.activity(), ['daughter', { id: s.id, people: [s.person('daughter'), s.mother] }]),
    'join, two together',
  ),
  at('join', (s) => (s.activity({}, { approval: true }), ['resident', { id: s.id }]), 'join, asking'),
  at('leave', (s) => (s.activity({ seats: [s.person('resident')] }), ['resident', { id: s.id }])),
  at(
    'leave',
    (s) => {
      s.activity({ seats: [s.person('resident')], line: [s.person('member'), s.person('son')] }, { capacity: 1 })
      return ['resident', { id: s.id }]
    },
    'leave, with two waiting',
  ),
  at('answer', (s) => {
    s.activity({ seats: [s.person('resident')] }, {}, { state: 'offered', answerBy: s.now + day })
    return ['resident', { id: s.id, yes: true }]
  }),
  at(
    'answer',
    (s) => {
      s.activity({ seats: [s.person('resident')] }, {}, { state: 'offered', answerBy: s.now + day })
      return ['resident', { id: s.id, yes: false }]
    },
    'answer no',
  ),
  at('saveDraft', (s) => ['leader', { key: s.id, form: form(s) }]),
  after('publish', (s) => async (county) => {
    const { id } = await county.ask(s.openid('leader'), 'saveDraft', { key: s.id, form: form(s) })
    return ['leader', { id }]
  }),
  after('edit', (s) => {
    s.activity({ seats: [s.person('resident')], line: [s.person('member')] }, { capacity: 1 })
    return async (county) => {
      const { form: was, revision } = await county.ask(s.openid('leader'), 'getForm', { id: s.id })
      const [startsAt, endsAt] = [was.startsAt + day, was.endsAt + day]
      return ['leader', { id: s.id, revision, form: { ...was, startsAt, endsAt, capacity: 2 } }]
    }
  }),
  at('close', (s) => (s.activity(), ['leader', { id: s.id, closed: true }])),
  at('cancel', (s) => {
    s.activity({ seats: [s.person('resident'), s.mother] })
    return ['leader', { id: s.id, reason: '下雨' }]
  }),
  after('discard', (s) => async (county) => {
    const { id } = await county.ask(s.openid('leader'), 'saveDraft', { key: s.id, form: form(s) })
    return ['leader', { id }]
  }),
  at('release', (s) => {
    s.activity({ seats: [s.person('resident')], line: [s.person('member')] }, { capacity: 1 })
    return ['leader', { id: s.id, personId: s.person('resident'), reason: '来不了' }]
  }),
  at('apply', (s) => ['resident', { id: s.teamId, words: '想来' }]),
  at('withdraw', (s) => ['member', { id: s.teamId }]),
  after('decide', (s) => async (county) => {
    await county.ask(s.openid('resident'), 'apply', { id: s.teamId, words: '' })
    return ['leader', { id: s.teamId, personId: s.person('resident'), accept: true }]
  }),
  at('dismiss', (s) => ['leader', { id: s.teamId, personId: s.person('member') }]),
  at('editTeam', (s) => ['leader', { id: s.teamId, name: '新绿叶队', intro: '', phone: '' }]),
  at('saveDependent', (s) => [
    'resident',
    { id: null, key: s.id, name: `妈妈${s.id}`, called: '妈妈', kind: 'elder', born: null, phone: '', consent: true },
  ]),
  at('inviteKeeper', (s) => ['daughter', { id: s.mother }]),
  at('acceptKeeping', (s) => (invited(s), ['son', { token: token(s), called: '妈' }])),
  at('letGo', (s) => (withSon(s), ['son', { id: s.mother }])),
  at('changeRights', (s) => {
    withSon(s)
    return ['daughter', { id: s.mother, keeperId: s.person('son'), may: { signUp: false, told: true } }]
  }),
  at('withdrawConsent', (s) => (s.activity({ seats: [s.mother] }), ['daughter', { id: s.mother }])),
  at('claim', (s) => (s.activity({ seats: [s.guest] }), ['resident', { id: s.guest }])),
  at('unclaim', (s) => (claimed(s), ['resident', { id: s.guest }])),
  at('confirmClaim', (s) => {
    claimed(s)
    s.activity({ seats: [s.guest] })
    return ['leader', { id: s.guest, by: s.person('resident'), accept: true }]
  }),
  at('enterPeople', (s) => {
    s.activity()
    const people = [`来${s.id}一`, `来${s.id}二`].map((name) => ({ name, phone: '13900000001' }))
    return ['leader', { id: s.id, people }]
  }),
  at('approve', (s) => {
    s.activity({ pool: [s.person('resident')] }, { approval: true })
    return ['leader', { id: s.id, people: [s.person('resident')], accept: true }]
  }),
  at(
    'approve',
    (s) => {
      s.activity({ pool: [s.person('resident')] }, { approval: true })
      return ['leader', { id: s.id, people: [s.person('resident')], accept: false, reason: '满了' }]
    },
    'approve, no',
  ),
  at('createSeries', (s) => ['leader', { key: s.id, form: form(s), rule: ruleOf(s) }]),
  after('editSeries', (s) => async (county) => {
    const id = await series(s)(county)
    return ['leader', { id, revision: 1, from: s.now, form: { ...form(s), title: '改了' }, rule: ruleOf(s) }]
  }),
  after('joinSeries', (s) => async (county) => ['resident', { id: await series(s)(county), meetings: null }]),
  after('leaveSeries', (s) => async (county) => {
    const id = await series(s)(county)
    await county.ask(s.openid('resident'), 'joinSeries', { id, meetings: null })
    return ['resident', { id }]
  }),
  after('endSeries', (s) => async (county) => ['leader', { id: await series(s)(county), from: s.now, reason: '停电' }]),
  at('mergeDay', (s) => {
    s.underWay({ seats: [s.person('resident'), s.mother] })
    const came = [s.person('resident'), s.mother].map((personId, n) => ({ key: `${s.id}${n}`, personId }))
    const walkIn = { key: `${s.id}w`, personId: null, name: `走${s.id}`, via: 'walkIn' as const }
    const steps = [...came, walkIn].map((each) => ({ ...step, kind: 'in' as const, at: s.now, ...each }))
    return ['leader', { id: s.id, sentAt: s.now, steps }]
  }),
  after('scanCode', (s) => {
    s.underWay({ seats: [s.person('daughter'), s.mother] })
    return async (county) => {
      const { codes } = await county.ask(s.openid('leader'), 'dayCodes', { id: s.id, kind: 'in' })
      return ['daughter', new Scanned(codes, s.id, () => county.now())]
    }
  }),
  at('settleDay', (s) => {
    const personId = s.person('resident')
    s.over({ seats: [personId] }, { serves: true }, { ins: [s.now - 3 * hour], outs: [s.now - hour] })
    return ['leader', { id: s.id, rows: [{ personId, attendance: 'came', minutes: 90 }], done: true }]
  }),
  at('correctHours', (s) => {
    confirmed(s)
    return ['leader', { id: s.id, personId: s.person('resident'), minutes: 90, reason: '记错了' }]
  }),
  after('decideCorrection', (s) => {
    confirmed(s)
    return async (county) => {
      const what = { id: s.id, personId: s.person('resident'), minutes: 90, reason: '记错了' }
      const { correctionId } = await county.ask(s.openid('leader'), 'correctHours', what)
      return ['second', { id: correctionId, accept: true }]
    }
  }),
  at('issueCertificate', (s) => {
    const on = confirmed(s)
    return ['resident', { key: s.id, from: on, to: on }]
  }),
  at('saveRecap', (s) => {
    s.over({ seats: [s.person('resident')] }, {}, { ins: [s.now - 3 * hour] })
    return ['leader', { id: s.id, served: 7, words: '来了好多人', thanks: '谢谢大家', pictures: [] }]
  }),
  at('rate', (s) => {
    s.over({ seats: [s.person('resident')] }, {}, { ins: [s.now - 3 * hour] })
    return ['resident', { id: s.id, stars: 5, words: '好' }]
  }),
  at('orderRoster', (s) => {
    s.activity({ seats: [s.person('resident')] })
    return ['leader', { id: s.id, key: s.id, kind: 'roster-sheet', phones: false }]
  }),
  after('orderCertificate', (s) => {
    const issued = certificate(s)
    return async (county) => ['resident', { id: (await issued(county)).id, key: s.id }]
  }),
  at('orderPasses', (s) => (s.activity({ seats: [s.mother] }), ['daughter', { id: s.id, key: s.id, of: 'ours' }])),
  after('runFile', (s) => {
    s.activity({ seats: [s.person('resident')] })
    return async (county) => {
      const order = { id: s.id, key: s.id, kind: 'roster-xlsx' as const, phones: false }
      const { id } = await county.ask(s.openid('leader'), 'orderRoster', order)
      return ['leader', { id }]
    }
  }),
  at('makeCard', (s) => (s.activity(), ['daughter', { id: s.id, wardId: s.mother, as: '女儿' }])),
  after('openCard', (s) => {
    const sent = card(s)
    return async (county) => ['son', { token: await sent(county) }]
  }),
  after('answerCard', (s) => {
    const sent = card(s)
    return async (county) => ['son', { token: await sent(county), yes: true }, `${s.id}phone`]
  }),
  after('acceptCard', (s) => {
    const sent = card(s)
    return async (county) => ['son', { token: await sent(county) }, `${s.id}phone`]
  }),
  after('tickCall', (s) => {
    s.activity({ seats: [s.person('resident')] })
    return async (county) => {
      await county.ask(s.openid('leader'), 'cancel', { id: s.id, reason: '下雨' })
      const { notices } = await county.ask(s.openid('leader'), 'callList', { id: s.id })
      const notice = notices[0]?.notice ?? ''
      return ['leader', { id: s.id, notice, personId: s.person('resident'), outcome: 'called', key: s.id }]
    }
  }),
  at('enterElder', (s) => [
    'staff',
    ...([
      { communityId: s.communityId, key: s.id, name: `何${s.id}`, kind: 'elder', born: null, phone: '', consent: true },
    ] as const),
  ]),
  at('inviteForElder', (s) => (elder(s), ['staff', { id: `d${s.id}e` }])),
  at('joinForElder', (s) => (keptElder(s), s.activity(), ['staff', { id: `d${s.id}e`, activityId: s.id }])),
  at('leaveForElder', (s) => {
    keptElder(s)
    s.activity({ seats: [`d${s.id}e`] })
    return ['staff', { id: `d${s.id}e`, activityId: s.id }]
  }),
  at('changeKeeper', (s) => {
    keptElder(s)
    return ['staff', { id: `d${s.id}e`, keeperId: s.person('daughter'), may: null }]
  }),
  at('withdrawElder', (s) => {
    elder(s)
    s.activity({ seats: [`d${s.id}e`] })
    return ['staff', { id: `d${s.id}e` }]
  }),
  at('askCase', (s) => ['resident', wishOf({ key: s.id, topic: 'other', communityId: s.communityId, compoundId: '' })]),
  at(
    'askCase',
    (s) => {
      const project = { id: `j${s.id}`, day: dayOf(s.now + 3 * day) }
      const at = { communityId: s.communityId, compoundId: '', answers: { when: '上午' } }
      return ['resident', wishOf({ key: s.id, service: 'order', project, ...at })]
    },
    'askCase, an order',
  ),
  at('enterCase', (s) => {
    const {
      forId: _,
      isAnonymous: __,
      ...wish
    } = wishOf({
      ...{ key: s.id, topic: 'other', communityId: s.communityId, compoundId: '' },
    })
    return ['staff', { ...wish, caller: { name: `何${s.id}`, phone: '' }, elderId: null }]
  }),
  at('dropCasePictures', (s) => [
    'resident',
    { fileIds: [`cloud://local-env.local-bucket/cases/${s.person('resident')}/${s.id}.jpg`] },
  ]),
  after('followCase', (s) => async (county) => {
    const id = await asked(s)(county)
    return ['member', { id, on: true }]
  }),
  after('partyCase', (s) => {
    const unit = `v${s.id}`
    const whose = { caresFor: [s.communityId], communityIds: [s.communityId] }
    const person = { id: s.person('power'), name: '方明远', title: '调解员', phone: '' }
    s.put('partners', partnerDoc(unit, '调解室', { ...whose, kind: 'mediation', people: [person] }))
    const power = s.docs.people?.find(({ _id }) => _id === s.person('power'))
    power?.unitOf?.push(unit)
    return async (county) => {
      const quarrel = { service: 'mediation', communityId: s.communityId, compoundId: '', otherParty: party }
      const { id } = await county.ask(s.openid('resident'), 'askCase', wishOf({ key: s.id, ...quarrel, ...noise }))
      const accept = { move: 'accept', unit, words: '' } as const
      await county.ask(s.openid('power'), 'moveCase', { id, key: `m${s.id}`, move: accept })
      const { partyToken = '' } = await county.ask(s.openid('power'), 'getCase', { id })
      return ['member', { id, token: partyToken }]
    }
  }),
  moved(
    'say',
    'resident',
    () => [],
    () => ({ move: 'say', words: '看看', pictures: [] }),
  ),
  moved(
    'settle',
    'staff',
    () => [],
    () => ({ move: 'settle', words: '' }),
  ),
  moved(
    'turn down',
    'staff',
    () => [],
    () => ({ move: 'turnDown', words: '不归社区管' }),
  ),
  moved(
    'withdraw',
    'resident',
    () => [],
    () => ({ move: 'withdraw', words: '' }),
  ),
  at('saveResource', (s) => [
    'staff',
    {
      ...{ id: null, key: s.id, communityId: s.communityId, partnerId: `u${s.id}`, kind: 'thing', title: '长梯' },
      ...{ words: '', colour: null, agreement: '', until: s.now + day },
    },
  ]),
  at('endResource', (s) => {
    const at = { communityId: s.communityId, partnerId: `u${s.id}`, createdBy: s.person('staff') }
    s.put('resources', { ...resourceDoc(s.id, s.now), ...at })
    return ['staff', { id: s.id }]
  }),
  at('saveProject', (s) => [
    'leader',
    {
      ...{ id: s.teamId, projectId: null, key: s.id, kind: 'haircut', title: '理发', words: '', weekdays: [1] },
      ...{ perDay: 2, isOn: true },
    },
  ]),
  at('check', (s) => ['county', { key: s.id }]),
]
