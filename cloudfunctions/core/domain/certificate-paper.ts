// The certificate on paper. 依据：《志愿服务记录与证明出具办法（试行）》: who served; what, when, where and how many hours;
// who recorded it; who issues it, when and under which number; how it can be checked.
import type { Certificate } from '../contract'
import { dateWords, hoursOf } from './certificate'
import { a4, cut, leftAt, lines, middleAt, rightAt, type Mark } from './paper'
import { dayOf } from './times'

/** What a certificate on paper says beside its own fields: how the issuer is reached. */
export interface Issuer {
  phone: string
}

const left = 60
const right = a4.width - left
const rowHeight = 34
/** The first page begins with the text, the last one ends with issuer and square code. */
const firstTop = 250
const nextTop = 90
const bottom = a4.height - 80
const footHeight = 150
/** Where a column begins, how wide it is, and its head. */
const columns = {
  day: { x: left + 6, width: 72, head: '日期' },
  title: { x: left + 84, width: 158, head: '服务内容' },
  place: { x: left + 248, width: 92, head: '地点' },
  team: { x: left + 346, width: 80, head: '记录单位' },
  hours: { x: right - 6, width: 40, head: '小时' },
} as const

/** The name under which the square code stands among the pictures of the paper. */
export const codePicture = 'Code'

/** Its pages; with `hasCode` the last one has room for the square code. */
export function certificatePages(certificate: Certificate, issuer: Issuer, hasCode: boolean): Mark[][] {
  const pages = tables(certificate.lines)
  const last = pages.at(-1)
  const needsRoom = last && last.top + last.rows.length * rowHeight + rowHeight + footHeight > bottom
  if (needsRoom) pages.push({ top: nextTop, rows: [] })
  return pages.map(({ top, rows }, at) => [
    ...frame(),
    ...(at === 0 ? opening(certificate) : []),
    ...(rows.length > 0 ? table(rows, top) : []),
    ...(at === pages.length - 1 ? closing(certificate, issuer, hasCode) : []),
    ...foot(certificate, at + 1, pages.length),
  ])
}

interface Part {
  top: number
  rows: Certificate['lines']
}

function tables(rows: Certificate['lines']): Part[] {
  const parts: Part[] = []
  for (let from = 0; from === 0 || from < rows.length;) {
    const top = from === 0 ? firstTop : nextTop
    const room = Math.floor((bottom - top - rowHeight) / rowHeight)
    parts.push({ top, rows: rows.slice(from, from + room) })
    from += room
  }
  return parts
}

const frame = (): Mark[] => [
  { kind: 'box', x: 30, y: 30, width: a4.width - 60, height: a4.height - 60, line: 1.5 },
  { kind: 'box', x: 35, y: 35, width: a4.width - 70, height: a4.height - 70, line: 0.5 },
]

function opening({ name, number, from, to, minutes, lines: rows }: Certificate): Mark[] {
  const words =
    `兹证明 ${name} 于${dateWords(from)}至${dateWords(to)}期间参加志愿服务 ${rows.length} 次，` +
    `服务时长合计 ${hoursOf(minutes)} 小时。每次服务的记录如下：`
  const size = 14
  return [
    middleAt(a4.width / 2, { y: 100, size: 28, words: '志愿服务记录证明', isBold: true }),
    rightAt(right, { y: 132, size: 11, words: `编号：${number}` }),
    ...lines(`　　${words}`, size, right - left, 4).map((line, at) =>
      leftAt(left, { y: 168 + at * 24, size, words: line }),
    ),
  ]
}

function table(rows: Certificate['lines'], top: number): Mark[] {
  const height = (rows.length + 1) * rowHeight
  const rules = Array.from({ length: rows.length }, (_, n): Mark => {
    const y = top + (n + 1) * rowHeight
    return { kind: 'line', x: left, y, toX: right, toY: y, width: 0.5 }
  })
  const head = { y: top + 22, size: 11, isBold: true }
  return [
    { kind: 'box', x: left, y: top, width: right - left, height, line: 0.8 },
    ...rules,
    ...(['day', 'title', 'place', 'team'] as const).map((each) =>
      leftAt(columns[each].x, { ...head, words: columns[each].head }),
    ),
    rightAt(columns.hours.x, { ...head, words: columns.hours.head }),
    ...rows.flatMap((row, at) => tableRow(row, top + (at + 1) * rowHeight)),
  ]
}

function tableRow({ day, title, place, teamName, minutes }: Certificate['lines'][number], top: number): Mark[] {
  const size = 10
  const cell = (column: keyof typeof columns, words: string): Mark[] => {
    const { x, width } = columns[column]
    const found = lines(words, size, width, 2)
    const first = top + (found.length > 1 ? 14 : 21)
    return found.map((line, at) => leftAt(x, { y: first + at * 13, size, words: line }))
  }
  return [
    ...cell('day', day),
    ...cell('title', title),
    ...cell('place', place),
    ...cell('team', teamName),
    rightAt(columns.hours.x, { y: top + 21, size: 11, words: hoursOf(minutes) }),
  ]
}

function closing({ issuer, issuedAt, code }: Certificate, { phone }: Issuer, hasCode: boolean): Mark[] {
  const top = bottom - footHeight + 20
  const middle = right - 100
  const picture: Mark[] = hasCode
    ? [{ kind: 'picture', x: left, y: top, width: 96, height: 96, picture: codePicture }]
    : []
  return [
    ...picture,
    leftAt(left, { y: top + 112, size: 10, words: hasCode ? '微信扫码，核对真伪' : '在小程序里核对真伪' }),
    leftAt(left, { y: top + 126, size: 10, words: `核验码 ${code}` }),
    middleAt(middle, { y: top + 30, size: 14, words: cut(issuer, 14, 200) }),
    middleAt(middle, { y: top + 50, size: 10, words: '出具单位（盖章）', isGrey: true }),
    ...(phone ? [middleAt(middle, { y: top + 70, size: 11, words: `联系电话 ${phone}` })] : []),
    middleAt(middle, { y: top + 92, size: 12, words: dateWords(dayOf(issuedAt)) }),
  ]
}

const foot = ({ number }: Certificate, page: number, pages: number): Mark[] => [
  leftAt(left, { y: a4.height - 50, size: 9, words: `编号 ${number}　服务时长不含往返路上的时间`, isGrey: true }),
  rightAt(right, { y: a4.height - 50, size: 9, words: `第 ${page} 页，共 ${pages} 页`, isGrey: true }),
]
