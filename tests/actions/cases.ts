// What the tests of cases start from: a small county with compounds, units, a mediator, a grid worker and volunteers.
import type { actions, InputOf, Move } from '../../cloudfunctions/core/contract'
import type { CaseDoc, PartnerDoc, ProjectDoc } from '../../cloudfunctions/core/ports/documents'
import { ids } from '../../cloudfunctions/core/ports/ids'
import { type County, hour, personDoc, personIdOf } from './county'
import { family, wardDoc } from './families'

type Asked = InputOf<(typeof actions)['askCase']>
type Entered = InputOf<(typeof actions)['enterCase']>

const compounds = {
  east: [
    { id: 'willow', name: '柳荫里', latitude: 31.35, longitude: 118.37 },
    { id: 'river', name: '临河苑', latitude: 31.36, longitude: 118.38 },
  ],
  west: [{ id: 'bridge', name: '新桥花园', latitude: 31.37, longitude: 118.39 }],
}

/** A unit of the small county; its one person's account is known by OPENID. */
export const partnerDoc = (_id: string, name: string, more: Partial<PartnerDoc> = {}): PartnerDoc => ({
  ...{ _id, name, kind: 'bureau', caresFor: ['east'], communityIds: ['east', 'west'], phone: '0555-2223334' },
  ...{ words: '', does: [], people: [], order: 1 },
  ...more,
})

const personOf = (openid: string, name: string, title = '师傅') => ({
  ...{ id: personIdOf(openid), name, title, phone: '13900001111' },
})

/** A standing project of the green team in the east, every day of the week, twice a day. */
export const projectDoc = (_id: string, more: Partial<ProjectDoc> = {}): ProjectDoc => ({
  ...{ _id, kind: 'haircut', teamId: 'green', communityId: 'east', colour: 'yellow', title: '理发', words: '' },
  ...{ minutes: 30, weekdays: [1, 2, 3, 4, 5, 6, 7], perDay: 2, isOn: true, booked: {}, done: 0, createdAt: 1 },
  ...more,
})

/** Volunteers of the east, by OPENID. */
export const volunteers = ['helper1', 'helper2', 'helper3'] as const

/** Settles the county with all that cases need; its people are known by OPENID: grid, power, water, mediator, lawyer… */
export async function settleCases(county: County): Promise<County> {
  await county.settle()
  for (const [id, at] of Object.entries(compounds)) await county.set('communities', id, { compounds: at })
  await county.add('people', [
    personDoc('grid', 'east', { gridOf: ['willow'] }),
    personDoc('staff2', 'east', { staffOf: ['east'] }),
    personDoc('power', 'west', { unitOf: ['power'] }),
    personDoc('power2', 'west', { unitOf: ['power'] }),
    personDoc('water', 'west', { unitOf: ['water'] }),
    personDoc('mediator', 'east', { unitOf: ['mediation'] }),
    personDoc('lawyer', 'east', { unitOf: ['law'] }),
    ...volunteers.map((openid) => personDoc(openid, 'east')),
  ])
  const sparks = [personOf('power', '秦卫东'), personOf('power2', '秦小北')]
  await county.add('partners', [
    partnerDoc('power', '县供电所', { people: sparks, does: ['wish', 'whistle/light'] }),
    partnerDoc('water', '县水务局', { people: [personOf('water', '汪海')], order: 2 }),
    partnerDoc('mediation', '柳湾调解室', {
      kind: 'mediation',
      communityIds: ['east'],
      people: [personOf('mediator', '方明远', '调解员')],
      order: 3,
    }),
    partnerDoc('law', '柳湾法律顾问', {
      kind: 'law',
      communityIds: ['east'],
      people: [personOf('lawyer', '罗律师', '律师')],
      order: 4,
    }),
  ])
  await county.add('projects', [projectDoc('haircut')])
  const keepers = [{ id: personIdOf('daughter'), called: '妈妈', since: 1 }]
  await family(county, 'daughter', [wardDoc('dmother', 'daughter', { name: '何玉珍', phone: '13700007777', keepers })])
  return county
}

let made = 0
/** A key such as a phone chooses. */
export const nextKey = () => `key${++made}`

/** What a resident writes: no lights in the lane of 柳荫里, unless said otherwise. */
export const wishOf = (more: Partial<Asked> = {}): Asked => ({
  ...{ key: nextKey(), service: 'wish', topic: '', communityId: 'east', compoundId: 'willow', answers: {} },
  ...{ spot: { words: '3 号楼后面', latitude: null, longitude: null }, words: '巷子里没有灯，晚上看不见路' },
  ...{ pictures: [], isUrgent: false, project: null, goods: [], advance: null, medicine: null, otherParty: null },
  ...{ forId: null, isAnonymous: false },
  ...more,
})

/** Somebody asks; the id of the case. */
export const asks = async (county: County, openid: string, more: Partial<Asked> = {}): Promise<string> =>
  (await county.ask(openid, 'askCase', wishOf(more))).id

/** A worker writes down what somebody said on the phone; the id of the case. */
export async function enters(county: County, openid: string, more: Partial<Entered> = {}): Promise<string> {
  const { forId: _, isAnonymous: __, ...asked } = wishOf()
  const caller = { name: '何玉珍', phone: '13700007777' }
  return (await county.ask(openid, 'enterCase', { ...asked, caller, elderId: null, ...more })).id
}

/** A move that is expected to be made; the case as its maker sees it then. */
export const moves = (county: County, openid: string, id: string, move: Move, key = nextKey()) =>
  county.ask(openid, 'moveCase', { id, key, move })

/** The code with which a move is refused; '' when it is not. */
export const noMove = (county: County, openid: string, id: string, move: Move) =>
  county.refusalOf(openid, 'moveCase', { id, key: nextKey(), move })

/** The other side comes in, by what the mediator sends her. */
export async function comesIn(county: County, openid: string, id: string, mediator = 'mediator') {
  const { partyToken: token = '' } = await county.ask(mediator, 'getCase', { id })
  return county.ask(openid, 'partyCase', { id, token })
}

/** Somebody agrees to the words as they stand. */
export async function agrees(county: County, openid: string, id: string) {
  const { agreement } = await county.one('cases', id)
  return moves(county, openid, id, { move: 'agree', turn: agreement?.turn ?? 0, side: null, pictures: [] })
}

/** The case as it is kept. */
export const kept = (county: County, id: string): Promise<CaseDoc> => county.one('cases', id)

/** Titles of what an account was told of a case, the first told first. */
export async function toldOf(county: County, openid: string, id: string): Promise<string[]> {
  const told = await county.find('messages', { personId: ids.person(openid), kind: 'case', about: id })
  return told.sort((a, b) => a.at - b.at).map(({ title }) => title)
}

/** A Monday at nine, from which working hours are easily counted; to be gone to once the county is settled. */
export async function toMonday(county: County): Promise<void> {
  await county.goTo(9)
  while (new Date(county.now() + 8 * hour).getUTCDay() !== 1) await county.goTo(9)
}
