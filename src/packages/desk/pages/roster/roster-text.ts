import type { ActivityCard, RosterRow } from '@core/contract'
import { spanWords } from '@core/domain/times'

const twoCharacterSurnames = [
  '欧阳',
  '司马',
  '上官',
  '诸葛',
  '司徒',
  '东方',
  '皇甫',
  '尉迟',
  '公孙',
  '慕容',
  '令狐',
  '夏侯',
]

/** 何*, 欧阳*: the surname alone, for where more people read than were asked. */
export function maskedName(name: string): string {
  const surname = twoCharacterSurnames.find((each) => name.startsWith(each)) ?? [...name][0] ?? ''
  return surname === '' ? '邻居' : `${surname}*`
}

/** The roster as 接龙 for a group: what, when, where, numbered names; never telephone numbers. */
export function rosterText(
  card: ActivityCard,
  rows: readonly Pick<RosterRow, 'name'>[],
  now: number,
  names: 'masked' | 'whole',
): string {
  const head = ['#接龙', card.title, spanWords(card.startsAt, card.endsAt, now), card.placeName]
  const lines = rows.map(
    ({ name }, index) => `${index + 1}. ${names === 'masked' ? maskedName(name) : name || '没写称呼'}`,
  )
  const count = `一共 ${rows.length} 位${card.capacity === null ? '' : `，${card.capacity} 席`}`
  return [...head, '', ...lines, '', count].join('\n')
}
