import { ids } from '../../cloudfunctions/core/ports/ids'
import { demoPeople } from '../../local/demo'
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
})
