// Who is told of a step, and what of it: by the move, and by who had the case before and has it after.
import type { CaseFacts, CaseStepFact } from './case'
import { deskOf, deskOfLevel } from './case-owner'
import { after, before, type Then } from './case-then'

/** What somebody is told; the words of each stand with the notices. */
export const caseNotices = [
  'arrived',
  'whistled',
  'dispatched',
  'calledOff',
  'question',
  'answered',
  'offered',
  'taken',
  'allHere',
  'leftBy',
  'begun',
  'accepted',
  'declinedBy',
  'named',
  'climbed',
  'sentBack',
  'spent',
  'change',
  'agreeable',
  'agreed',
  'resolved',
  'asksScore',
  'reopened',
  'lookAgain',
  'closed',
  'turnedDown',
  'withdrawn',
  'mergedInto',
  'dueSoon',
  'overdue',
  'sealedOverdue',
  'nobodyTookIt',
  'stillNobody',
  'takenForGood',
  'partyHere',
  'lapsed',
  'said',
  'othersWait',
  'yourTurn',
  'ringUp',
  'letGo',
  'moneyCleared',
] as const
export type CaseNotice = (typeof caseNotices)[number]

/** Somebody to be told: a side of the case, one account, a unit (its named person, '' for all of it), or a desk as it is stored. */
export type Recipient =
  | { kind: 'asker' | 'party' | 'followers' }
  | { kind: 'person'; id: string }
  | { kind: 'unit'; id: string; personId: string }
  | { kind: 'desk'; id: string }

/** One who is told, and what. */
export interface Told {
  to: Recipient
  what: CaseNotice
}

/** What a step looks like to those who are told of it. */
interface Telling {
  kase: CaseFacts
  step: CaseStepFact
  was: Then
  is: Then
  isSealed: boolean
}

const asker: Recipient = { kind: 'asker' }
const party: Recipient = { kind: 'party' }
const followers: Recipient = { kind: 'followers' }

const units = (kase: CaseFacts, ids: readonly string[]): Recipient[] =>
  ids.map((id) => ({ kind: 'unit', id, personId: kase.units.find((unit) => unit.id === id)?.personId ?? '' }))

/** Those in whose hands it is: helpers, units, or the worker. */
const hands = (kase: CaseFacts, then: Then): Recipient[] => [
  ...then.helpers.map((id): Recipient => ({ kind: 'person', id })),
  ...units(kase, then.units),
  ...(then.doerId ? [{ kind: 'person', id: then.doerId } as const] : []),
]

const desk = (kase: CaseFacts, level: Then['level']): Recipient => ({
  kind: 'desk',
  id: deskOf(deskOfLevel(kase, level)),
})
const community = (kase: CaseFacts): Recipient => ({ kind: 'desk', id: `s_${kase.communityId}` })

/** Whether some of those who asked have no account, and have to be rung. */
const isRung = ({ kase, isSealed }: Telling) => hasCallers(kase) || (!kase.askerId && !isSealed)

/** Those who ring, or go to the door, and ask whether it was done well. */
const rounds = (kase: CaseFacts) => [community(kase), ...(kase.compoundId ? [desk(kase, 'compound')] : [])]

/** Who speaks for the asking side: she herself, or the community, which rings a caller without an account. */
const answerer = ({ kase, isSealed }: Telling): Recipient =>
  kase.askerId || (isSealed && kase.enteredBy) ? asker : community(kase)

/** Who has to do the next thing, as it stood then. */
function owners(scene: Telling, then: Then): Recipient[] {
  const { kase } = scene
  if (then.state === 'waiting' || then.state === 'resolved') return [answerer(scene)]
  const its = then.state === 'asked' || then.state === 'open' ? [] : hands(kase, then)
  return its.length > 0 && then.state !== 'followUp' ? its : [desk(kase, then.level)]
}

const say = (to: readonly Recipient[], what: CaseNotice): Told[] => to.map((each) => ({ to: each, what }))

function ofDispatch({ kase, step, was }: Telling): Told[] {
  const left = { ...was, units: was.units.filter((id) => !step.to.includes(id)) }
  return [
    ...say(units(kase, step.to), 'whistled'),
    ...say(hands(kase, left), 'calledOff'),
    ...say([asker], 'dispatched'),
  ]
}

function ofDecline({ kase, step, was, is, isSealed }: Telling): Told[] {
  if (step.state === 'closed') return say([asker, party], 'turnedDown')
  if (isSealed) return say(units(kase, step.to), 'whistled')
  const others = step.state === 'asked' ? was.units.filter((id) => id !== step.of) : []
  return [...say([desk(kase, is.level)], 'declinedBy'), ...say(units(kase, others), 'calledOff')]
}

/** It was scored, or made good: over for all, or to be looked at again. */
function ofScore(scene: Telling): Told[] {
  const { kase, step, was, is } = scene
  if (step.state === 'followUp') return say([desk(kase, is.level)], 'lookAgain')
  if (step.state !== 'closed') return ofReopening(scene)
  if (was.state === 'closed') return []
  return say([...(step.as === 'asker' ? [] : [asker]), ...hands(kase, was), followers, party], 'closed')
}

/** Whether somebody has to be rung who asked the same and has no account. */
const hasCallers = ({ joinedCallers = [] }: CaseFacts) => joinedCallers.length > 0

/** Who asked waits no more, others do: whoever has it goes on, and the one who asks from now on learns so. */
const ofLeaving = (scene: Telling): Told[] => [
  ...say([{ kind: 'person', id: scene.step.to[0] ?? '' }], 'yourTurn'),
  ...say(scene.step.move === 'lapse' ? [{ kind: 'person', id: scene.step.to[1] ?? '' }] : [], 'letGo'),
  ...say([...owners(scene, scene.is), followers], 'othersWait'),
]

/** No answer came, and nobody else waits: it is let be, or, of what was done and sealed, taken for good. */
const ofLapse = ({ kase, step, was }: Telling): Told[] => [
  ...say([asker], step.outcome === 'done' ? 'takenForGood' : 'lapsed'),
  ...say([party], 'closed'),
  ...say([...hands(kase, was), followers], 'closed'),
]

function ofReopening(scene: Telling): Told[] {
  const { kase, step, was, is } = scene
  const next = step.state === 'dispatched' ? [] : [desk(kase, is.level)]
  return say([...next, ...hands(kase, was), ...(step.as === 'asker' ? [] : [asker])], 'reopened')
}

/** A professional who says nothing leaves a sealed one to the next, or it ends; else she is called again. The staff ring her. */
function ofSealedOverdue(scene: Telling): Told[] {
  const { kase, step, was } = scene
  if (step.state === 'closed')
    return [...say([asker, party], 'nobodyTookIt'), ...say(units(kase, [step.of]), 'calledOff')]
  const left = step.state === 'dispatched' ? was.units.filter((id) => !step.to.includes(id)) : []
  return [
    ...say(step.state === 'dispatched' ? units(kase, step.to) : [], 'whistled'),
    ...say(left.length > 0 ? units(kase, left) : owners(scene, was), left.length > 0 ? 'calledOff' : 'overdue'),
    ...say([community(kase)], 'sealedOverdue'),
  ]
}

function ofOverdue(scene: Telling): Told[] {
  const { kase, step, was, is, isSealed } = scene
  if (isSealed) return ofSealedOverdue(scene)
  if (step.state === 'resolved') return say(rounds(kase), 'asksScore')
  if (step.state === 'followUp') return say([desk(kase, is.level)], 'lookAgain')
  if (step.state !== 'asked' || was.state === 'waiting')
    return say([...owners(scene, is), desk(kase, is.level)], 'overdue')
  const late = is.level === was.level && was.state === 'asked' ? [] : owners(scene, was)
  const climbs = is.level === was.level ? 'stillNobody' : 'climbed'
  const dropped = was.state === 'open' ? hands(kase, was) : []
  return [...say(late, 'overdue'), ...say(dropped, 'calledOff'), ...say([desk(kase, is.level), asker], climbs)]
}

const byMove: { readonly [M in CaseStepFact['move']]: (scene: Telling) => Told[] } = {
  begin: (scene) =>
    scene.step.state === 'open'
      ? []
      : say(owners(scene, scene.is), scene.step.state === 'asked' ? 'arrived' : 'whistled'),
  say: (scene) => {
    const { kase, step, was } = scene
    return say([...(step.as === 'asker' ? owners(scene, was) : [asker]), party, ...hands(kase, was)], 'said')
  },
  look: () => say([asker], 'said'),
  askBack: (scene) => say([answerer(scene)], 'question'),
  reply: (scene) => say(owners(scene, scene.is), 'answered'),
  offer: () => say([asker], 'offered'),
  take: ({ kase, step, is }) => [
    ...say([asker], 'taken'),
    ...(step.state === 'doing' && is.helpers.length > 1 ? say(hands(kase, is), 'allHere') : []),
  ],
  giveBack: (scene) =>
    scene.isSealed
      ? ofDecline(scene)
      : say([asker, ...hands(scene.kase, scene.is), desk(scene.kase, scene.is.level)], 'leftBy'),
  dispatch: ofDispatch,
  accept: ({ kase, step, was, is, isSealed }) => [
    ...(step.state === was.state ? [] : say([asker, party], 'begun')),
    ...(isSealed ? [] : say([desk(kase, is.level)], 'accepted')),
  ],
  decline: ofDecline,
  handOn: ({ step }) => say([{ kind: 'person', id: step.to[1] ?? '' }], 'named'),
  settle: ({ kase, was }) => [...say(hands(kase, was), 'calledOff'), ...say([asker], 'begun')],
  escalate: ({ kase, is }) => say([desk(kase, is.level), asker], 'climbed'),
  return: ({ kase, is }) => say([desk(kase, is.level)], 'sentBack'),
  spend: () => say([asker], 'spent'),
  clearMoney: ({ kase, was }) => [...say([asker], 'moneyCleared'), ...say(hands(kase, was), 'calledOff')],
  giveChange: () => say([asker], 'change'),
  propose: () => say([asker, party], 'agreeable'),
  agree: ({ kase, step, is }) => [
    ...say(step.as === 'unit' ? [] : hands(kase, is), 'agreed'),
    ...say(step.as === 'asker' ? [party] : [asker], 'agreed'),
  ],
  resolve: (scene) => [
    ...say([answerer(scene)], scene.kase.askerId || scene.isSealed ? 'resolved' : 'asksScore'),
    ...say(isRung(scene) ? rounds(scene.kase) : [], 'asksScore'),
    ...say([party], 'resolved'),
  ],
  confirm: ofScore,
  score: ofScore,
  makeGood: ofScore,
  reopen: ofReopening,
  turnDown: ({ kase }) => [
    ...say([asker, followers], 'turnedDown'),
    ...say(kase.askerId === '' || hasCallers(kase) ? [community(kase)] : [], 'ringUp'),
  ],
  withdraw: (scene) =>
    scene.step.state === 'closed'
      ? say([...owners(scene, scene.was), followers, party], 'withdrawn')
      : ofLeaving(scene),
  merge: ({ kase, was }) => [...say([asker, followers], 'mergedInto'), ...say(hands(kase, was), 'calledOff')],
  joined: () => [],
  party: ({ kase, is }) => say([asker, ...hands(kase, is)], 'partyHere'),
  remind: (scene) => say(owners(scene, scene.was), 'dueSoon'),
  overdue: ofOverdue,
  lapse: (scene) => (scene.step.state === 'closed' ? ofLapse(scene) : ofLeaving(scene)),
}

/** Who is told of a step, nobody twice; who made it is told nothing. A sealed one has no followers, and its desk learns a number. */
export function tellsOf(kase: CaseFacts, step: CaseStepFact, isSealed: boolean): Told[] {
  const scene = { kase, step, was: before(kase, step.turn), is: after(kase, step.turn), isSealed }
  const known = new Set<string>()
  return byMove[step.move](scene).filter(({ to }) => {
    const key = JSON.stringify(to)
    if (known.has(key) || (to.kind === 'asker' && step.as === 'asker')) return false
    if (to.kind === 'party' && !kase.otherParty?.id) return false
    if (to.kind === 'person' && (to.id === '' || (to.id === step.by && step.by !== ''))) return false
    known.add(key)
    return true
  })
}
