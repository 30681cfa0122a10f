// What people see of what is asked for: the public list, their own, what may be the same, what is near.
import type { actions, CaseCard, OutputOf } from '../../cloudfunctions/core/contract'
import { caseServices } from '../../cloudfunctions/core/services/cases'
import { caseDoc, doneDoc } from './case-documents'
import { settleCases } from './cases'
import { County, hour, personDoc, personIdOf } from './county'

let county: County
beforeAll(async () => {
  county = await settleCases(new County())
}, 60_000)
afterAll(() => county.end())
beforeEach(async () => {
  await county.clear('cases')
  await county.clear('casesums')
})

const mother = { askerId: personIdOf('daughter'), forId: 'dmother', mine: [personIdOf('daughter'), 'dmother'] }
const open = { state: 'open', wanted: 1 } as const
const listOf = async (openid: string, more: object = {}) =>
  (await county.ask(openid, 'listCases', { communityId: 'east', which: 'open', ...more })).items
const idsOf = (cards: readonly CaseCard[]) => cards.map(({ id }) => id)
const put = (...docs: Parameters<typeof county.add<'cases'>>[1]) => county.add('cases', docs)

describe('the list of what is under way', () => {
  test('the newest stands first, a page at a time, every one once', async () => {
    const now = county.now()
    await put(
      ...Array.from({ length: 45 }, (_, n) => caseDoc(`k${n}`, now, { createdAt: now - Math.floor(n / 3) * hour })),
    )
    const seen: string[] = []
    let cursor: string | null = null
    do {
      const page: OutputOf<(typeof actions)['listCases']> = await county.ask('neighbour', 'listCases', {
        ...{ communityId: 'east', which: 'open', cursor },
      })
      expect(page.counts === null).toBe(cursor !== null)
      seen.push(...idsOf(page.items))
      cursor = page.next
    } while (cursor)
    expect(seen).toHaveLength(45)
    expect(new Set(seen).size).toBe(45)
    expect(seen.slice(0, 3).sort()).toEqual(['k0', 'k1', 'k2'])
  })

  test('neighbours read neither who asked nor the building, and nobody else either', async () => {
    await put(caseDoc('mine', county.now()), caseDoc('quiet', county.now(), { isAnonymous: true }))
    for (const openid of ['neighbour', 'stranger', 'nobody']) {
      const cards = await listOf(openid)
      expect(cards.map(({ asker }) => asker)).toEqual(['一位邻居', '一位邻居'])
      expect(JSON.stringify(cards)).not.toContain(personIdOf('resident'))
      expect(JSON.stringify(cards)).not.toContain('resident')
      expect(cards.find(({ id }) => id === 'quiet')?.place).toBe('柳荫里')
      expect(cards.find(({ id }) => id === 'mine')?.place).toBe('柳荫里 3 号楼后面')
    }
  })

  test('who asked reads herself, and the daughter her mother', async () => {
    await put(caseDoc('own', county.now()), caseDoc('mothers', county.now(), mother))
    expect((await listOf('resident')).find(({ id }) => id === 'own')?.asker).toBe('您')
    expect((await listOf('daughter')).find(({ id }) => id === 'mothers')?.asker).toBe('妈妈')
    expect((await listOf('staff')).find(({ id }) => id === 'mothers')?.asker).toBe('何玉珍')
  })

  test('the home of who asked for help is shown to those who come, not to the neighbours', async () => {
    const home = { service: 'errand', ...open, ...mother }
    await put(caseDoc('free', county.now(), home))
    await put(caseDoc('taken', county.now(), { ...home, state: 'doing', helpers: [personIdOf('helper1')] }))
    const neighbours = await listOf('neighbour')
    expect(neighbours.map(({ id, place, asker }) => [id, place, asker])).toEqual([['free', '柳荫里', '一位邻居']])
    const { items } = await county.ask('helper1', 'nearCases', { communityId: 'east', which: 'mine' })
    const atTheDoor = { place: '柳荫里 3 号楼后面', asker: '何玉珍', as: 'helper' }
    expect(items).toMatchObject([{ id: 'taken', ...atTheDoor }])
  })

  test('an errand is shown where people can help, and nowhere else', async () => {
    await put(caseDoc('errand', county.now(), { service: 'errand', ...open, ...mother }))
    expect(idsOf(await listOf('neighbour'))).toEqual(['errand'])
    expect(idsOf(await listOf('stranger'))).toEqual([])
    expect(idsOf(await listOf('nobody'))).toEqual([])
    expect(idsOf(await listOf('neighbour', { communityId: null }))).toEqual([])
  })

  test('what only its parties see is in no list of anybody else, in no count and in no search', async () => {
    for (const { id, seenBy } of caseServices.filter((each) => each.seenBy === 'parties')) {
      expect(seenBy).toBe('parties')
      const sealed = { service: id, title: '楼上漏水吵起来', words: '楼上漏水吵起来', state: 'dispatched' } as const
      await put(caseDoc(`sealed-${id}`, county.now(), { ...sealed, unitIds: [] }))
    }
    for (const openid of ['neighbour', 'grid', 'staff', 'county', 'helper1', 'power', 'nobody']) {
      for (const which of ['open', 'done'] as const) {
        const { items, counts } = await county.ask(openid, 'listCases', { communityId: 'east', which })
        expect([items, counts?.open]).toEqual([[], 0])
      }
      const words = '楼上漏水吵起来'
      const asked = { service: 'mediation', communityId: 'east', words }
      expect((await county.ask(openid, 'similarCases', asked)).items).toEqual([])
      expect((await county.ask(openid, 'similarCases', { ...asked, service: 'wish' })).items).toEqual([])
    }
  })

  test('one service can be looked at alone, and the county sees every community', async () => {
    await put(caseDoc('lamp', county.now()), caseDoc('road', county.now(), { service: 'whistle' }))
    await put(caseDoc('far', county.now(), { communityId: 'west', compoundId: 'bridge' }))
    expect(idsOf(await listOf('neighbour', { service: 'whistle' }))).toEqual(['road'])
    expect(idsOf(await listOf('neighbour', { communityId: null })).sort()).toEqual(['far', 'lamp', 'road'])
  })
})

describe('the list of what was done', () => {
  const shows = (of: 'asked' | 'before' | 'after', state: 'fine' | 'pending' = 'fine') => ({
    ...{ fileId: `cloud://local-env.local-bucket/cases/p/${of}-${state}.jpg`, of, turn: 1, state },
    ...{ trace: '', at: 1, by: 'p' },
  })

  test('shows before and after, stars, and nobody by name', async () => {
    const now = county.now()
    for (const when of ['before', 'after']) await county.keepFile(`cases/p/${when}-fine.jpg`, when)
    await put(doneDoc('lamps', now, { pictures: [shows('before'), shows('after', 'pending'), shows('after')] }))
    const [card] = await listOf('stranger', { which: 'done' })
    expect(card).toMatchObject({ id: 'lamps', stars: 5, asker: '一位邻居', state: 'closed', dueAt: null, owner: '' })
    expect(card?.before).toContain('before-fine')
    expect(card?.after).toContain('after-fine')
  })

  test('shows nothing that was turned down, withdrawn or put together with another', async () => {
    for (const outcome of ['declined', 'withdrawn', 'merged', 'unanswered'] as const)
      await put(doneDoc(outcome, county.now(), { outcome }))
    expect(await listOf('neighbour', { which: 'done' })).toEqual([])
  })

  test('says how many were done this year from the sums', async () => {
    const year = county.year()
    const none = { asked: 0, mediated: 9, reopened: 0, declined: 0, stars: 0, scored: 0, counted: [] }
    const sum = (communityId: string, month: string, solved: number) =>
      county.add('casesums', [{ _id: `${communityId}_${month}`, communityId, month, solved, ...none }])
    await sum('east', `${year}-01`, 3)
    await sum('east', `${year}-02`, 4)
    await sum('east', `${year - 1}-12`, 50)
    await sum('west', `${year}-02`, 20)
    await put(caseDoc('one', county.now()))
    const counts = async (communityId: string | null) =>
      (await county.ask('neighbour', 'listCases', { communityId, which: 'done' })).counts
    expect(await counts('east')).toEqual({ open: 1, done: 7 })
    expect(await counts(null)).toEqual({ open: 1, done: 27 })
  })
})

describe('her own list', () => {
  test('holds what she asked, what was asked for those she keeps, and what she follows', async () => {
    const now = county.now()
    await put(caseDoc('own', now, { createdAt: now - 3 }))
    await put(caseDoc('mothers', now, { ...mother, createdAt: now - 2 }))
    const followed = { followers: [personIdOf('daughter')], mine: [personIdOf('resident'), personIdOf('daughter')] }
    await put(caseDoc('followed', now, { ...followed, createdAt: now - 1 }))
    const mine = async (openid: string) => idsOf((await county.ask(openid, 'myCases', {})).items)
    expect(await mine('daughter')).toEqual(['followed', 'mothers'])
    expect(await mine('resident')).toEqual(['followed', 'own'])
    expect(await mine('neighbour')).toEqual([])
    expect(await mine('nobody')).toEqual([])
  })

  test('shows her own quarrel, and her mother’s no longer once she does not act for her', async () => {
    await put(caseDoc('quarrel', county.now(), { service: 'mediation', ...mother, state: 'dispatched' }))
    const mine = async () => idsOf((await county.ask('daughter', 'myCases', {})).items)
    expect(await mine()).toEqual(['quarrel'])
    const keepers = [{ id: personIdOf('daughter'), called: '妈妈', since: 1, may: { signUp: false, told: true } }]
    await put(caseDoc('entered', county.now(), { ...mother, askerId: '', service: 'mediation', state: 'dispatched' }))
    await county.set('dependents', 'dmother', { keepers })
    expect(await mine()).toEqual([])
    await county.set('dependents', 'dmother', { keepers: [{ id: personIdOf('daughter'), called: '妈妈', since: 1 }] })
  })
})

describe('what may be the same thing', () => {
  const similar = async (words: string, more: object = {}) =>
    idsOf(
      (await county.ask('neighbour', 'similarCases', { service: 'wish', communityId: 'east', words, ...more })).items,
    )

  test('is found by the words, the likest first, and never the case itself', async () => {
    const now = county.now()
    await put(caseDoc('dark', now, { words: '巷子里的路灯都不亮，晚上看不见路' }))
    await put(caseDoc('lamp', now, { words: '路灯坏了一盏' }))
    await put(caseDoc('bench', now, { words: '树底下想要一条长凳' }))
    const words = '巷子里路灯不亮，看不见路'
    expect(await similar(words)).toEqual(['dark'])
    expect(await similar(words, { not: 'dark' })).toEqual([])
    expect(await similar('路灯坏了，路灯不亮', { compoundId: 'willow' })).toContain('lamp')
    expect(await similar('想学唱歌')).toEqual([])
    expect(await similar('')).toEqual([])
  })

  test('is looked for among what is open, of the same kind and community', async () => {
    const words = '巷子里的路灯都不亮，晚上看不见路'
    await put(doneDoc('done', county.now(), { words }))
    await put(caseDoc('far', county.now(), { words, communityId: 'west', compoundId: 'bridge' }))
    await put(caseDoc('whistle', county.now(), { words, service: 'whistle' }))
    expect(await similar(words)).toEqual([])
    expect(await similar(words, { service: 'whistle' })).toEqual(['whistle'])
  })
})

describe('following', () => {
  const follow = (openid: string, on = true, id = 'lamp') => county.ask(openid, 'followCase', { id, on })

  test('five people at once are five followers, each once, and it is in their lists', async () => {
    await put(caseDoc('lamp', county.now()))
    const people = ['neighbour', 'member', 'leader', 'helper1', 'stranger']
    await Promise.all([...people, ...people].map((openid) => follow(openid)))
    const { followers, mine } = await county.one('cases', 'lamp')
    expect([...followers].sort()).toEqual(people.map(personIdOf).sort())
    expect(new Set(mine).size).toBe(mine.length)
    expect(idsOf((await county.ask('stranger', 'myCases', {})).items)).toEqual(['lamp'])
    expect(await follow('stranger', false)).toEqual({ followers: 4 })
    expect(idsOf((await county.ask('stranger', 'myCases', {})).items)).toEqual([])
  })

  test('who asked does not follow herself, and keeps it in her list whatever she says', async () => {
    await put(caseDoc('lamp', county.now()))
    expect(await follow('resident')).toEqual({ followers: 0 })
    expect(await follow('resident', false)).toEqual({ followers: 0 })
    expect(idsOf((await county.ask('resident', 'myCases', {})).items)).toEqual(['lamp'])
  })

  test('what is over cannot be followed any more, and can be let go', async () => {
    const followers = [personIdOf('member')]
    await put(doneDoc('lamp', county.now(), { followers, mine: [personIdOf('resident'), ...followers] }))
    expect(await county.refusalOf('neighbour', 'followCase', { id: 'lamp', on: true })).toBe('case.over')
    expect(await follow('member', false)).toEqual({ followers: 0 })
  })

  test('nobody can follow an errand or a quarrel, or learn that there is one', async () => {
    await put(caseDoc('errand', county.now(), { service: 'errand', ...open }))
    await put(caseDoc('quarrel', county.now(), { service: 'mediation', state: 'dispatched' }))
    for (const id of ['errand', 'quarrel', 'nothing'])
      expect(await county.refusalOf('neighbour', 'followCase', { id, on: true })).toBe('access.gone')
  })
})

describe('what is near', () => {
  const near = async (openid: string, more: object = {}) =>
    (await county.ask(openid, 'nearCases', { communityId: 'east', which: 'open', ...more })).items
  const here = { compoundId: 'willow' }

  test('waits for somebody, the nearest first, in metres on foot', async () => {
    await put(caseDoc('river', county.now(), { ...open, compoundId: 'river' }))
    await put(caseDoc('willow', county.now(), open))
    const spot = { words: '北门', latitude: 31.3536, longitude: 118.37 }
    await put(caseDoc('gate', county.now(), { ...open, spot }))
    await put(caseDoc('looked at', county.now()))
    const cards = await near('neighbour', here)
    expect(idsOf(cards)).toEqual(['willow', 'gate', 'river'])
    expect(cards.map(({ metres }) => Math.round((metres ?? 0) / 100))).toEqual([0, 0, 15])
    // To the very point for those who may know it; for others to the middle of its compound.
    expect((await near('staff', here)).map(({ metres }) => Math.round((metres ?? 0) / 100))).toEqual([0, 4, 15])
    expect((await near('neighbour')).map(({ metres }) => metres)).toEqual([null, null, null])
    const elsewhere = await near('neighbour', { compoundId: 'bridge' })
    expect(elsewhere.map(({ metres }) => metres)).toEqual([null, null, null])
  })

  test('a home is as near as its compound', async () => {
    const spot = { words: '3 号楼 2 单元', latitude: 31.3536, longitude: 118.37 }
    await put(caseDoc('errand', county.now(), { ...open, ...mother, service: 'errand', spot }))
    expect((await near('neighbour', here)).map(({ metres, place }) => [metres, place])).toEqual([[0, '柳荫里']])
  })

  test('only what her teams do, when she asks for that', async () => {
    const colours = ['wish', 'errand'].map((id) => caseServices.find((each) => each.id === id)?.colour ?? 'red')
    for (const service of ['wish', 'errand']) await put(caseDoc(service, county.now(), { ...open, ...mother, service }))
    await county.add('people', [personDoc('painter', 'east')])
    expect(await near('painter', { isTeams: true })).toEqual([])
    const [first] = await county.find('teams', { _id: 'green' })
    if (!first) throw new Error('no team')
    await county.add('teams', [
      { ...first, _id: 'errands', colour: colours[1] ?? 'red', leaderIds: [personIdOf('painter')] },
    ])
    expect(idsOf(await near('painter', { isTeams: true }))).toEqual(['errand'])
    expect(idsOf(await near('painter')).sort()).toEqual(['errand', 'wish'])
  })

  test('her own wish is not offered to her, and what she took stands apart', async () => {
    await put(caseDoc('own', county.now(), open))
    await put(
      caseDoc('taken', county.now(), { ...mother, state: 'doing', helpers: [personIdOf('helper1')], wanted: 1 }),
    )
    expect(idsOf(await near('resident'))).toEqual([])
    expect(idsOf(await near('helper1'))).toEqual(['own'])
    expect(idsOf(await near('helper1', { which: 'mine' }))).toEqual(['taken'])
    expect(idsOf(await near('helper2', { which: 'mine' }))).toEqual([])
  })
})
