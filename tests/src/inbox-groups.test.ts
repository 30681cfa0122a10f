import type { Message } from '@core/contract'
import { byAbout } from '@/packages/me/pages/messages/by-about'
import { byDay } from '@/packages/me/pages/messages/by-day'
import { ledgerOf, scarcest } from '@/packages/me/pages/settings/ledger-of'
import { at, now } from './moments'

const message = (id: string, about: string, moment: string, read = true): Message => ({
  id,
  about,
  read,
  at: at(moment),
  kind: 'told',
  title: id,
  body: '',
  page: '',
})

describe('the inbox', () => {
  const messages = [
    message('called-off', 'clinic', '2026-11-22T08:00', false),
    message('moved-up', 'lanterns', '2026-11-22T07:00'),
    message('changed', 'clinic', '2026-11-21T19:00', false),
    message('reminder', 'clinic', '2026-11-20T19:00'),
  ]
  test('what is about one thing is one group, its latest on top, the earlier ones below in their order', () => {
    const groups = byAbout(messages)
    expect(groups.map(({ latest }) => latest.id)).toEqual(['called-off', 'moved-up'])
    expect(groups[0]?.earlier.map(({ id }) => id)).toEqual(['changed', 'reminder'])
  })
  test('a group counts what nobody has read in it', () => {
    expect(byAbout(messages).map(({ unread }) => unread)).toEqual([2, 0])
  })
  test('what is about nothing in particular stands alone', () => {
    const alone = [message('a', '', '2026-11-22T08:00'), message('b', '', '2026-11-22T07:00')]
    expect(byAbout(alone).map(({ latest }) => latest.id)).toEqual(['a', 'b'])
  })
  test('an older page joins the groups there are, and a newer message leaves a group its id', () => {
    const [first] = byAbout(messages.slice(0, 2))
    expect(byAbout(messages)[0]?.id).toBe(first?.id)
    const newer = message('again', 'clinic', '2026-11-22T08:10', false)
    expect(byAbout([newer, ...messages])[0]).toMatchObject({ id: first?.id, unread: 3, latest: newer })
  })
  test('a group stands under the day of its latest message', () => {
    const days = byDay(byAbout(messages), now)
    expect(days.map(({ heading, messages: groups }) => [heading, groups.length])).toEqual([['今天', 2]])
  })
})

describe('the ledger of consents', () => {
  const declared = { a: { purpose: '活动取消' }, b: { purpose: '活动有变动' }, c: { purpose: '家里人的消息' } }
  test('names the kinds this cloud sends, with none left where she allowed nothing', () => {
    const lines = ledgerOf({ templates: { a: 'A', c: 'C' }, consents: { a: 2, b: 9 } }, declared)
    expect(lines.map(({ purpose, left }) => [purpose, left])).toEqual([
      ['活动取消', 2],
      ['家里人的消息', 0],
    ])
  })
  test('asks for the three that are scarcest, a cancellation and the family’s first, else as declared where they are alike', () => {
    const line = (templateId: string, left: number) => ({ name: templateId, templateId, purpose: '', left })
    expect(scarcest([line('A', 3), line('B', 0), line('C', 1), line('D', 0)])).toEqual(['B', 'D', 'C'])
    expect(scarcest([line('A', 3)])).toEqual(['A'])
    const alike = ['movedUp', 'changed', 'reminder', 'cancelled', 'family'].map((name) => line(name, 0))
    expect(scarcest(alike)).toEqual(['cancelled', 'family', 'changed'])
  })
})
