// Turns the drawings of the poster into strokes that a canvas follows: WeChat's canvas draws no SVG.
// Run after changing a drawing: node config/make-poster.mjs
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { format } from 'prettier'
import { cover, mark, shape, teams, uiIcon } from './draw.mjs'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const target = path.join(root, 'src/packages/activity/poster/drawings.ts')
const round = (n) => Math.round(n * 10) / 10

/** Absolute commands M L C Z of an SVG path; arcs of circles become cubic curves. */
function commands(d) {
  const tokens = d.match(/[a-zA-Z]|-?(?:\d+\.\d+|\.\d+|\d+)/g)
  const out = []
  let at = 0
  let [x, y, startX, startY] = [0, 0, 0, 0]
  let [controlX, controlY] = [0, 0]
  let command = ''
  const isNumber = () => at < tokens.length && !/[a-zA-Z]/.test(tokens[at])
  const number = () => Number(tokens[at++])
  const curve = (a, b, c, e, toX, toY) => {
    out.push(['C', a, b, c, e, toX, toY])
    ;[controlX, controlY, x, y] = [c, e, toX, toY]
  }
  while (at < tokens.length) {
    if (!isNumber()) command = tokens[at++]
    const isRelative = command === command.toLowerCase()
    const [dx, dy] = isRelative ? [x, y] : [0, 0]
    switch (command.toUpperCase()) {
      case 'M':
        ;[x, y] = [number() + dx, number() + dy]
        ;[startX, startY] = [x, y]
        out.push(['M', x, y])
        command = isRelative ? 'l' : 'L'
        break
      case 'L':
        ;[x, y] = [number() + dx, number() + dy]
        out.push(['L', x, y])
        break
      case 'H':
        x = number() + dx
        out.push(['L', x, y])
        break
      case 'V':
        y = number() + dy
        out.push(['L', x, y])
        break
      case 'C':
        curve(number() + dx, number() + dy, number() + dx, number() + dy, number() + dx, number() + dy)
        break
      case 'S':
        curve(2 * x - controlX, 2 * y - controlY, number() + dx, number() + dy, number() + dx, number() + dy)
        break
      case 'Q': {
        const [qx, qy, tx, ty] = [number() + dx, number() + dy, number() + dx, number() + dy]
        curve(
          x + (2 / 3) * (qx - x),
          y + (2 / 3) * (qy - y),
          tx + (2 / 3) * (qx - tx),
          ty + (2 / 3) * (qy - ty),
          tx,
          ty,
        )
        break
      }
      case 'A': {
        const [r, , , large, sweep] = [number(), number(), number(), number(), number()]
        const [tx, ty] = [number() + dx, number() + dy]
        for (const each of arc(x, y, r, large, sweep, tx, ty)) curve(...each)
        break
      }
      case 'Z':
        out.push(['Z'])
        ;[x, y] = [startX, startY]
        break
      default:
        throw new Error(`no ${command} in ${d}`)
    }
    if (!'CSQA'.includes(command.toUpperCase())) [controlX, controlY] = [x, y]
  }
  return out
}

/** An arc of a circle from one point to another, as cubic curves of at most a quarter each. */
function arc(x, y, r, large, sweep, toX, toY) {
  const [halfX, halfY] = [(x - toX) / 2, (y - toY) / 2]
  const length = halfX ** 2 + halfY ** 2
  const radius = Math.max(r, Math.sqrt(length))
  const away = (large === sweep ? -1 : 1) * Math.sqrt(Math.max(0, radius ** 2 / length - 1))
  const [cx, cy] = [(x + toX) / 2 + away * halfY, (y + toY) / 2 - away * halfX]
  const from = Math.atan2(y - cy, x - cx)
  let turn = Math.atan2(toY - cy, toX - cx) - from
  if (sweep && turn < 0) turn += 2 * Math.PI
  if (!sweep && turn > 0) turn -= 2 * Math.PI
  const steps = Math.ceil(Math.abs(turn) / (Math.PI / 2) - 1e-9)
  const step = turn / steps
  const k = (4 / 3) * Math.tan(step / 4)
  return Array.from({ length: steps }, (_, n) => {
    const [a, b] = [from + n * step, from + (n + 1) * step]
    const on = (angle) => [cx + radius * Math.cos(angle), cy + radius * Math.sin(angle)]
    const [[ax, ay], [bx, by]] = [on(a), on(b)]
    const [ta, tb] = [k * radius, -k * radius]
    return [ax - ta * Math.sin(a), ay + ta * Math.cos(a), bx - tb * Math.sin(b), by + tb * Math.cos(b), bx, by]
  })
}

const circle = (cx, cy, rx, ry = rx) => {
  const [kx, ky] = [rx * 0.5523, ry * 0.5523]
  return [
    ['M', cx + rx, cy],
    ['C', cx + rx, cy + ky, cx + kx, cy + ry, cx, cy + ry],
    ['C', cx - kx, cy + ry, cx - rx, cy + ky, cx - rx, cy],
    ['C', cx - rx, cy - ky, cx - kx, cy - ry, cx, cy - ry],
    ['C', cx + kx, cy - ry, cx + rx, cy - ky, cx + rx, cy],
    ['Z'],
  ]
}
const rect = (x, y, w, h) => [['M', x, y], ['L', x + w, y], ['L', x + w, y + h], ['L', x, y + h], ['Z']]

const attributes = (text) => Object.fromEntries([...text.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, k, v]) => [k, v]))

/** How a list of transforms moves a point, and by how much it scales. */
function placing(text = '') {
  let move = (p) => p
  let scale = 1
  for (const [, name, inner] of text.matchAll(/(\w+)\(([^)]*)\)/g)) {
    const n = inner.split(/[ ,]+/).map(Number)
    const before = move
    if (name === 'translate') move = ([x, y]) => before([x + n[0], y + (n[1] ?? 0)])
    if (name === 'scale') {
      move = ([x, y]) => before([x * n[0], y * n[0]])
      scale *= n[0]
    }
    if (name === 'rotate') {
      const a = (n[0] * Math.PI) / 180
      const [ox, oy] = [n[1] ?? 0, n[2] ?? 0]
      move = ([x, y]) =>
        before([
          ox + (x - ox) * Math.cos(a) - (y - oy) * Math.sin(a),
          oy + (x - ox) * Math.sin(a) + (y - oy) * Math.cos(a),
        ])
    }
  }
  return { move, scale }
}

/** Every element of a drawing as one stroke: where, in which colours, how wide, how opaque. */
function strokes(source, anywhere = false) {
  const out = []
  const stack = [{ opacity: 1, move: (p) => p, scale: 1 }]
  for (const [, close, tag, rest] of source.matchAll(/<(\/?)(\w+)([^>]*?)\/?>/g)) {
    if (tag === 'svg') continue
    if (close) {
      stack.pop()
      continue
    }
    const above = stack[stack.length - 1]
    const own = attributes(rest)
    const placed = placing(own.transform)
    const now = {
      ...above,
      ...(own.fill && { fill: own.fill }),
      ...(own.stroke && { stroke: own.stroke }),
      ...(own['stroke-width'] && { width: Number(own['stroke-width']) }),
      opacity: above.opacity * Number(own.opacity ?? 1),
      move: (p) => above.move(placed.move(p)),
      scale: above.scale * placed.scale,
    }
    if (tag === 'g') {
      stack.push(now)
      continue
    }
    const n = (name) => Number(own[name] ?? 0)
    const path =
      tag === 'path'
        ? commands(own.d)
        : tag === 'circle'
          ? circle(n('cx'), n('cy'), n('r'))
          : tag === 'ellipse'
            ? circle(n('cx'), n('cy'), n('rx'), n('ry'))
            : rect(n('x'), n('y'), n('width'), n('height'))
    const d = path
      .map(([letter, ...numbers]) => {
        const points = []
        for (let i = 0; i < numbers.length; i += 2) points.push(...now.move([numbers[i], numbers[i + 1]]).map(round))
        return letter + points.join(' ')
      })
      .join('')
    const paint = (value) => (value && value !== 'none' ? value : '')
    out.push({
      d,
      fill: paint(now.fill),
      stroke: paint(now.stroke),
      width: round((now.width ?? 1) * now.scale),
      opacity: Math.round(now.opacity * 100) / 100,
    })
  }
  return merged(out, anywhere)
}

/** What looks the same is drawn in one go; in a scene of one colour wherever it lies, elsewhere only neighbours. */
function merged(list, anywhere) {
  const look = (one) => [one.fill, one.stroke, one.width, one.opacity].join()
  const out = []
  for (const each of list) {
    const same = anywhere ? out.find((one) => look(one) === look(each)) : out[out.length - 1]
    if (same && look(same) === look(each)) same.d += each.d
    else out.push({ ...each })
  }
  return out.map(({ d, fill, stroke, width, opacity }) => [d, fill, stroke, width, opacity])
}

const width = 780
const height = 600
const named = (list, names) =>
  list.map(([d, fill, stroke, ...rest]) => [d, names[fill] ?? fill, names[stroke] ?? stroke, ...rest])
/** The scene is the same for all colours but for the shape in the sun. */
const plain = { base: '#000001', tint: '#000002', glow: '#000003' }
const swap = Object.fromEntries(Object.entries(plain).map(([k, v]) => [v, k]))
const red = teams.find(({ k }) => k === 'red')
const sceneSource = cover('red', width, height, false, true)
  .replaceAll(shape.red(red.base, '#fff'), '')
  .replaceAll(red.base, plain.base)
  .replaceAll(red.tint, plain.tint)
  .replaceAll(red.glow, plain.glow)
const data = {
  scene: named(strokes(sceneSource, true), { ...swap, '#fff': 'card' }),
  shapes: Object.fromEntries(
    teams.map(({ k, base }) => [k, named(strokes(shape[k](base, '#fff')), { [base]: 'base', '#fff': 'card' })]),
  ),
  icons: Object.fromEntries(
    ['clock', 'pin', 'people'].map((name) => [name, named(strokes(uiIcon(name, '#123456')), { '#123456': 'ink2' })]),
  ),
  mark: named(
    strokes(
      mark(
        teams.map(({ base }) => base),
        '#24473D',
        '#F2B632',
      ),
    ),
    {},
  ),
  colours: Object.fromEntries(teams.map(({ k, base, tint, ink, glow }) => [k, { base, tint, ink, glow }])),
}

const text = `// Written by config/make-poster.mjs; change that, and run it again.
import type { Colour } from '@core/contract'

/** One stroke: its way in M L C Z, fill, stroke (a name of the palette or a colour), width, opacity. */
export type Stroke = readonly [way: string, fill: string, stroke: string, width: number, opacity: number]
export const sceneWidth = ${width}
export const scene: readonly Stroke[] = ${JSON.stringify(data.scene)}
/** Silhouettes on a grid of 48. */
export const shapes: Record<Colour, readonly Stroke[]> = ${JSON.stringify(data.shapes)}
/** Line icons on a grid of 24. */
export const icons: Record<'clock' | 'pin' | 'people', readonly Stroke[]> = ${JSON.stringify(data.icons)}
/** The dandelion, on a grid of 96. */
export const mark: readonly Stroke[] = ${JSON.stringify(data.mark)}
export const colours: Record<Colour, { base: string; tint: string; ink: string; glow: string }> = ${JSON.stringify(data.colours)}
`
const options = { parser: 'typescript', semi: false, singleQuote: true, printWidth: 120, trailingComma: 'all' }
writeFileSync(target, await format(text, options))
