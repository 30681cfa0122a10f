// Somebody asks, herself or through a worker: a number, a place of a project's day, then the case, under an id made of the
// phone's key. Cut off anywhere, the repeated call does the rest.
import { askCase, enterCase, isRefusal, refuse, type InputOf } from '../contract'
import { isSealed } from '../domain/case'
import { begin } from '../domain/case-flow'
import { isElder, maySignUp } from '../domain/family'
import { terms } from '../domain/search'
import type { CaseDoc, ProjectDoc } from '../ports/documents'
import { caseTitle } from '../services/case-title'
import { book } from './case-booking'
import { sound, type No, type Sound } from './case-checks'
import { newPictures } from './case-pictures'
import { settle } from './case-telling'
import { numberFor } from './counting'
import { forGrid } from './desk-kernel'
import { wardOf } from './family-kept'
import { forProfile, type KnownWorld } from './kernel'
import { serviceOf } from '../services/cases'

/** Open cases of one account at most. */
const mostOpen = 10
/** Pieces of the words by which the same thing is found. */
const mostTerms = 60

type Asked = Omit<InputOf<typeof askCase>, 'forId' | 'isAnonymous'>
/** Who asks for whom. */
type Whose = Pick<CaseDoc, 'askerId' | 'forId' | 'enteredBy' | 'caller' | 'isAnonymous' | 'mine'> & {
  as: 'asker' | 'grid' | 'staff'
}

export const ask = forProfile(askCase, async ({ forId, isAnonymous, ...asked }, world) => {
  if (serviceOf(asked.service)?.isEnteredByStaff) return refuse('case.no_service')
  if (forId !== null && forId !== world.id && !(await mayAskFor(world, forId))) return refuse('family.not_yours')
  const whose = { askerId: world.id, forId: forId ?? world.id, enteredBy: '', caller: null, isAnonymous }
  return makeOnce(world, asked, { ...whose, mine: [...new Set([world.id, whose.forId])], as: 'asker' })
})

export const enter = forGrid(enterCase, async ({ caller, elderId, ...asked }, world, { isStaff, compounds }) => {
  if (!isStaff && !compounds.includes(asked.compoundId)) return refuse('access.denied')
  const elder = elderId === null ? null : await world.store.read('dependents', elderId)
  if (elderId !== null && (elder?.communityId !== asked.communityId || !isElder(elder, world.now)))
    return refuse('access.gone')
  const whose = { askerId: '', forId: elderId ?? '', enteredBy: world.id, caller, isAnonymous: false }
  return makeOnce(world, asked, { ...whose, mine: elderId ? [elderId] : [], as: isStaff ? 'staff' : 'grid' })
})

/** Whether she keeps her, and may sign her up: so she asks for her too. */
async function mayAskFor(world: KnownWorld, wardId: string): Promise<boolean> {
  const ward = await wardOf(world, wardId)
  return ward?.keepers.some((keeper) => keeper.id === world.id && maySignUp(keeper)) ?? false
}

async function makeOnce(world: KnownWorld, asked: Asked, whose: Whose): Promise<{ id: string } | No> {
  const id = world.ids.made('k', world.id, asked.key)
  const before = await world.store.read('cases', id)
  const kase = before ?? (await make(world, id, asked, whose))
  if (isRefusal(kase)) return kase
  const service = serviceOf(kase.service)
  if (service) await settle(world, kase, service)
  return { id }
}

async function make(world: KnownWorld, id: string, asked: Asked, whose: Whose): Promise<CaseDoc | No> {
  const made = await sound(world, asked)
  if (isRefusal(made)) return made
  const { store } = world
  if (whose.askerId) {
    const where = { askerId: whose.askerId, isOpen: true }
    const open = await store.find('cases', where, { fields: ['_id'], limit: mostOpen })
    if (open.length >= mostOpen) return refuse('case.too_many', { count: mostOpen })
  }
  const project = asked.project && (await book(world, asked.project, id, asked.communityId))
  if (isRefusal(project)) return project
  const doc = await docOf(world, id, asked, { ...made, project }, whose)
  if (await store.add('cases', doc)) return doc
  return (await store.read('cases', id)) ?? refuse('access.gone')
}

/** The whole document, with its number and its pictures on their way to WeChat. */
async function docOf(
  world: KnownWorld,
  _id: string,
  asked: Asked,
  { service, answers, professional, project }: Sound & { project: ProjectDoc | null },
  { as, caller, ...whose }: Whose,
): Promise<CaseDoc> {
  const { topic, communityId, compoundId, spot, words, isUrgent, key } = asked
  // Nobody is the other side by a name and a number that somebody typed: who mediates lets her in.
  const otherParty = service.needsOtherParty ? { id: '', name: '', phone: '', ...asked.otherParty } : null
  const goods = service.needsGoods ? asked.goods : []
  const medicine = service.hasMedicine && asked.medicine !== null ? [asked.medicine] : []
  const units = [
    ...(professional ? [{ id: professional._id, kind: 'partner' as const }] : []),
    ...(project ? [{ id: project.teamId, kind: 'team' as const }] : []),
  ]
  const facts = begin(
    {
      ...{ _id, service: service.id, topic, communityId, compoundId, isUrgent, otherParty, units, as },
      ...whose,
      // Others who keep her have no part in a sealed one.
      mine: isSealed(service) ? whose.mine.filter((id) => id === whose.askerId) : whose.mine,
      project: project && asked.project ? { ...asked.project, title: project.title } : null,
      advance: service.needsGoods ? asked.advance : null,
    },
    service,
    world.now,
    key,
  )
  const [number, before, prescription] = await Promise.all([
    numberFor(world, `cases_${communityId}`, _id),
    newPictures(world, asked.pictures, 'asked'),
    newPictures(world, medicine, 'medicine'),
  ])
  return {
    ...facts,
    ...{ number, spot, words, answers, caller, goods },
    title: project ? project.title : caseTitle(words),
    pictures: [...before, ...prescription].map((picture) => ({ ...picture, turn: 1 })),
    terms: isSealed(service) ? [] : termsIn(words),
    known: [...new Set([world.id, ...facts.mine])],
    settled: 0,
    unsettledAt: world.now + graceMs,
  }
}

/** The timer leaves what follows from a fresh case to the call that made it, ms. */
const graceMs = 30_000

const termsIn = (words: string) =>
  terms(words)
    .filter((term) => term.length > 1)
    .slice(0, mostTerms)
