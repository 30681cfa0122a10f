// Follows strokes on a canvas.
import type { Stroke } from './drawings'

/** Colours by the names that strokes use. */
export type Palette = Readonly<Record<string, string>>

export interface Placing {
  x: number
  y: number
  /** How much larger than its own grid. */
  scale: number
}

type Pen = Pick<
  CanvasRenderingContext2D,
  | 'save'
  | 'restore'
  | 'translate'
  | 'scale'
  | 'beginPath'
  | 'moveTo'
  | 'lineTo'
  | 'bezierCurveTo'
  | 'closePath'
  | 'fill'
  | 'stroke'
  | 'fillStyle'
  | 'strokeStyle'
  | 'lineWidth'
  | 'lineCap'
  | 'lineJoin'
  | 'globalAlpha'
>

/** Draws strokes at a place; names of the palette become colours, anything else is one. */
export function drawStrokes(pen: Pen, strokes: readonly Stroke[], { x, y, scale }: Placing, palette: Palette): void {
  pen.save()
  pen.translate(x, y)
  pen.scale(scale, scale)
  pen.lineCap = 'round'
  pen.lineJoin = 'round'
  for (const [way, fill, stroke, width, opacity] of strokes) {
    pen.beginPath()
    follow(pen, way)
    pen.globalAlpha = opacity
    if (fill) {
      pen.fillStyle = palette[fill] ?? fill
      pen.fill()
    }
    if (stroke) {
      pen.strokeStyle = palette[stroke] ?? stroke
      pen.lineWidth = width
      pen.stroke()
    }
  }
  pen.restore()
}

function follow(pen: Pen, way: string): void {
  for (const step of way.match(/[MLCZ][^MLCZ]*/g) ?? []) {
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = step.slice(1).split(' ').map(Number)
    if (step[0] === 'M') pen.moveTo(a, b)
    else if (step[0] === 'L') pen.lineTo(a, b)
    else if (step[0] === 'C') pen.bezierCurveTo(a, b, c, d, e, f)
    else pen.closePath()
  }
}
