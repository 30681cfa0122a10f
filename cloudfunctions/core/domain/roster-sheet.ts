// A roster in large type, to be held at the door: a box to tick, the name, the number, the post.
import { a4, cut, leftAt, rightAt, widthOf, type Mark } from './paper'
import type { RosterLine } from './roster-lines'

/** People on one page. */
export const perPage = 22
const left = 40
const right = a4.width - left
const rowHeight = 31
const top = 120
const nameSize = 22
/** A long name is printed smaller, down to this size, before it is cut. */
const leastSize = 14

/** What stands over every page. */
export interface SheetHead {
  title: string
  when: string
  where: string
  printed: string
}

/** Its pages; a number stands beside a name where it is known. */
export function sheetPages(head: SheetHead, people: readonly RosterLine[]): Mark[][] {
  const count = Math.max(1, Math.ceil(people.length / perPage))
  const hasPhones = people.some((person) => person.phone !== '')
  return Array.from({ length: count }, (_, page) => [
    ...heading(head, people.length, page + 1, count),
    ...people
      .slice(page * perPage, (page + 1) * perPage)
      .flatMap((person, at) => row(person, top + at * rowHeight, hasPhones)),
  ])
}

function heading({ title, when, where, printed }: SheetHead, people: number, page: number, pages: number): Mark[] {
  const y = top - 14
  return [
    leftAt(left, { y: 56, size: 22, words: cut(title, 22, right - left - 80), isBold: true }),
    rightAt(right, { y: 54, size: 12, words: `第 ${page} 页，共 ${pages} 页` }),
    leftAt(left, { y: 82, size: 13, words: cut(`${when}　${where}`, 13, right - left - 70) }),
    rightAt(right, { y: 82, size: 13, words: `共 ${people} 位` }),
    { kind: 'line', x: left, y, toX: right, toY: y, width: 1.2 },
    leftAt(left, { y: a4.height - 22, size: 9, words: `${printed}　用完请收好或销毁`, isGrey: true }),
  ]
}

function row(person: RosterLine, y: number, hasPhones: boolean): Mark[] {
  const { number, name, phone, unit, state, attendance } = person
  const nameLeft = left + 62
  const unitLeft = hasPhones ? left + 330 : left + 250
  const nameWidth = (hasPhones ? left + 215 : unitLeft) - nameLeft - 8
  const fitting = Math.floor((nameSize * nameWidth) / widthOf(name || ' ', nameSize))
  const size = Math.max(leastSize, Math.min(nameSize, fitting))
  const baseline = y + 20
  // Whoever has a plain seat needs no word for it.
  const about = [unit, state === '已报上' ? '' : state, attendance].filter(Boolean).join(' · ')
  return [
    { kind: 'box', x: left, y: y + 1, width: 22, height: 22, line: 1.2 },
    rightAt(left + 54, { y: baseline, size: 12, words: String(number), isGrey: true }),
    leftAt(nameLeft, { y: baseline, size, words: cut(name, size, nameWidth), isBold: true }),
    ...(phone ? [leftAt(left + 215, { y: baseline, size: 18, words: cut(phone, 18, 110) })] : []),
    leftAt(unitLeft, { y: baseline, size: 13, words: cut(about, 13, right - unitLeft) }),
    { kind: 'line', x: left, y: y + rowHeight - 4, toX: right, toY: y + rowHeight - 4, width: 0.3 },
  ]
}
