// The poster of an activity, 780 by 1600, as mockup 22 has it: drawing, what, when, where, how many, and the code.
import { colourWords, type ActivityPage } from '@core/contract'
import { calendar, clockWords, dayOf } from '@core/domain/times'
import { colours, icons, mark, scene, sceneWidth, shapes } from './drawings'
import { linesOf } from './lines'
import { drawStrokes, type Palette } from './strokes'

export const posterWidth = 780
export const posterHeight = 1600
const gutter = 56
const ink = '#2A2620'
const ink2 = '#5C554A'
const ink3 = '#71695C'
const paper = '#FAF6EE'
const family = '-apple-system, "PingFang SC", "Noto Sans SC", sans-serif'

type Pen = CanvasRenderingContext2D

/** 11 月 28 日 周六 9:00–11:00 */
export function posterTime({ startsAt, endsAt }: Pick<ActivityPage, 'startsAt' | 'endsAt'>): string {
  const { month, date, weekday } = calendar(startsAt)
  const until = dayOf(startsAt) === dayOf(endsAt) ? `–${clockWords(endsAt)}` : ' 起'
  return `${month} 月 ${date} 日 ${weekday} ${clockWords(startsAt)}${until}`
}

/** 20 席 · 免费; who may come where not everybody may. */
export function posterSeats(
  page: Pick<ActivityPage, 'capacity' | 'audience' | 'communityName' | 'teamName' | 'drawAt'>,
) {
  const seats = page.capacity === null ? '不限人数' : `${page.capacity} 席${page.drawAt === null ? '' : '，抽签'}`
  const who =
    page.audience === 'community'
      ? `请${page.communityName}的居民来`
      : page.audience === 'members'
        ? `请${page.teamName}的队员来`
        : '谁都可以来'
  return `${seats} · ${who}`
}

/** Paints the poster; `code` is the mini-program code, loaded. Names of those who come are never on it. */
export function paintPoster(pen: Pen, page: ActivityPage, code: CanvasImageSource): void {
  const team = colours[page.colour]
  const palette: Palette = { ...team, card: '#FFFFFF', ink2 }
  pen.fillStyle = paper
  pen.fillRect(0, 0, posterWidth, posterHeight)
  drawStrokes(pen, scene, { x: 0, y: 0, scale: posterWidth / sceneWidth }, palette)
  drawStrokes(pen, shapes[page.colour], { x: 573 - 66, y: 345 - 66, scale: 132 / 48 }, palette)
  pen.fillStyle = paper
  roundRect(pen, 0, 540, posterWidth, posterHeight, 64)
  pen.fill()
  drawStrokes(pen, mark, { x: 48, y: 44, scale: 0.66 }, palette)
  say(pen, `七彩蒲公英 · ${page.communityName}`, { x: 128, y: 88, size: 34, bold: true, colour: ink })
  const below = paintWords(pen, page, palette)
  paintFacts(pen, page, palette, below)
  paintCode(pen, page, code)
}

/** Colour, title and first words; answers where they end. */
function paintWords(pen: Pen, page: ActivityPage, palette: Palette): number {
  const team = colours[page.colour]
  drawStrokes(pen, shapes[page.colour], { x: gutter, y: 600, scale: 28 / 48 }, palette)
  const name = colourWords[page.colour].name
  say(pen, name, { x: gutter + 40, y: 623, size: 26, bold: true, colour: team.ink })
  const after = gutter + 40 + pen.measureText(name).width + 10
  say(pen, `· ${page.teamName}`, { x: after, y: 623, size: 26, colour: ink3 })
  let y = 640
  for (const line of wrapped(pen, page.title, 68, true, 2)) {
    y += 90
    say(pen, line, { x: gutter, y, size: 68, bold: true, colour: ink })
  }
  y += 26
  for (const line of introLines(pen, page.intro)) {
    y += 48
    say(pen, line, { x: gutter, y, size: 31, colour: ink2 })
  }
  return y
}

/** The first sentences that fit into two lines; only one that is too long by itself is cut. */
function introLines(pen: Pen, intro: string): string[] {
  const sentences = intro.match(/[^。]+。?/g) ?? []
  for (let count = sentences.length; count > 1; count -= 1) {
    const text = sentences.slice(0, count).join('')
    if (wrapped(pen, text, 31, false, 3).length <= 2) return wrapped(pen, text, 31, false, 2)
  }
  return wrapped(pen, sentences[0] ?? '', 31, false, 2)
}

function paintFacts(pen: Pen, page: ActivityPage, palette: Palette, from: number): void {
  const facts = [
    ['clock', posterTime(page), true],
    ['pin', [page.place.name, page.place.address].filter(Boolean).join(' '), false],
    ['people', posterSeats(page), false],
  ] as const
  let y = from + 34
  for (const [icon, words, isBold] of facts) {
    const lines = wrapped(pen, words, 35, isBold, 2, posterWidth - gutter * 2 - 66)
    drawStrokes(pen, icons[icon], { x: gutter, y: y + 22, scale: 42 / 24 }, palette)
    for (const line of lines) {
      y += 54
      say(pen, line, { x: gutter + 66, y, size: 35, bold: isBold, colour: ink })
    }
    y += 16
  }
}

function paintCode(pen: Pen, page: ActivityPage, code: CanvasImageSource): void {
  const top = 1284
  pen.fillStyle = '#FFFFFF'
  roundRect(pen, gutter, top, posterWidth - gutter * 2, 264, 48)
  pen.fill()
  pen.drawImage(code, gutter + 36, top + 32, 200, 200)
  const x = gutter + 268
  say(pen, '微信扫一扫报名', { x, y: top + 98, size: 38, bold: true, colour: ink })
  say(pen, '没有智能手机？', { x, y: top + 154, size: 28, colour: ink2 })
  say(pen, `打 ${page.contact.phone} 也一样`, { x, y: top + 198, size: 28, colour: ink2 })
}

interface Saying {
  x: number
  y: number
  size: number
  bold?: boolean
  colour: string
}

const fontOf = (size: number, bold?: boolean) => `${bold ? '600' : '400'} ${size}px ${family}`

function say(pen: Pen, words: string, { x, y, size, bold, colour }: Saying): void {
  pen.font = fontOf(size, bold)
  pen.fillStyle = colour
  pen.fillText(words, x, y)
}

function wrapped(pen: Pen, words: string, size: number, bold: boolean, most: number, width = posterWidth - gutter * 2) {
  pen.font = fontOf(size, bold)
  return linesOf(words, width, most, (text) => pen.measureText(text).width)
}

function roundRect(pen: Pen, x: number, y: number, width: number, height: number, r: number): void {
  pen.beginPath()
  pen.moveTo(x + r, y)
  pen.arcTo(x + width, y, x + width, y + height, r)
  pen.arcTo(x + width, y + height, x, y + height, r)
  pen.arcTo(x, y + height, x, y, r)
  pen.arcTo(x, y, x + width, y, r)
  pen.closePath()
}
