// What somebody asked for, and where she had a part, once she is to be forgotten: what is open ends, what was stays as
// numbers under an id of nobody. What becomes of what: docs/rules-privacy.md.
import { isRefusal, type CasePart, type Move } from '../contract'
import { decide } from '../domain/case-flow'
import { pause } from '../ports/chance'
import type { CaseDoc, CaseStepDoc, TaskDoc } from '../ports/documents'
import { files } from '../ports/files'
import type { Terms } from '../ports/store'
import { serviceOf } from '../services/cases'
import { save } from './case-held'
import type { Leaver } from './erase-me'
import { clearAway } from './family-withdraw'
import type { World } from './world'

/** Cases gone through together. */
const pageSize = 50
/** Others move the same case meanwhile; so often we look again. */
const mostAttempts = 12

/** Who is forgotten in a case, and under what id her steps stay; `isAccount` false for somebody who was kept. */
interface Forgotten {
  id: string
  former: string
  isAccount: boolean
}

/** Ends what an account asked for and gives back what it took, and takes its name, words and pictures out of all cases. */
export async function leaveCases(world: World, { id, former }: Pick<Leaver, 'id' | 'former'>): Promise<void> {
  const hers = { id, former, isAccount: true }
  await forgetIn(world, { askerId: id }, hers)
  await forgetIn(world, { helpers: id }, hers)
  await forgetIn(world, { mine: id }, hers)
  // Who gave it back, spoke for her family, or asked before somebody else did, stands nowhere else by now.
  await forgetIn(world, { known: id }, hers)
}

/** The timer's part of a consent taken back: what was asked for her ends and loses its words, then all the rest. */
export async function clearAwayWithCases(world: World, task: TaskDoc): Promise<void> {
  const ward = await world.store.read('dependents', task.activityId, ['_id', 'consent'])
  if (ward?.consent === null) {
    const hers = { id: ward._id, former: '', isAccount: false }
    await forgetIn(world, { mine: ward._id }, hers)
    await forgetIn(world, { known: ward._id }, hers)
  }
  await clearAway(world, task)
}

/** Goes through all of them; none is found again once it is done. */
async function forgetIn(world: World, where: Terms, hers: Forgotten): Promise<void> {
  for (;;) {
    const page = await world.store.find('cases', where, { fields: ['_id'], limit: pageSize })
    for (const { _id } of page) await forgetOne(world, _id, hers)
    if (page.length < pageSize) return
  }
}

async function forgetOne(world: World, _id: string, hers: Forgotten): Promise<void> {
  const { store } = world
  let tried = -1
  for (let attempt = 0; attempt < mostAttempts; attempt++) {
    const read = await store.read('cases', _id)
    // Still the same turn: the last attempt did meet it, and another call had left nothing to take out.
    if (!read || read.turn === tried) return
    const kase = await ended(world, read, hers)
    const isHers = areHerWords(kase, hers)
    const by = showing(kase, hers)
    const own = kase.pictures.filter((picture) => by !== '' && picture.by === by)
    await files.remove(own.map(({ fileId }) => fileId))
    await emptyMessages(world, kase, isHers ? null : saidBy(kase, hers))
    const same = { _id, turn: kase.turn }
    const rest = isHers ? (kase.isOpen && (await goingOn(world, kase))) || emptied(world, kase) : {}
    if (await store.change('cases', same, { ...without(world, kase, hers), ...rest })) return
    tried = kase.turn
    await pause(attempt)
  }
  throw new Error('the case kept changing')
}

const isFor = ({ askerId, forId }: CaseDoc, { id }: Forgotten) => askerId === id || forId === id

/** Whether it begins with what was said for her; that stays hers when somebody else asks for it by now. */
const areHerWords = (kase: CaseDoc, { id }: Forgotten) => {
  const { askerId, forId } = kase.firstAsked ?? kase
  return askerId === id || forId === id
}

/** Whose pictures go: an account's own; of somebody who was kept, what was shown by who asked for her, there alone. */
const showing = (kase: CaseDoc, hers: Forgotten) =>
  hers.isAccount ? hers.id : areHerWords(kase, hers) ? (kase.firstAsked ?? kase).askerId || kase.enteredBy : ''

/** Ends it, or gives it back, where she asked or helps and the rules allow it; the case as it is then. */
async function ended(world: World, kase: CaseDoc, hers: Forgotten): Promise<CaseDoc> {
  const service = serviceOf(kase.service)
  if (!service || !kase.isOpen) return kase
  const part: CasePart | null = isFor(kase, hers) ? 'asker' : kase.helpers.includes(hers.id) ? 'helper' : null
  if (!part) return kase
  const viewer = { id: part === 'asker' ? hers.former : hers.id, parts: [part], units: [], communityId: '' }
  const decided = decide(kase, endingOf(kase, part), viewer, { now: world.now, rules: service })
  // Money in somebody's hands keeps it open: it is the community's to see to.
  if (isRefusal(decided)) return kase
  return (await save(world, kase, decided, { key: '' })) ?? kase
}

function endingOf({ state }: CaseDoc, part: CasePart): Move {
  if (part === 'helper') return { move: 'giveBack', words: '已经注销' }
  return state === 'resolved' ? { move: 'confirm', stars: null, words: '' } : { move: 'withdraw', words: '' }
}

/** Steps whose words are somebody's own; what a unit or a desk said is theirs. */
const own: readonly CasePart[] = ['asker', 'party', 'follower', 'helper', 'neighbour']

/** The turns in which she spoke for herself; for somebody who was kept, who asked for her. */
function saidBy(kase: CaseDoc, hers: Forgotten): number[] {
  const isOther = ({ by }: CaseStepDoc) => kase.firstAsked !== undefined && by === kase.askerId
  const isHers = (step: CaseStepDoc) =>
    hers.isAccount ? step.by === hers.id : areHerWords(kase, hers) && step.as === 'asker' && !isOther(step)
  return kase.steps.filter((step) => isHers(step) && own.includes(step.as)).map(({ turn }) => turn)
}

/** Takes her out of whatever part she has in it. */
function without({ store }: World, kase: CaseDoc, hers: Forgotten) {
  const { is } = store
  const { id, former } = hers
  const renamed = (each: string) => (each === id ? former : each)
  const said = saidBy(kase, hers)
  const steps = kase.steps.map((step) => ({
    ...step,
    ...{ by: renamed(step.by), to: step.to.map(renamed) },
    words: said.includes(step.turn) ? '' : step.words,
  }))
  const by = showing(kase, hers)
  return {
    ...{ mine: is.pull(id), known: is.pull(id), followers: is.pull(id), joinedAskers: is.pull(id) },
    ...(kase.joinedCallers && { joinedCallers: is.pull({ of: id }) }),
    ...(kase.firstAsked && {
      firstAsked: is.set({ askerId: renamed(kase.firstAsked.askerId), forId: renamed(kase.firstAsked.forId) }),
    }),
    ...{ ...(by && { pictures: is.pull({ by }) }), steps: is.set(steps) },
    ...{ askerId: renamed(kase.askerId), forId: renamed(kase.forId), doerId: renamed(kase.doerId) },
    ...{ enteredBy: renamed(kase.enteredBy), helpers: is.set(kase.helpers.map(renamed)) },
    ...(kase.desk === `a_${id}` && { desk: `a_${former}` }),
    units: is.set(kase.units.map((unit) => ({ ...unit, personId: unit.personId === id ? '' : unit.personId }))),
    ...(kase.otherParty?.id === id && { otherParty: is.set({ id: former, name: '', phone: '' }) }),
  }
}

/** What was said when it was asked for; the number, the day, and how it went stay. */
function emptied({ store }: Pick<World, 'store'>, { otherParty }: CaseDoc) {
  const { is } = store
  return {
    ...{
      title: '一件旧事',
      words: '',
      answers: is.set({}),
      caller: is.set(null),
      goods: is.set([]),
      terms: is.set([]),
    },
    ...{ spot: is.set({ words: '', latitude: null, longitude: null }), shown: '' as const },
    ...(otherParty && { otherParty: is.set({ id: otherParty.id, name: '', phone: '' }) }),
  }
}

/** What goes on for others begins from now on with what one of them said; of what was only followed nothing is left but its kind. */
async function goingOn({ store }: World, kase: CaseDoc) {
  if (!kase.firstAsked) return null
  const { is } = store
  const joined = kase.steps.flatMap(({ move, to }) => (move === 'joined' ? to.slice(0, 1) : []))
  const others = [...(await store.readMany('cases', joined)).values()]
  const other = others.find(({ words, _id }) => words !== '' && _id !== kase._id)
  if (!other) {
    const service = serviceOf(kase.service)
    const topic = service?.topics.find(({ id }) => id === kase.topic)
    const { shown: _, caller: __, ...rest } = emptied({ store }, kase)
    return { ...rest, title: topic?.word ?? service?.name ?? rest.title }
  }
  const { title, words, answers, spot, terms, askerId, forId } = other
  const whose = { askerId, forId }
  return {
    ...{ title, words, answers: is.set(answers), spot: is.set(spot), terms: is.set(terms) },
    ...{ goods: is.set([]), firstAsked: is.set(whose) },
  }
}

const blank = { title: '一条旧消息', body: '里面说的事，提出的人已经删掉了。' }

/** What messages to others say of it: all where its title is her words, else those that carry what she said in these turns. */
async function emptyMessages({ store }: World, { _id, steps }: CaseDoc, turns: readonly number[] | null) {
  const gone = { ...blank, out: store.is.remove() }
  if (turns === null) return void (await store.change('messages', { about: _id, kind: 'case' }, gone))
  const said = steps.flatMap(({ turn, words }) => (words !== '' && turns.includes(turn) ? [words] : []))
  if (said.length === 0) return
  const found = await store.find('messages', { about: _id, kind: 'case' }, { fields: ['_id', 'body'], limit: 1000 })
  for (const { _id: id, body } of found)
    if (said.some((words) => body.includes(words))) await store.change('messages', { _id: id }, gone)
}
