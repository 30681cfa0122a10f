// The picture of a card for an elder, 5:4, as mockup 20 has it: what, when and where in very large type, who invites
// as she is to her, and what to do. WeChat shows it at half its size: nothing is below 56 here. No names of persons.
import { elderMoment, inviter } from '@/parts/elder-words'
import type { CardWords } from '@/parts/card-link'
import { colours, shapes } from '../poster/drawings'
import { linesOf } from '../poster/lines'
import { drawStrokes } from '../poster/strokes'
import { drawDandelion } from './dandelion'

export const pictureWidth = 1000
export const pictureHeight = 800
const gutter = 64
const room = pictureWidth - gutter * 2
const ink = '#2A2620'
const family = '-apple-system, "PingFang SC", "Noto Sans SC", sans-serif'

type Pen = CanvasRenderingContext2D

/** The lines of the picture, top to bottom, each as it is said. */
export function pictureLines(words: CardWords, now: number) {
  const { day, hour, dated } = elderMoment(words.startsAt, now)
  return {
    what: words.title,
    when: [day, hour],
    // A card is often opened a day later, when 明天 means another day.
    dated: dated.replace(day, '').trim(),
    where: words.placeName,
    how: `${inviter(words.as)}邀请您，点开按「我去」`,
  }
}

/** Paints the picture of a card. */
export function paintCard(pen: Pen, words: CardWords, now: number): void {
  const team = colours[words.colour]
  const lines = pictureLines(words, now)
  pen.fillStyle = team.tint
  pen.fillRect(0, 0, pictureWidth, pictureHeight)
  paintHill(pen, team.glow)
  const title = titleLines(pen, lines.what)
  drawStrokes(pen, shapes[words.colour], { x: gutter, y: 44, scale: 92 / 48 }, { ...team, card: '#FFFFFF' })
  let y = 44
  for (const line of title.lines) {
    y += title.size * 1.22
    say(pen, line, { x: gutter + 112, y: y - title.size * 0.18, size: title.size, colour: team.ink })
  }
  y = Math.max(y, 140) + 14
  let widest = 0
  for (const line of lines.when) {
    const size = fitting(pen, line, 136)
    y += size * 1.16
    say(pen, line, { x: gutter, y: y - size * 0.18, size, colour: ink })
    widest = Math.max(widest, pen.measureText(line).width)
  }
  y += 86
  say(pen, lines.dated, { x: gutter, y: y - 12, size: 58, colour: ink })
  widest = Math.max(widest, pen.measureText(lines.dated).width)
  const [where = ''] = wrapped(pen, lines.where, 58, 1)
  y += 76
  say(pen, where, { x: gutter, y: y - 12, size: 58, colour: ink })
  widest = Math.max(widest, pen.measureText(where).width)
  say(pen, lines.how, { x: gutter, y: pictureHeight - 36, size: fitting(pen, lines.how, 62), colour: ink })
  drawDandelion(pen, { from: gutter + widest, to: pictureWidth, ground: 690 }, team.base)
}

/** One line as large as it fits, else two smaller ones. */
function titleLines(pen: Pen, title: string) {
  const beside = room - 112
  const one = wrapped(pen, title, 76, 2, beside)
  if (one.length === 1) return { size: 76, lines: one }
  return { size: 60, lines: wrapped(pen, title, 60, 2, beside) }
}

function paintHill(pen: Pen, colour: string): void {
  pen.save()
  pen.globalAlpha = 0.35
  pen.fillStyle = colour
  pen.beginPath()
  pen.moveTo(0, 720)
  pen.bezierCurveTo(260, 660, 620, 744, pictureWidth, 664)
  pen.lineTo(pictureWidth, pictureHeight)
  pen.lineTo(0, pictureHeight)
  pen.closePath()
  pen.fill()
  pen.restore()
}

interface Saying {
  x: number
  y: number
  size: number
  colour: string
}

const fontOf = (size: number) => `600 ${size}px ${family}`

function say(pen: Pen, words: string, { x, y, size, colour }: Saying): void {
  pen.font = fontOf(size)
  pen.fillStyle = colour
  pen.fillText(words, x, y)
}

/** The size at which words fit into one line, at most `size`. */
function fitting(pen: Pen, words: string, size: number): number {
  pen.font = fontOf(size)
  return Math.min(size, Math.floor((size * room) / pen.measureText(words).width))
}

function wrapped(pen: Pen, words: string, size: number, most: number, width = room): string[] {
  pen.font = fontOf(size)
  return linesOf(words, width, most, (text) => pen.measureText(text).width)
}
