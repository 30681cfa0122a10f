// Draws src/ui/_icons.scss, the drawings of empty pages and the mark from config/draw.mjs.
// Run after changing a drawing: node config/make-icons.mjs
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { clock, dark, light, mark, seed, shape, svg, teams, uiIcon, uiNames } from './draw.mjs'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')

/** Stroke of the icons that stand beside words in weight 600; the rest keep 1.8. */
const bold = { check: 2.4, close: 2, plus: 2, down: 2, left: 2, right: 2, hourglass: 2, phone: 2 }

/** An SVG as a data URI that WXSS accepts inside double quotes. */
const uri = (text) =>
  `url("data:image/svg+xml,${text
    .trim()
    .replace(/"/g, "'")
    .replace(/%/g, '%25')
    .replace(/#/g, '%23')
    .replace(/</g, '%3C')
    .replace(/>/g, '%3E')}")`

/** Only the prefixed property: every WebView we promise knows it, and the drawing is written once. */
const mask = (selector, text) => `${selector} {\n  -webkit-mask-image: ${uri(text)};\n}`
const picture = (selector, text) => `${selector} {\n  background-image: ${uri(text)};\n}`

const icons = uiNames.map((name) => mask(`.icon--${name}`, uiIcon(name, '#000', bold[name] ?? 1.8)))
const shapes = teams.flatMap((team) => [
  picture(`.shape--${team.k}`, svg(48, 48, shape[team.k](team.base, '#fff'))),
  picture(`.app--dark .shape--${team.k}`, svg(48, 48, shape[team.k](team.dBase, dark.card))),
])
const marks = [
  picture(
    '.mark',
    svg(
      96,
      96,
      mark(
        teams.map((team) => team.base),
        light.ink,
        light.sun,
      ),
    ),
  ),
  picture(
    '.app--dark .mark',
    svg(
      96,
      96,
      mark(
        teams.map((team) => team.dBase),
        dark.ink2,
        dark.sun,
      ),
    ),
  ),
]

/** The cover in layers that take their colour from the page: hills, and the dandelions with their seeds. */
function coverLayers(width, height) {
  const bend = (from, to, end, up, down) =>
    `M0 ${height * from}C${width * 0.22} ${height * up} ${width * 0.42} ${height * down} ${width} ${height * to}V${height}H0Z`
  const hills = [
    `<path d="${bend(0.8, 0.7, 1, 0.66, 0.92)}" fill="#000" opacity=".35"/>`,
    `<path d="M0 ${height * 0.9}C${width * 0.3} ${height * 0.76} ${width * 0.62} ${height * 1.02} ${width} ${height * 0.84}V${height}H0Z" fill="#000" opacity=".5"/>`,
  ].join('')
  const stalk = (x, y, x2, y2) =>
    `<path d="M${width * x} ${height * y}Q${(width * (x + x2)) / 2 - 6} ${(height * (y + y2)) / 2} ${width * x2} ${height * y2}" stroke="#000" stroke-width="2.7" stroke-linecap="round" opacity=".8"/>`
  const place = (x, y) => [Math.round(width * x), Math.round(height * y)]
  const flowers = [
    stalk(0.155, 0.88, 0.18, 0.54),
    clock(...place(0.18, 0.52), Math.round(height * 0.185), '#000', 0.9, 18, [2, 3, 5]),
    stalk(0.315, 0.9, 0.305, 0.7),
    clock(...place(0.305, 0.69), Math.round(height * 0.115), '#000', 0.75, 16, [2, 4]),
    seed(...place(0.36, 0.44), -38, (height / 260) * 0.95, '#000', 0.8),
    seed(...place(0.45, 0.33), -30, (height / 260) * 0.8, '#000', 0.6),
    seed(...place(0.47, 0.62), -52, (height / 260) * 0.62, '#000', 0.5),
  ].join('')
  return [mask('.cover__hills', svg(width, height, hills)), mask('.cover__flowers', svg(width, height, flowers))]
}

/** Colours of the drawings of empty pages that must change where the paper is dark. */
const darkOf = Object.fromEntries([
  ...Object.keys(light).map((key) => [light[key].toLowerCase(), dark[key]]),
  ...teams.flatMap((team) => [
    [team.base.toLowerCase(), team.dBase],
    [team.tint.toLowerCase(), team.dTint],
  ]),
  ['#fff', dark.card],
])
const toDark = (text) =>
  text.replace(/#[0-9a-f]{6}\b|#[0-9a-f]{3}\b/gi, (colour) => darkOf[colour.toLowerCase()] ?? colour)

const head = '// Drawn by config/make-icons.mjs from config/draw.mjs; change the drawings there.\n'
const write = (file, rules) => writeFileSync(path.join(root, file), `${head}${rules.join('\n')}\n`)

write('src/ui/_icons.scss', [...icons, ...shapes, ...marks])
write('src/parts/_cover-drawing.scss', coverLayers(390, 280))

const empty = path.join(root, 'src/assets/empty')
for (const name of ['all-done', 'no-activity', 'no-signup', 'no-wish', 'offline']) {
  const text = readFileSync(path.join(empty, `${name}.svg`), 'utf8')
  writeFileSync(path.join(empty, `${name}-dark.svg`), toDark(text))
}
