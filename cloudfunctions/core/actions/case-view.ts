// The page of one case: everything on it is shaped by how much of it who looks may see.
import { getCase, refuse, type OutputOf } from '../contract'
import { isOutdoors, saysOpenly, whereOf } from '../domain/case'
import { agreesAs, mustAgree, signOnPaper } from '../domain/case-agreement'
import { mayDo } from '../domain/case-flow'
import { knowsHome, seesMedicine } from '../domain/case-sight'
import { moneyOf } from '../domain/money'
import type { CaseDoc, CaseStepDoc } from '../ports/documents'
import { seal } from '../ports/seals'
import { cardsOf, privateTopic } from './case-cards'
import { heldBy, type Held } from './case-held'
import {
  alsoToCall,
  askerContactOf,
  castOf,
  comerOf,
  contactOf,
  doerWords,
  personOf,
  toWords,
  type Cast,
} from './case-people'
import { picturesFor } from './case-pictures'
import { partyTokenOf } from './case-token'
import { forAnyone } from './kernel'
import type { World } from './world'

type View = OutputOf<typeof getCase>

export const show = forAnyone(getCase, async ({ id }, world) => {
  const held = await heldBy(world, id)
  return held ? viewOf(world, held) : refuse('access.gone')
})

/** A case as this caller may see it. */
export async function viewOf(world: World, held: Held): Promise<View> {
  const { kase, shown, service, viewer, sight, who } = held
  const isInside = sight === 'all'
  const [[card], cast, pictures, doorWord, partyToken] = await Promise.all([
    cardsOf(world, [shown], who),
    castOf(world, held),
    picturesFor(kase, {
      id: world.id,
      isInside,
      isOutdoors: sight === 'public' && isOutdoors(service, kase),
      seesMedicine: seesMedicine(viewer) && knowsHome(kase, viewer),
    }),
    isInside ? doorWordOf(held) : '',
    partyTokenOf(held),
  ])
  // Whoever sees nothing of it never came so far.
  if (!card) throw new Error('a case that is seen has no card')
  const may = shown === kase ? mayDo(kase, viewer, service, world.now) : []
  return {
    ...card,
    words: isInside || !privateTopic(kase) ? kase.words : (service.discreet ?? ''),
    answers: isInside ? answersOf(held) : [],
    steps: stepsOf(held, cast, card.asker, pictures),
    may,
    contact: contactOf(held, cast),
    askerContact: askerContactOf(held, cast),
    alsoToCall: alsoToCall(held),
    turn: kase.turn,
    units: unitsOf(held, cast),
    helpers: isInside ? helpersOf(held, cast) : [],
    doorWord,
    goods: isInside ? kase.goods : [],
    goodsCount: kase.goods.length,
    money: isInside && service.needsGoods ? moneyOf(kase.steps) : null,
    agreement: isInside ? agreementOf(held, cast, may.includes('agree')) : null,
    mergedInto: kase.outcome === 'merged' ? (kase.steps.at(-1)?.to[0] ?? null) : null,
    isFollowed: world.id !== '' && kase.followers.includes(world.id),
    isAnonymous: kase.isAnonymous,
    score: scoreOf(kase, isInside),
    ...(partyToken && { partyToken }),
  }
}

function answersOf({ kase, service, viewer }: Held): View['answers'] {
  const answers = service.questions.flatMap(({ id, label }) => {
    const value = kase.answers[id]
    return value === undefined ? [] : [{ label, value: value === true ? '是' : String(value) }]
  })
  const { otherParty } = kase
  const mayKnow = viewer.parts.some((part) => part === 'asker' || part === 'unit')
  if (!otherParty?.name || !mayKnow) return answers
  return [...answers, { label: '另一方', value: otherParty.name, phone: otherParty.phone }]
}

/** The thread: all of it for those inside; others read who moved it where, and the words that are for everybody. */
function stepsOf(held: Held, cast: Cast, asker: string, pictures: (turn: number) => View['steps'][number]['pictures']) {
  const isInside = held.sight === 'all'
  const isOpenly = saysOpenly(held.service, held.kase.topic)
  return held.kase.steps
    .filter((step) => isInside || step.isOpen || !isTalk(step))
    .map((step) => ({
      turn: step.turn,
      at: step.at,
      move: step.move,
      state: step.state,
      as: step.as,
      who: doerWords(step, held, cast, asker),
      to: toWords(step, held, cast),
      words: isInside || (step.isOpen && isOpenly) ? step.words : '',
      outcome: step.outcome ?? null,
      fen: (isInside && step.fen) || null,
      pictures: pictures(step.turn),
    }))
}

/** Steps that move nothing and are between those it concerns. */
const isTalk = ({ move }: CaseStepDoc) => ['say', 'spend', 'giveChange', 'propose', 'agree', 'remind'].includes(move)

const unitsOf = ({ kase, viewer, sight }: Held, cast: Cast): View['units'] =>
  kase.units.map((unit) => {
    const { id, isLead, state, personId } = unit
    const name = cast.units.get(id)?.name ?? ''
    const comer = viewer.parts.includes('asker') && sight === 'all' ? comerOf(kase, unit, cast) : null
    const person = comer ? [comer.name, comer.title].join(' ').trim() : personOf(cast, id, personId)
    return {
      ...{ id, isLead, state, name },
      person: sight === 'all' ? person : '',
      phone: comer?.phone ?? '',
      isMine: viewer.units.includes(id),
      people: viewer.units.includes(id) ? peopleOf(cast, id) : [],
    }
  })

const peopleOf = ({ units, members, people }: Cast, unitId: string) =>
  units.get(unitId)?.people?.map(({ id, name, title }) => ({ id, name, title })) ??
  members
    .filter(({ teamId }) => teamId === unitId)
    .flatMap(({ personId: id }) => ({ id, name: people.get(id)?.name ?? '', title: '' }))
    .filter(({ name }) => name !== '')

const helpersOf = ({ kase, viewer }: Held, { people, teams }: Cast): View['helpers'] =>
  kase.helpers.map((id) => {
    const { name = '', phone = '' } = people.get(id) ?? {}
    return { name, team: teams.get(id) ?? '', phone, isMe: id === viewer.id }
  })

/** Said at the door: the same for who comes and who waits, another once somebody else comes. */
async function doorWordOf({ kase, viewer, service }: Held): Promise<string> {
  const unit = kase.units.find(({ isLead, state }) => isLead && state === 'accepted')
  const isAtHome = whereOf(service, kase.topic) === 'home'
  const isComing = isAtHome && kase.state === 'doing' && (kase.helpers.length > 0 || unit !== undefined)
  const isForHer = viewer.parts.some((part) => ['asker', 'helper', 'unit', 'grid', 'staff'].includes(part))
  if (!isComing || !isForHer) return ''
  const letters = await seal('doors', [kase._id, kase.reopened, ...kase.helpers, unit?.id ?? ''].join(' '))
  const number = [...letters].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 10_000, 7)
  return String(number).padStart(4, '0')
}

function agreementOf({ kase, viewer }: Held, cast: Cast, mayAgree: boolean): View['agreement'] {
  if (!kase.agreement) return null
  const asker = kase.caller?.name ?? cast.people.get(kase.forId || kase.askerId)?.name ?? ''
  const unit = kase.units.find(({ isLead }) => isLead)?.id ?? ''
  const names: Partial<Record<string, string>> = {
    asker: asker || '提出的人',
    party: kase.otherParty?.name || '另一方',
    unit: cast.units.get(unit)?.name,
  }
  const called = (part: string) => names[part] ?? ''
  const { words, turn, agreed } = kase.agreement
  return {
    ...{ words, turn, agreed: agreed.map(called), missing: mustAgree(kase).map(called) },
    mayAgree: mayAgree && agreesAs(kase, viewer) !== undefined,
    onPaper: mayAgree ? signOnPaper(kase, viewer).map((side) => ({ side, name: called(side) })) : [],
  }
}

/** The stars it stands at, with the words only for those inside. */
function scoreOf({ stars, steps }: CaseDoc, isInside: boolean): View['score'] {
  const last = steps.filter((step) => step.stars !== undefined).at(-1)
  if (stars === null || !last) return null
  const how = last.to.includes('door') ? 'door' : last.to.includes('phone') ? 'phone' : 'app'
  return { stars, words: isInside ? last.words : '', how }
}
