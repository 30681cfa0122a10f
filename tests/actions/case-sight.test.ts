// What neighbours, helpers and units learn of who asked: never more than they need at that moment.
import type { CasePictureDoc } from '../../cloudfunctions/core/ports/documents'
import { asks, kept, moves, settleCases } from './cases'
import { County, personIdOf } from './county'

const county = new County()
const home = { words: '5 号楼 301', latitude: 31.351, longitude: 118.371 }
const outsiders = ['helper3', 'stranger', 'guest']
const fine = (picture: CasePictureDoc): CasePictureDoc => ({ ...picture, state: 'fine' })

beforeAll(() => settleCases(county), 60_000)
afterAll(() => county.end())

describe('a wish about her home', () => {
  test.each(['thing', 'hand', 'learn', 'company'])(
    'shows neighbours the compound, and no door, picture or distance to it: %s',
    async (topic) => {
      const picture = await county.keepFile(`cases/${personIdOf('resident')}/${topic}.jpg`, topic)
      const id = await asks(county, 'resident', { topic, spot: home, pictures: [picture], words: `${topic} 有人帮吗` })
      await county.set('cases', id, { pictures: (await kept(county, id)).pictures.map(fine) })
      await moves(county, 'grid', id, { move: 'offer', words: '' })
      for (const openid of outsiders) {
        const page = await county.ask(openid, 'getCase', { id })
        expect(page.place).toBe('柳荫里')
        expect(page.steps.flatMap(({ pictures }) => pictures)).toEqual([])
        expect(JSON.stringify(page)).not.toContain('5 号楼')
      }
      const near = await county.ask('helper3', 'nearCases', {
        communityId: 'east',
        which: 'open',
        compoundId: 'willow',
      })
      expect(near.items.find((card) => card.id === id)).toMatchObject({ place: '柳荫里', metres: 0 })
    },
  )

  test('has a word for the door once somebody comes', async () => {
    const id = await asks(county, 'daughter', { topic: 'company', spot: home })
    await moves(county, 'grid', id, { move: 'offer', words: '' })
    const { doorWord } = await moves(county, 'helper3', id, { move: 'take' })
    expect(doorWord).toMatch(/^\d{4}$/)
    expect((await county.ask('daughter', 'getCase', { id })).doorWord).toBe(doorWord)
  })
})

test('a wish about a spot says where it is, and counts metres from the middle of the compound', async () => {
  const id = await asks(county, 'resident', { topic: 'around', spot: { ...home, words: '5 号楼后面' } })
  expect((await county.ask('stranger', 'getCase', { id })).place).toBe('柳荫里 5 号楼后面')
  await moves(county, 'grid', id, { move: 'offer', words: '' })
  const near = await county.ask('helper3', 'nearCases', { communityId: 'east', which: 'open', compoundId: 'willow' })
  expect(near.items.find((card) => card.id === id)?.metres).toBe(0)
})
