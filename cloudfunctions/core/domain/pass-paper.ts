// A pass on paper for somebody without a phone: what, when and where in large type, her name in the largest, the square
// code that the leader's phone scans, and whom to call. One page each, to be carried folded in a pocket.
import { encode } from 'uqr'
import { a5, cut, leftAt, lines, middleAt, widthOf, type Mark } from './paper'
import { spokenClock, spokenDay } from './spoken'

/** What is the same on every pass of an activity. */
export interface PassHead {
  title: string
  place: string
  address: string
  contact: { name: string; phone: string }
}

/** One person's part; `text` is what the square code says, `startsAt` when her own slot begins. */
export interface PaperPass {
  name: string
  unit: string
  startsAt: number
  text: string
}

const left = 28
const right = a5.width - left
const width = right - left
const middle = a5.width / 2
/** The code is wide enough to be read from a folded sheet, with its quiet zone around it, and larger where there is room. */
const [leastCode, largestCode] = [168, 232]
const largestName = 64
const leastName = 30

/** A page for each. */
export const passPages = (head: PassHead, passes: readonly PaperPass[]): Mark[][] =>
  passes.map((pass) => pageOf(head, pass))

function pageOf({ title, place, address, contact }: PassHead, { name, unit, startsAt, text }: PaperPass): Mark[] {
  const top: [words: string, size: number, most: number, isBold: boolean][] = [
    [title, 25, 2, true],
    [`${spokenDay(startsAt)} ${spokenClock(startsAt)}`, 25, 2, true],
    [place, 21, 2, false],
    [address, 15, 1, false],
    [unit, 21, 1, true],
  ]
  const marks: Mark[] = []
  let y = 28
  for (const [words, size, most, isBold] of top) {
    for (const line of lines(words, size, width, most)) {
      y += Math.round(size * 1.3)
      marks.push(leftAt(left, { y, size, words: line, isBold }))
    }
  }
  const ruleAt = y + 13
  const codeEnd = a5.height - 112
  const codeSide = Math.max(leastCode, Math.min(largestCode, codeEnd - ruleAt - 12 - largestName))
  const codeTop = codeEnd - codeSide
  const fitting = Math.floor((largestName * width) / widthOf(name || ' ', largestName))
  const nameSize = Math.max(leastName, Math.min(largestName, fitting, codeTop - 12 - ruleAt))
  return [
    ...marks,
    { kind: 'line', x: left, y: ruleAt, toX: right, toY: ruleAt, width: 1.2 },
    middleAt(middle, { y: codeTop - 6, size: nameSize, words: cut(name, nameSize, width), isBold: true }),
    ...squareCode(text, middle - codeSide / 2, codeTop, codeSide),
    middleAt(middle, { y: a5.height - 104, size: 14, words: '到了请队长扫一扫；没有码，报名字也行' }),
    ...callLines(contact),
  ]
}

function callLines({ name, phone }: PassHead['contact']): Mark[] {
  const who = `有事打给${name || '队长'}`
  return [
    middleAt(middle, { y: a5.height - 76, size: 18, words: cut(who, 18, width) }),
    middleAt(middle, { y: a5.height - 36, size: 36, words: cut(phone, 36, width), isBold: true }),
  ]
}

/** The dark squares of a code as boxes filled from left to right, its quiet zone left white. */
function squareCode(text: string, x: number, y: number, side: number): Mark[] {
  const { data, size } = encode(text, { border: 4, ecc: 'M' })
  const unit = side / size
  return data.flatMap((row, at) => {
    const runs: Mark[] = []
    for (let from = row.indexOf(true); from !== -1;) {
      const end = row.indexOf(false, from)
      const to = end === -1 ? size : end
      runs.push({ kind: 'fill', x: x + from * unit, y: y + at * unit, width: (to - from) * unit, height: unit })
      from = row.indexOf(true, to)
    }
    return runs
  })
}
