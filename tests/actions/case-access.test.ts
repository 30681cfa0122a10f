// Who may make which move: every move × everybody × where it stands × the own and a foreign community, through the
// functions as they are deployed. What is let in is what the table in domain/case-moves says of her part, and no more.
import type { Move, MoveName } from '../../cloudfunctions/core/contract'
import { moveNames } from '../../cloudfunctions/core/domain/case-moves'
import type { CaseDoc } from '../../cloudfunctions/core/ports/documents'
import { caseDoc, doneDoc, unitOf } from './case-documents'
import { nextKey, settleCases } from './cases'
import { County, personIdOf } from './county'

const county = new County()
beforeAll(() => settleCases(county), 60_000)
afterAll(() => county.end())

/** Everybody by what she is to a wish of the resident at 柳荫里 that 县供电所 or a helper has. */
const everybody = {
  resident: 'asker',
  helper1: 'helper',
  power: 'unit',
  grid: 'grid worker of its compound',
  staff: 'staff of its community',
  farStaff: 'staff of another community',
  county: 'county',
  water: 'another unit',
  member: 'neighbour',
  stranger: 'neighbour of another community',
  nobody: 'without a name',
} as const
type Openid = keyof typeof everybody

const words = '看看'
const moves: Record<MoveName, Move> = {
  say: { move: 'say', words, pictures: [] },
  look: { move: 'look', words, pictures: [] },
  askBack: { move: 'askBack', words },
  reply: { move: 'reply', words, pictures: [] },
  offer: { move: 'offer', words: '' },
  take: { move: 'take' },
  giveBack: { move: 'giveBack', words },
  dispatch: { move: 'dispatch', units: ['water'], people: {}, clock: null, words: '' },
  accept: { move: 'accept', unit: 'power', words: '' },
  decline: { move: 'decline', unit: 'power', words },
  handOn: { move: 'handOn', unit: 'power', personId: personIdOf('power2'), words: '' },
  settle: { move: 'settle', words: '' },
  escalate: { move: 'escalate', words },
  return: { move: 'return', words },
  spend: { move: 'spend', fen: 1, words: '', picture: 'cloud://local-env.local-bucket/cases/x/1.jpg' },
  giveChange: { move: 'giveChange', fen: 1 },
  clearMoney: { move: 'clearMoney', words },
  propose: { move: 'propose', words },
  agree: { move: 'agree', turn: 0, side: null, pictures: [] },
  resolve: { move: 'resolve', words, pictures: [] },
  confirm: { move: 'confirm', stars: 5, words: '' },
  reopen: { move: 'reopen', words, pictures: [] },
  score: { move: 'score', stars: 5, how: 'phone', isDone: true, words: '' },
  makeGood: { move: 'makeGood', words },
  turnDown: { move: 'turnDown', words },
  withdraw: { move: 'withdraw', words: '' },
  merge: { move: 'merge', into: 'nothing' },
}

/** Where it stands, and who makes what there; whoever is not named makes nothing. */
interface Stand {
  name: string
  more: Partial<CaseDoc>
  may: Partial<Record<Openid, readonly MoveName[]>>
}
const atDesk = ['say', 'look', 'askBack', 'offer', 'dispatch', 'settle', 'escalate', 'turnDown', 'merge'] as const
const helper = personIdOf('helper1')
const stands: readonly Stand[] = [
  {
    name: 'on the desk of its compound',
    more: { state: 'asked', level: 'compound' },
    may: { resident: ['say', 'withdraw'], grid: atDesk, staff: atDesk },
  },
  {
    name: 'on the desk of its community',
    more: { state: 'asked', level: 'community' },
    may: { resident: ['say', 'withdraw'], grid: ['say'], staff: [...atDesk, 'return'] },
  },
  {
    name: 'on the desk of the county',
    more: { state: 'asked', level: 'county' },
    may: {
      ...{ resident: ['say', 'withdraw'], grid: ['say'], staff: ['say'] },
      county: ['say', 'look', 'askBack', 'offer', 'dispatch', 'settle', 'return', 'turnDown', 'merge'],
    },
  },
  {
    name: 'waiting for who asked',
    more: { state: 'waiting', before: 'asked' },
    may: { resident: ['say', 'reply', 'withdraw'], grid: ['say', 'reply'], staff: ['say', 'reply', 'merge'] },
  },
  {
    name: 'open to neighbours, one of two there',
    more: { state: 'open', wanted: 2, helpers: [helper] },
    may: {
      ...{ resident: ['say', 'withdraw'], helper1: ['say', 'giveBack'], grid: ['say', 'take'], member: ['take'] },
      staff: ['say', 'take', 'dispatch', 'settle', 'merge'],
    },
  },
  {
    name: 'sent to a unit',
    more: { state: 'dispatched', units: [unitOf('power', 'asked')] },
    may: {
      ...{ resident: ['say', 'withdraw'], power: ['say', 'askBack', 'accept', 'decline', 'handOn'] },
      ...{ grid: ['say'], staff: ['say', 'dispatch', 'merge'] },
    },
  },
  {
    name: 'in the hands of a unit',
    more: { state: 'doing', units: [unitOf('power', 'accepted')] },
    may: {
      ...{ resident: ['say', 'withdraw'], grid: ['say'], staff: ['say', 'dispatch'] },
      power: ['say', 'look', 'askBack', 'giveBack', 'decline', 'handOn', 'resolve'],
    },
  },
  {
    name: 'in the hands of a helper',
    more: { state: 'doing', wanted: 1, helpers: [helper] },
    may: {
      ...{ resident: ['say', 'withdraw'], grid: ['say'], staff: ['say', 'dispatch'] },
      helper1: ['say', 'askBack', 'giveBack', 'resolve'],
    },
  },
  {
    name: 'done by a unit',
    more: { state: 'resolved', units: [unitOf('power', 'accepted')] },
    may: {
      ...{ resident: ['say', 'confirm', 'reopen'], power: ['say'], grid: ['say', 'score'] },
      staff: ['say', 'reopen', 'score'],
    },
  },
  {
    name: 'looked at again after few stars',
    more: { state: 'followUp', level: 'community', stars: 1, units: [unitOf('power', 'accepted')] },
    may: {
      ...{ resident: ['say', 'reopen'], power: ['say'], grid: ['say'] },
      staff: ['say', 'reopen', 'makeGood'],
    },
  },
]

let made = 0
/** The moves that somebody is let to make, each tried on a case of its own. */
async function allowedTo(openid: Openid, put: (id: string) => CaseDoc): Promise<MoveName[]> {
  const may: MoveName[] = []
  for (const move of moveNames) {
    const id = `c${++made}`
    await county.add('cases', [put(id)])
    const code = await county.refusalOf(openid, 'moveCase', { id, key: nextKey(), move: moves[move] })
    expect(['bad_input', 'fault']).not.toContain(code)
    const barred = ['case.not_yours', 'case.not_now', 'case.over', 'case.top_level', 'case.taken', 'access.gone']
    const isLet = ![...barred, 'case.doer_cannot_ask', 'access.profile_missing'].includes(code)
    if (isLet) may.push(move)
    // What is not let changes nothing.
    if (!isLet) expect([move, (await county.one('cases', id)).turn]).toEqual([move, 1])
  }
  return may
}

describe.each(stands)('a wish $name', ({ more, may }) => {
  test.each(Object.entries(everybody))(
    '%s (%s) makes these moves and no others',
    async (openid) => {
      const hers = may[openid as Openid] ?? []
      const allowed = await allowedTo(openid as Openid, (id) => caseDoc(id, county.now(), more))
      expect(allowed).toEqual(moveNames.filter((move) => hers.includes(move)))
    },
    60_000,
  )
})

describe('a wish that is over', () => {
  const over = (id: string) => doneDoc(id, county.now(), { doerId: '', stars: null })

  test.each(Object.entries(everybody))(
    '%s (%s)',
    async (openid) => {
      const hers: Partial<Record<string, readonly MoveName[]>> = {
        ...{ resident: ['reopen'], staff: ['reopen', 'score'], grid: ['score'] },
      }
      expect(await allowedTo(openid as Openid, over)).toEqual(moveNames.filter((move) => hers[openid]?.includes(move)))
    },
    60_000,
  )
})
