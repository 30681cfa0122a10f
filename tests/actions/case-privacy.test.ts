// What nobody else may learn of a case: marks are put into a mediation and a prescription, and every answer of every action
// to everybody who is not concerned, every message, every list and the log are looked through for them.
import { actions, type InputOf, type Move } from '../../cloudfunctions/core/contract'
import { asks, comesIn, kept, moves, nextKey, settleCases, wishOf } from './cases'
import { County, minute, personDoc, personIdOf } from './county'

type Key = keyof typeof actions
const keys = Object.keys(actions) as Key[]
const county = new County()

/** Said in the quarrel, by both sides and the mediator. */
const quarrelWords = ['椅子半夜拖地', '我也睡不好', '晚十点后穿软底鞋', '先分头听一听']
const party = { name: '佟佩兰', phone: '13766667777' }
const prescription = 'prescription-of-the-elder'
let quarrel = ''
let errand = ''
let lamp = ''

/** Everybody who has nothing to do with the quarrel, by OPENID. */
const outsiders = [
  ...['guest', 'helper3', 'member', 'leader', 'neighbour', 'stranger', 'staff', 'staff2', 'farStaff', 'county'],
  ...['grid', 'power', 'water', 'lawyer'],
]

const every: Move[] = [
  { move: 'say', words: '看看', pictures: [] },
  { move: 'look', words: '看看', pictures: [] },
  { move: 'askBack', words: '看看' },
  { move: 'reply', words: '看看', pictures: [] },
  { move: 'offer', words: '' },
  { move: 'take' },
  { move: 'giveBack', words: '看看' },
  { move: 'dispatch', units: ['power'], people: {}, clock: null, words: '' },
  { move: 'accept', unit: 'mediation', words: '' },
  { move: 'decline', unit: 'mediation', words: '看看' },
  { move: 'handOn', unit: 'mediation', personId: personIdOf('power'), words: '' },
  { move: 'settle', words: '' },
  { move: 'escalate', words: '看看' },
  { move: 'return', words: '看看' },
  { move: 'giveChange', fen: 1 },
  { move: 'propose', words: '看看' },
  { move: 'agree', turn: 5, side: null, pictures: [] },
  { move: 'resolve', words: '看看', pictures: [] },
  { move: 'confirm', stars: 5, words: '' },
  { move: 'reopen', words: '看看', pictures: [] },
  { move: 'score', stars: 5, how: 'phone', isDone: true, words: '' },
  { move: 'makeGood', words: '看看' },
  { move: 'turnDown', words: '看看' },
  { move: 'withdraw', words: '' },
  { move: 'merge', into: 'nothing' },
]

/** Whatever somebody could put in to learn of this case. */
function inputsFor<K extends Key>(key: K, id: string): Partial<InputOf<(typeof actions)[K]>>[] {
  const at = { communityId: 'east', cursor: null }
  const words = quarrelWords[0] ?? ''
  const inputs: { [Each in Key]?: object[] } = {
    moveCase: every.map((move) => ({ id, key: nextKey(), move })),
    similarCases: ['mediation', 'errand'].map((service) => ({ service, communityId: 'east', words })),
    listCases: (['open', 'done'] as const).flatMap((which) =>
      ['east', null].flatMap((communityId) =>
        [null, 'mediation', 'errand'].map((service) => ({ ...at, communityId, which, service })),
      ),
    ),
    nearCases: (['open', 'mine'] as const).map((which) => ({ ...at, which })),
    inboxCases: (['ours', 'overdue', 'away', 'open', 'followUp', 'all'] as const).map((which) => ({ ...at, which })),
    unitCases: ['mediation', 'power', 'law', 'green'].flatMap((partnerId) =>
      (['asked', 'doing', 'done'] as const).map((which) => ({ partnerId, which })),
    ),
    caseFigures: [
      { communityId: 'east', year: 2026 },
      { communityId: null, year: 2026 },
    ],
    followCase: [
      { id, on: true },
      { id, on: false },
    ],
    listPartners: [at],
    listResources: [at],
    listProjects: [at],
    listActivities: [{ communityId: 'east', from: 0, search: '椅子' }],
    eraseMe: [],
    elders: [at],
  }
  return (inputs[key] ?? [{ id }, {}]) as Partial<InputOf<(typeof actions)[K]>>[]
}

/** Every answer that somebody can get, as one text; without moves, by which a neighbour would become a helper. */
async function learned(openid: string, id: string, isMoving = true): Promise<string> {
  const answers: string[] = []
  for (const key of keys) {
    if (key === 'moveCase' && !isMoving) continue
    for (const input of inputsFor(key, id)) {
      const { stats: _, ...reply } = await county.call(openid, key, input)
      // Somebody who asks wrongly learns nothing in any case.
      if (Object.keys(input).length > 1) expect([key, 'fault' in reply ? reply.fault.kind : '']).toEqual([key, ''])
      answers.push(JSON.stringify({ key, reply }))
    }
  }
  return answers.join('\n')
}

const found = (text: string, marks: readonly string[]) => marks.filter((mark) => text.includes(mark))

beforeAll(async () => {
  await settleCases(county)
  await county.add('people', [{ ...personDoc('oParty', 'east'), ...party }])
  const told = { service: 'mediation', topic: 'noise', compoundId: '', words: quarrelWords[0], otherParty: party }
  quarrel = await asks(county, 'resident', told)
  await moves(county, 'mediator', quarrel, { move: 'accept', unit: 'mediation', words: quarrelWords[3] ?? '' })
  await comesIn(county, 'oParty', quarrel)
  await moves(county, 'oParty', quarrel, { move: 'say', words: quarrelWords[1] ?? '', pictures: [] })
  await moves(county, 'mediator', quarrel, { move: 'propose', words: quarrelWords[2] ?? '' })

  const pills = await county.keepFile(`cases/${personIdOf('daughter')}/${prescription}.jpg`, 'pills')
  const goods = [{ what: '降压药', fen: 3000 }]
  const home = { words: '5 号楼 301', latitude: null, longitude: null }
  const errandOf = { service: 'errand', topic: 'medicine', forId: 'dmother', spot: home, goods, medicine: pills }
  errand = await asks(county, 'daughter', { ...errandOf, words: '取一下药', advance: 3000 })
  lamp = await asks(county, 'daughter', { topic: 'around', isAnonymous: true, spot: { ...home, words: '5 号楼门口' } })
}, 60_000)
afterAll(() => county.end())

describe('a mediation', () => {
  const marks = () => [...quarrelWords, party.name, party.phone, quarrel]

  test('is read by both sides and the mediator', async () => {
    for (const openid of ['resident', 'oParty', 'mediator']) {
      const page = await county.ask(openid, 'getCase', { id: quarrel })
      expect(found(JSON.stringify(page), quarrelWords)).toEqual(quarrelWords)
    }
  })

  test.each(outsiders)(
    'is learned of by no action, list, search, figure or export: %s',
    async (openid) => {
      expect(found(await learned(openid, quarrel), marks())).toEqual([])
      expect((await county.call(openid, 'getCase', { id: quarrel })).ok).toBe(false)
    },
    60_000,
  )

  test('is moved by none of them: it stands as its parties left it', async () => {
    expect(await kept(county, quarrel)).toMatchObject({ state: 'doing', turn: 5, followers: [] })
  })

  test('is a number to the community, and nothing else', async () => {
    const inbox = await county.ask('staff', 'inboxCases', { communityId: 'east', which: 'all' })
    expect(inbox.counts?.sealed).toBe(1)
    expect(inbox.items.map(({ id }) => id)).not.toContain(quarrel)
  })

  test('stands in nobody’s messages but of those concerned, and there only as what it is', async () => {
    await county.advance(minute)
    await county.round()
    const told = await county.find('messages', { about: quarrel })
    const concerned = ['resident', 'oParty', 'mediator'].map(personIdOf)
    expect(told.length).toBeGreaterThan(1)
    expect(told.filter(({ personId }) => !concerned.includes(personId))).toEqual([])
    expect(found(JSON.stringify(told), [...quarrelWords, party.name, party.phone])).toEqual([])
  })
})

describe('the picture of a prescription', () => {
  test.each(outsiders)(
    'is shown to nobody while it waits for helpers: %s',
    async (openid) => {
      expect(found(await learned(openid, errand, false), [prescription])).toEqual([])
    },
    60_000,
  )

  test('is seen by who asked and by who helps, and by no worker and nobody else', async () => {
    await moves(county, 'helper1', errand, { move: 'take' })
    await moves(county, 'helper2', errand, { move: 'take' })
    await county.advance(30 * minute)
    for (const openid of ['daughter', 'helper1', 'helper2', 'staff', 'grid', 'staff2', 'county', 'member']) {
      const text = JSON.stringify(await county.call(openid, 'getCase', { id: errand }))
      const mayLook = ['daughter', 'helper1', 'helper2'].includes(openid)
      expect([openid, text.includes('"of":"medicine"')]).toEqual([openid, mayLook])
      if (!mayLook) expect([openid, text.includes(prescription)]).toEqual([openid, false])
    }
  })

  test('is gone once it is done, from the case and from the storage', async () => {
    await moves(county, 'helper1', errand, { move: 'giveChange', fen: 3000 })
    await moves(county, 'helper1', errand, { move: 'resolve', words: '药送到了', pictures: [] })
    const fileId = `cloud://local-env.local-bucket/cases/${personIdOf('daughter')}/${prescription}.jpg`
    expect(await county.hasFile(fileId)).toBe(false)
    expect((await kept(county, errand)).pictures).toEqual([])
  })
})

describe('who asked', () => {
  const names = ['何玉珍', '13700007777', '13800001234', '5 号楼', 'daughter']

  test.each(['helper3', 'member', 'leader', 'stranger', 'guest', 'county', 'power'])(
    'is one neighbour of many to %s, without name, number or building',
    async (openid) => {
      const page = await county.call(openid, 'getCase', { id: lamp })
      const lists = await county.call(openid, 'listCases', { communityId: 'east', which: 'open' })
      const text = JSON.stringify([page.ok && page.data, lists.ok && lists.data])
      expect(found(text, [...names, personIdOf('daughter'), 'dmother'])).toEqual([])
      expect(text).toContain('一位邻居')
    },
  )

  test('has a whole number only for those who come or have it on their desk', async () => {
    for (const openid of ['staff', 'grid']) {
      const { askerContact } = await county.ask(openid, 'getCase', { id: lamp })
      expect(askerContact?.phone).toBe('13800001234')
    }
    await moves(county, 'grid', lamp, { move: 'offer', words: '' })
    expect((await county.ask('helper3', 'getCase', { id: lamp })).askerContact).toBeNull()
    await moves(county, 'helper3', lamp, { move: 'take' })
    // She wanted to stay unnamed: who comes calls the community.
    const { askerContact } = await county.ask('helper3', 'getCase', { id: lamp })
    const { phone } = await county.one('communities', 'east')
    expect(askerContact).toEqual({ name: '提出的人不想露名，请打给社区', phone })
  })
})

describe('the log', () => {
  test('holds no word, name, number or picture of any of it', async () => {
    await county.refusalOf('resident', 'askCase', wishOf({ service: 'nothing', words: quarrelWords[0] ?? '' }))
    const text = JSON.stringify(await county.log())
    expect(text.length).toBeGreaterThan(2)
    expect(found(text, [...quarrelWords, party.name, party.phone, prescription, '何玉珍', '13700007777'])).toEqual([])
  })
})
