import { ids } from '../../cloudfunctions/core/ports/ids'
import { demoPeople } from '../../local/demo'
import { commitmentOf } from '../../cloudfunctions/core/ports/lots'
import * as demo from '../../local/demo/person-id'
import { messageIdOf, personIdOf } from '../../local/demo/person-id'

describe('ids of the county are those the back end makes', () => {
  test.each(demoPeople.map(({ openid }) => [openid]))('of the person %s', (openid) => {
    expect(personIdOf(openid)).toBe(ids.person(openid))
    expect(personIdOf(openid)).toMatch(/^p[a-z2-7]{12}$/)
  })

  test('of a message', () => {
    expect(messageIdOf('changed', 'liuwan-20261122-1', 2, 'pabc')).toBe(
      ids.message('changed', 'liuwan-20261122-1', 2, 'pabc'),
    )
  })

  test('of somebody without an account, of a series and of its meetings, and of a card', () => {
    expect(demo.wardIdOf('pabc', '妈妈')).toBe(ids.ward('pabc', '妈妈'))
    expect(demo.guestIdOf('liuwan', '高乐乐', '')).toBe(ids.guest('liuwan', '高乐乐', ''))
    expect(demo.seriesIdOf('pabc', 'k')).toBe(ids.series('pabc', 'k'))
    expect(demo.meetingIdOf('sabc', 20261125001)).toBe(ids.meeting('sabc', 20261125001))
    expect(demo.cardIdOf('a1', 'd1', 'p1')).toBe(ids.card('a1', 'd1', 'p1'))
    expect(demo.cardTokenOf('c1')).toMatch(/^[a-z2-7]{24}$/)
    expect(demo.commitmentOf('seed')).toBe(commitmentOf('seed'))
  })
})
