// An errand: the money comes to nothing in the end, and the picture of a prescription is gone from the storage.
import { asks, kept, moves, noMove, settleCases, toldOf } from './cases'
import { County, minute, personIdOf } from './county'

const county = new County()
beforeAll(() => settleCases(county), 60_000)
afterAll(() => county.end())

const goods = [
  { what: '鸡蛋一斤', fen: 800 },
  { what: '降压药一盒', fen: 2600 },
]
let pictures = 0
const pictureOf = (openid: string) => county.keepFile(`cases/${personIdOf(openid)}/p${++pictures}.jpg`, 'picture')

/** An errand with fifty yuan handed over and a prescription, which two neighbours have taken. */
async function underWay() {
  const medicine = await pictureOf('daughter')
  const id = await asks(county, 'daughter', {
    ...{ service: 'errand', topic: 'medicine', goods, advance: 5000, medicine, forId: 'dmother' },
  })
  await moves(county, 'helper1', id, { move: 'take' })
  await moves(county, 'helper2', id, { move: 'take' })
  return { id, medicine }
}
const medicineSeenBy = async (openid: string, id: string) =>
  JSON.stringify((await county.ask(openid, 'getCase', { id })).steps).includes('"medicine"')

test('two go, show their receipts, bring the change back, and only then it is done', async () => {
  const { id } = await underWay()
  const bought = await moves(county, 'helper1', id, {
    ...{ move: 'spend', fen: 3400, words: '鸡蛋和药', picture: await pictureOf('helper1') },
  })
  expect(bought.money).toEqual({ advance: 5000, spent: 3400, returned: 0, balance: 1600 })
  const more = { move: 'spend', fen: 1601, words: '', picture: await pictureOf('helper2') } as const
  expect(await noMove(county, 'helper2', id, more)).toBe('case.too_much_spent')
  const done = { move: 'resolve', words: '送到门口了', pictures: [] as string[] } as const
  expect(await noMove(county, 'helper2', id, { ...done, pictures: [] })).toBe('case.money_open')
  expect(await noMove(county, 'helper2', id, { move: 'giveBack', words: '有事' })).toBe('case.money_open')
  expect(await noMove(county, 'daughter', id, { move: 'withdraw', words: '' })).toBe('case.money_open')
  await moves(county, 'helper2', id, { move: 'giveChange', fen: 1600 })
  await moves(county, 'helper2', id, { ...done, pictures: [] })
  await settledPictures(id)
  const seen = await county.ask('daughter', 'getCase', { id })
  expect(seen.money).toEqual({ advance: 5000, spent: 3400, returned: 1600, balance: 0 })
  expect(seen.steps.find(({ move }) => move === 'spend')?.pictures).toMatchObject([{ of: 'receipt' }])
})

test('when both helpers are gone with the money, the community writes it off with its reason and has the errand again', async () => {
  const { id } = await underWay()
  const wanted = { move: 'clearMoney', words: '两位都联系不上，钱由社区垫上' } as const
  expect(await noMove(county, 'helper1', id, wanted)).toBe('case.not_yours')
  expect(await noMove(county, 'daughter', id, wanted)).toBe('case.not_yours')
  const after = await moves(county, 'staff', id, wanted, 'once')
  expect(after.money).toEqual({ advance: 5000, spent: 0, returned: 0, cleared: 5000, balance: 0 })
  expect(after).toMatchObject({ state: 'asked', helpers: [] })
  expect(after.steps.at(-1)).toMatchObject({ move: 'clearMoney', fen: 5000, words: wanted.words })
  expect((await toldOf(county, 'daughter', id)).at(-1)).toContain('账由社区记成平了')
  expect(await county.find('audit', { about: id, action: 'case.clearMoney' })).toHaveLength(1)
  await moves(county, 'staff', id, wanted, 'once')
  expect(await noMove(county, 'staff', id, wanted)).toBe('case.not_now')
  await moves(county, 'daughter', id, { move: 'withdraw', words: '' })
})

test('the same receipt sent twice is counted once', async () => {
  const { id } = await underWay()
  const spend = { move: 'spend', fen: 800, words: '', picture: await pictureOf('helper1') } as const
  await Promise.all([1, 2, 3].map(() => moves(county, 'helper1', id, spend, 'same')))
  expect((await county.ask('helper1', 'getCase', { id })).money?.spent).toBe(800)
})

test('a prescription is seen by who asked and who helps, and is gone from the storage once it is done', async () => {
  const { id, medicine } = await underWay()
  await settledPictures(id)
  expect(await medicineSeenBy('daughter', id)).toBe(true)
  expect(await medicineSeenBy('helper2', id)).toBe(true)
  expect(await medicineSeenBy('staff', id)).toBe(false)
  expect(await medicineSeenBy('grid', id)).toBe(false)
  expect(await county.refusalOf('neighbour', 'getCase', { id })).toBe('access.gone')
  await moves(county, 'helper1', id, { move: 'giveChange', fen: 5000 })
  await moves(county, 'helper1', id, { move: 'resolve', words: '送到了', pictures: [] })
  expect(await county.hasFile(medicine)).toBe(false)
  expect((await kept(county, id)).pictures).toEqual([])
  expect(await medicineSeenBy('helper1', id)).toBe(false)
})

test('it goes too when the call that ended it died before it could', async () => {
  const { id, medicine } = await underWay()
  await settledPictures(id)
  await moves(county, 'helper1', id, { move: 'giveChange', fen: 5000 })
  const input = { id, key: 'dies', move: { move: 'resolve', words: '送到了', pictures: [] } } as const
  await expect(
    county.call('helper1', 'moveCase', { ...input, move: { ...input.move, pictures: [] } }, 1),
  ).rejects.toThrow()
  expect((await kept(county, id)).state).toBe('resolved')
  expect(await medicineSeenBy('helper2', id)).toBe(false)
  await county.advance(minute)
  await county.round()
  expect(await county.hasFile(medicine)).toBe(false)
  expect((await kept(county, id)).pictures).toEqual([])
})

test('a prescription that was brought and never sent goes when she takes it out; what a case holds stays, and so does everybody else’s', async () => {
  const [unsent, theirs] = [await pictureOf('daughter'), await pictureOf('resident')]
  const { medicine } = await underWay()
  const fileIds = [unsent, theirs, medicine]
  expect(await county.ask('daughter', 'dropCasePictures', { fileIds })).toEqual({ removed: 1 })
  expect(await Promise.all(fileIds.map((file) => county.hasFile(file)))).toEqual([false, true, true])
})

/** Waits until WeChat has looked at every picture of a case. */
async function settledPictures(id: string): Promise<void> {
  const waits = async () => (await kept(county, id)).pictures.some(({ state }) => state === 'pending')
  for (let look = 0; look < 100 && (await waits()); look++) await new Promise((done) => setTimeout(done, 100))
  expect(await waits()).toBe(false)
}
