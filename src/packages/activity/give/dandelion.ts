// A dandelion beside the words of a card's picture, in the colour of the team.
type Pen = CanvasRenderingContext2D

const full = Math.PI * 2
/** Rays of the flower, and how far the tips of a ray spread, in radians. */
const rays = 16
const tips = [-0.8, -0.28, 0.28, 0.8]
/** Smaller than this it would be a blot. */
const smallest = 84
const largest = 168

/** Draws it between the end of the words and the edge, its stem down to the ground; nothing where there is no room. */
export function drawDandelion(pen: Pen, place: { from: number; to: number; ground: number }, colour: string): void {
  const radius = Math.min(largest, (place.to - place.from - 76) / 2)
  if (radius < smallest) return
  const x = place.to - 38 - radius
  const y = place.ground - 24 - radius * 1.7
  pen.save()
  pen.globalAlpha = 0.9
  pen.strokeStyle = colour
  pen.fillStyle = colour
  pen.lineCap = 'round'
  for (let ray = 0; ray < rays; ray += 1) {
    const angle = (full / rays) * ray - Math.PI / 2
    const length = radius * (ray % 2 ? 0.82 : 1)
    const at = (far: number, turn = angle): [number, number] => [x + far * Math.cos(turn), y + far * Math.sin(turn)]
    const knot = at(length * 0.72)
    line(pen, at(radius * 0.12), knot, radius * 0.022)
    for (const turn of tips) {
      const tip: [number, number] = [
        knot[0] + length * 0.28 * Math.cos(angle + turn),
        knot[1] + length * 0.28 * Math.sin(angle + turn),
      ]
      line(pen, knot, tip, radius * 0.018)
      dot(pen, tip, radius * 0.026)
    }
  }
  dot(pen, [x, y], radius * 0.12)
  pen.lineWidth = radius * 0.07
  pen.beginPath()
  pen.moveTo(x, y)
  pen.quadraticCurveTo(x - radius * 0.12, y + radius, x, place.ground)
  pen.stroke()
  pen.restore()
}

function line(pen: Pen, from: readonly [number, number], to: readonly [number, number], width: number): void {
  pen.lineWidth = width
  pen.beginPath()
  pen.moveTo(from[0], from[1])
  pen.lineTo(to[0], to[1])
  pen.stroke()
}

function dot(pen: Pen, at: readonly [number, number], radius: number): void {
  pen.beginPath()
  pen.arc(at[0], at[1], radius, 0, full)
  pen.fill()
}
