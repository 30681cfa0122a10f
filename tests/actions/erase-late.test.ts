// 注销 beside what goes on meanwhile, and beside everybody else.
import { County, minute, personIdOf } from './county'
import { wardDoc } from './families'
import { placesOf } from './left'

const county = new County(['--no-fsync'])
beforeAll(() => county.settle(), 60_000)
afterAll(() => county.end())

const account = async (openid: string, called: string, number: string) => {
  await county.ask(openid, 'saveProfile', { name: called, phone: number, communityId: 'east' })
  await county.ask(openid, 'apply', { id: 'green', words: '' })
}

test('what a call that began before it still writes about her is emptied at the second look', async () => {
  const late = ['吕晚晴', '13755559999'] as const
  await account('oLate', ...late)
  await county.ask('oLate', 'eraseMe', { sure: true })
  const contact = { name: late[0], phone: late[1] }
  await county.activity('lateOne', { teamId: 'green', contact })
  const plain = { personId: personIdOf('leader'), about: 'green', for: personIdOf('leader'), body: '', page: '' }
  const message = { ...plain, kind: 'applied', title: `${late[0]}想加入`, at: county.now(), sent: null, read: false }
  await county.add('messages', [{ _id: 'lateMessage', ...message }])
  await county.advance(3 * minute)
  await county.round()
  expect(await placesOf(county, late)).toEqual([])
  expect(await county.find('tasks', { kind: 'erased' })).toEqual([])
})

test('looks at nobody else’s family and records, however many there are', async () => {
  const many = Array.from({ length: 300 }, (_, n) => n)
  await county.add('dependents', [
    ...many.map((n) => wardDoc(`dother${n}`, 'neighbour')),
    ...many.map((n) => wardDoc(`gother${n}`, 'neighbour', { kind: 'guest', keepers: [], consent: null })),
  ])
  await account('oAmong', '于众中', '13766669999')
  const { stats } = await county.call('oAmong', 'eraseMe', { sure: true })
  expect(stats.docsExamined).toBeLessThan(200)
})
