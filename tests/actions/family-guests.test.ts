// How long a name and a number are kept that an organiser wrote down: on the genuine SDK and a local cloud.
import { ids } from '../../cloudfunctions/core/ports/ids'
import { County, day, personIdOf } from './county'

const county = new County()
beforeAll(() => county.settle(), 60_000)
afterAll(() => county.end())

const enter = async (id: string, name: string, phone: string) => {
  const { items } = await county.ask('leader', 'enterPeople', { id, people: [{ name, phone }] })
  return items[0]?.personId ?? ''
}

test('a guest is forgotten half a year after the last activity she came to, and her sign-ups stay as numbers', async () => {
  await county.activity('first')
  const [once, again] = [await enter('first', '何一', '13900001111'), await enter('first', '何二', '13900002222')]
  await county.round()
  await county.advance(100 * day)
  await county.activity('second')
  await enter('second', '何二', '13900002222')
  await county.advance(90 * day)
  await county.round()
  expect(await county.find('dependents', { _id: { $in: [once, again] } })).toMatchObject([{ _id: again, name: '何二' }])
  expect(await county.one('signups', ids.row('first', once))).toMatchObject({ personId: once })
  await county.advance(100 * day)
  await county.round()
  expect(await county.find('dependents', { kind: 'guest' })).toEqual([])
}, 60_000)

test('one who comes again after she was forgotten is there by her name', async () => {
  await county.activity('third')
  const id = await enter('third', '何一', '13900001111')
  expect(await county.one('dependents', id)).toMatchObject({ name: '何一', phone: '13900001111' })
})

test('a record that became its person’s own keeps neither her name nor her number, and still leads to her', async () => {
  await county.activity('fourth')
  await county.activity('fifth')
  await county.set('people', personIdOf('resident'), { name: '何三', phone: '13900003333' })
  const id = await enter('fourth', '何三', '13900003333')
  await county.ask('resident', 'claim', { id })
  await county.ask('leader', 'confirmClaim', { id, by: personIdOf('resident'), accept: true })
  expect(await county.one('dependents', id)).toMatchObject({ name: '', phone: '', claimedBy: personIdOf('resident') })
  expect(await enter('fifth', '何三', '13900003333')).toBe(personIdOf('resident'))
})
