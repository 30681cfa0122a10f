// Consent taken back, and a family link ended: what is left of her is looked for in every collection, in the storage and
// in the messages of everybody.
import { dayOf } from '../../cloudfunctions/core/domain/times'
import { County, day, formFor, minute, personIdOf } from './county'
import { filesLeft, placesOf } from './left'

const county = new County()
let made = 0
const newKey = () => `k${++made}`
const question = { id: 'q1', kind: 'text' as const, label: '怎么来', options: [], required: false }

/** What is said of her and what each calls her, so that nothing else can be mistaken for it. */
const marksOf = (n: number) => ({
  name: `温玉珍${n}`,
  phone: `1390000${1000 + n}`,
  called: `老娘${n}`,
  other: `婶子${n}`,
})

/** An elder with a daughter and a nephew, in an activity, a series, cards, messages and lists. */
async function elder(n: number) {
  const { name, phone, called, other } = marksOf(n)
  const [daughter, nephew] = [`oDaughter${n}`, `oNephew${n}`]
  for (const openid of [daughter, nephew])
    await county.ask(openid, 'saveProfile', { name: openid, phone: '', communityId: 'east' })
  const form = { id: null, key: newKey(), name, called, kind: 'elder' as const, born: '1944-02', phone, as: '女儿' }
  const { id } = await county.ask(daughter, 'saveDependent', { ...form, consent: true })
  const { token } = await county.ask(daughter, 'inviteKeeper', { id })
  await county.ask(nephew, 'acceptKeeping', { token, called: other, as: '侄子' })
  const activityId = `with${n}`
  await county.activity(activityId, { capacity: 9, seatsLeft: 9, questions: [question] })
  await county.allow(nephew, ['changed', 'cancelled', 'reminder'])
  const answers = [{ personId: id, values: { q1: `${name}坐轮椅` } }]
  await county.ask(nephew, 'join', { id: activityId, people: [id], answers })
  const startsOn = dayOf(county.now() + 2 * day)
  const rule = { weekdays: [1, 2, 3, 4, 5, 6, 7], from: startsOn, to: dayOf(county.now() + 3 * day), skip: [] }
  const series = { form: formFor(county.now(), { capacity: 9, questions: [question], title: '天天见' }), rule }
  const { id: seriesId } = await county.ask('leader', 'createSeries', { key: newKey(), ...series })
  await county.ask(nephew, 'joinSeries', { id: seriesId, people: [id], meetings: null, answers })
  const answer = { q1: `${name}要人接` }
  const card = await county.ask(nephew, 'makeCard', { id: activityId, wardId: id, as: '侄子', answers: answer })
  await county.ask(`oHand${n}`, 'answerCard', { token: card.token, yes: true })
  const { revision } = await county.one('activities', activityId)
  const activity = await county.ask('leader', 'getForm', { id: activityId })
  const moved = { ...activity.form, place: { ...activity.form.place, name: '西院' } }
  await county.ask('leader', 'edit', { id: activityId, revision, form: moved })
  await county.ask(nephew, 'inviteKeeper', { id })
  const fileIds: string[] = []
  const fileOf = async (openid: string, order: Promise<{ id: string }>) => {
    const job = await county.ask(openid, 'runFile', { id: (await order).id })
    expect(job.state).toBe('ready')
    fileIds.push((await county.one('files', job.id)).fileId)
  }
  const list = { id: activityId, key: newKey(), kind: 'roster-sheet' as const, phones: true }
  await fileOf('leader', county.ask('leader', 'orderRoster', list))
  await fileOf(nephew, county.ask(nephew, 'orderPasses', { id: activityId, key: newKey(), of: 'ours' }))
  return { id, daughter, nephew, activityId, fileIds }
}

const collectionsOf = (places: readonly string[]) => new Set(places.map((place) => place.split('.')[0]))

beforeAll(async () => {
  await county.settle()
  await county.goTo(9)
}, 60_000)
afterAll(() => county.end())

describe('consent taken back', () => {
  test('leaves no name, number or word of hers in any collection, in the storage, or in anybody’s messages', async () => {
    const { id, daughter, fileIds } = await elder(1)
    const marks = Object.values(marksOf(1))
    const before = collectionsOf(await placesOf(county, marks))
    for (const name of ['dependents', 'signups', 'series', 'messages', 'cards']) expect([...before]).toContain(name)
    await county.ask(daughter, 'withdrawConsent', { id })
    await county.round()
    // To each it is told once more under the name she gave her; the name itself is nowhere.
    const left = await placesOf(county, marks)
    const told = await county.find('messages', { kind: 'forgotten', about: id })
    expect(told.map(({ personId }) => personId)).toEqual([personIdOf('oNephew1')])
    expect(left.filter((place) => !told.some(({ _id }) => place.includes(` ${_id} ${marksOf(1).other}`)))).toEqual([])
    expect(await filesLeft(county, fileIds)).toEqual([])
    await county.advance(3 * minute)
    await county.round()
    const ids = collectionsOf(await placesOf(county, [id]))
    for (const name of ['people', 'series', 'cards', 'activities', 'files', 'tasks'])
      expect([...ids]).not.toContain(name)
  }, 60_000)
})

describe('a family link that is ended', () => {
  const endings = [
    ['by the one who goes', (nephew: string, _: string, id: string) => county.ask(nephew, 'letGo', { id })],
    [
      'by who gave the consent',
      (nephew: string, daughter: string, id: string) =>
        county.ask(daughter, 'changeRights', { id, keeperId: personIdOf(nephew), may: null }),
    ],
  ] as const
  test.each(endings)(
    '%s leaves him nothing of hers, and her seats and family as they are',
    async (_, end) => {
      const n = made + 10
      const { id, daughter, nephew, activityId, fileIds } = await elder(n)
      const { name, phone, called, other } = marksOf(n)
      await end(nephew, daughter, id)
      await county.round()
      const his = personIdOf(nephew)
      const ended = await county.find('messages', { personId: his, title: `您不再照管${other}了` })
      const places = await placesOf(county, [other])
      expect(places.filter((place) => !ended.some(({ _id }) => place.includes(_id)))).toEqual([])
      const inbox = JSON.stringify(await county.find('messages', { personId: his }))
      for (const mark of [name, phone, called]) expect(inbox).not.toContain(mark)
      const hers = await county.one('dependents', id)
      expect(hers).toMatchObject({ name, invite: null, keepers: [{ called }] })
      expect((await county.one('people', his)).wards).toEqual([])
      expect(await county.find('cards', { by: his })).toEqual([])
      expect(await filesLeft(county, fileIds.slice(1))).toEqual([])
      expect((await county.ask(nephew, 'family', {})).items).toEqual([])
      expect((await county.one('activities', activityId)).holders).toEqual([id])
      expect(await county.refusalOf(nephew, 'leave', { id: activityId, people: [id] })).toBe('family.not_yours')
      const { items } = await county.ask(daughter, 'family', {})
      expect(items).toMatchObject([{ name, keepers: [{ isMe: true }] }])
    },
    60_000,
  )
})
