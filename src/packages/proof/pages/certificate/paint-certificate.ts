import type { Certificate } from '@core/contract'
import { dayOf } from '@core/domain/times'
import { hoursWords } from '@core/domain/hours'
import { dayOfMonth, wholeDay } from '../../words'

export const width = 1240
/** Lines of services that the picture shows; the PDF holds all. */
const most = 10
const margin = 110
const rowHeight = 64
const tableTop = 560

/** How high the picture of a certificate is, px. */
export const heightFor = ({ lines }: Certificate) => tableTop + (Math.min(lines.length, most) + 2) * rowHeight + 420

const serif = '"Songti SC", "Noto Serif CJK SC", serif'
const sans = '-apple-system, "Noto Sans CJK SC", sans-serif'

/** Paints a certificate in the colours of paper and pine; `code` is its verification picture, once it has come. */
export function paintCertificate(
  context: CanvasRenderingContext2D,
  certificate: Certificate,
  code: CanvasImageSource | null,
): void {
  const height = heightFor(certificate)
  frame(context, height)
  head(context, certificate)
  const bottom = table(context, certificate)
  foot(context, certificate, code, bottom)
}

function frame(context: CanvasRenderingContext2D, height: number): void {
  context.fillStyle = '#faf6ee'
  context.fillRect(0, 0, width, height)
  context.strokeStyle = '#24473d'
  context.lineWidth = 6
  context.strokeRect(40, 40, width - 80, height - 80)
  context.lineWidth = 1.5
  context.strokeRect(54, 54, width - 108, height - 108)
}

function write(
  context: CanvasRenderingContext2D,
  text: string,
  [x, y]: readonly [number, number],
  { size = 32, font = sans, colour = '#2a2620', weight = 400, align = 'left' as CanvasTextAlign, most: room = 0 } = {},
): void {
  context.font = `${weight} ${size}px ${font}`
  context.fillStyle = colour
  context.textAlign = align
  context.textBaseline = 'middle'
  context.fillText(room ? cut(context, text, room) : text, x, y)
}

/** As much of a text as has room, with an ellipsis where something is left out. */
function cut(context: CanvasRenderingContext2D, text: string, room: number): string {
  if (context.measureText(text).width <= room) return text
  let kept = text
  while (kept && context.measureText(`${kept}…`).width > room) kept = kept.slice(0, -1)
  return `${kept}…`
}

function head(context: CanvasRenderingContext2D, { number, name, from, to, minutes, lines }: Certificate): void {
  write(context, '志愿服务记录证明', [width / 2, 170], {
    size: 72,
    font: serif,
    weight: 700,
    align: 'center',
    colour: '#24473d',
  })
  write(context, `编号 ${number}`, [width - margin, 260], { size: 28, align: 'right', colour: '#5c554a' })
  write(context, name, [margin, 350], { size: 48, font: serif, weight: 700 })
  write(context, `在 ${wholeDay(from)}至 ${wholeDay(to)}期间，`, [margin, 425], { font: serif, size: 36 })
  write(context, `参加志愿服务 ${lines.length} 次，共 ${hoursWords(minutes)}。特此证明。`, [margin, 485], {
    font: serif,
    size: 36,
  })
}

const columns = [margin, margin + 190, margin + 640, width - margin] as const

function table(context: CanvasRenderingContext2D, { lines, minutes }: Certificate): number {
  const shown = lines.slice(0, most)
  const hidden = lines.length - shown.length
  row(context, tableTop, ['日期', '服务', '记录单位', '时长'], '#5c554a')
  shown.forEach((line, index) =>
    row(context, tableTop + (index + 1) * rowHeight, [
      dayOfMonth(line.day),
      line.title,
      line.teamName,
      hoursWords(line.minutes),
    ]),
  )
  const last = tableTop + (shown.length + 1) * rowHeight
  row(context, last, [hidden > 0 ? `另有 ${hidden} 次` : '', '', '合计', hoursWords(minutes)], '#24473d')
  return last + rowHeight
}

function row(context: CanvasRenderingContext2D, y: number, cells: readonly string[], colour = '#2a2620'): void {
  const [day = '', title = '', team = '', hours = ''] = cells
  write(context, day, [columns[0], y], { size: 30, colour, most: 180 })
  write(context, title, [columns[1], y], { size: 30, colour, most: 430 })
  write(context, team, [columns[2], y], { size: 30, colour, most: 280 })
  write(context, hours, [columns[3], y], { size: 30, colour, align: 'right' })
  context.fillStyle = '#e8e0d1'
  context.fillRect(margin, y + rowHeight / 2, width - 2 * margin, 1.5)
}

function foot(
  context: CanvasRenderingContext2D,
  { issuer, issuedAt }: Certificate,
  code: CanvasImageSource | null,
  top: number,
): void {
  if (code) {
    context.fillStyle = '#ffffff'
    context.fillRect(margin, top + 40, 220, 220)
    context.drawImage(code, margin + 10, top + 50, 200, 200)
    write(context, '微信扫码核验真假', [margin + 110, top + 290], { size: 26, align: 'center', colour: '#5c554a' })
  }
  write(context, issuer, [width - margin, top + 130], { size: 36, font: serif, weight: 700, align: 'right' })
  write(context, wholeDay(dayOf(issuedAt)), [width - margin, top + 190], { size: 32, font: serif, align: 'right' })
}
