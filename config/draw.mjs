// 七彩蒲公英: every drawing of the app as a pure function that returns SVG text; no dependency.
// Use the result as a data URI in <Image>, or draw the same numbers on a canvas for share cards and posters.
export const light = {
  paper: '#FAF6EE',
  card: '#FFFFFF',
  sunk: '#F2ECE0',
  line: '#E8E0D1',
  edge: '#CFC5B2',
  ink: '#2A2620',
  ink2: '#5C554A',
  ink3: '#71695C',
  inkOff: '#8F8677',
  brand: '#24473D',
  brandTint: '#E6EEE9',
  onBrand: '#FFFFFF',
  sun: '#F2B632',
  success: '#2F6B3A',
  successTint: '#E7F1E4',
  warn: '#8A5200',
  warnTint: '#FCEFD8',
  danger: '#A8321F',
  dangerTint: '#FBE8E3',
  info: '#2F5C86',
  infoTint: '#E6EEF5',
}
export const dark = {
  paper: '#161411',
  card: '#221F1B',
  sunk: '#2C2823',
  line: '#3A352E',
  edge: '#585044',
  ink: '#F3EDE2',
  ink2: '#C4BBAC',
  ink3: '#A0978A',
  inkOff: '#7F766A',
  brand: '#DDE9DF',
  brandTint: '#26332D',
  onBrand: '#17271F',
  sun: '#F2B632',
  success: '#97CE9C',
  successTint: '#1F2E22',
  warn: '#F0BE6C',
  warnTint: '#352919',
  danger: '#F2A294',
  dangerTint: '#3A2320',
  info: '#9FC4E6',
  infoTint: '#1F2A35',
}
export const teams = [
  {
    k: 'red',
    zh: '红',
    name: '党建引领',
    short: '党建',
    base: '#CB4434',
    tint: '#FBEAE5',
    ink: '#A22E21',
    glow: '#F2B3A5',
    dBase: '#E9796A',
    dTint: '#3A2421',
    dInk: '#F5A89B',
  },
  {
    k: 'orange',
    zh: '橙',
    name: '医疗救助',
    short: '医疗',
    base: '#D2651A',
    tint: '#FCEDDF',
    ink: '#97470B',
    glow: '#F6BE92',
    dBase: '#EE9350',
    dTint: '#38281B',
    dInk: '#F6B27C',
  },
  {
    k: 'yellow',
    zh: '黄',
    name: '便民利民',
    short: '便民',
    base: '#B27F00',
    tint: '#FAF1D3',
    ink: '#765500',
    glow: '#EFCF73',
    dBase: '#DDB03C',
    dTint: '#332B17',
    dInk: '#E9C767',
  },
  {
    k: 'green',
    zh: '绿',
    name: '文明创建',
    short: '文明',
    base: '#4A8B35',
    tint: '#E9F3E0',
    ink: '#346B20',
    glow: '#B0D398',
    dBase: '#83BF6B',
    dTint: '#232E1D',
    dInk: '#A2D38C',
  },
  {
    k: 'cyan',
    zh: '青',
    name: '宣传教育',
    short: '宣教',
    base: '#128782',
    tint: '#DEF1EE',
    ink: '#0B6562',
    glow: '#8FD0C8',
    dBase: '#4FBBB2',
    dTint: '#1A2E2C',
    dInk: '#7ED1C9',
  },
  {
    k: 'blue',
    zh: '蓝',
    name: '平安建设',
    short: '平安',
    base: '#3A72BD',
    tint: '#E5EDF8',
    ink: '#29569A',
    glow: '#A3C3EA',
    dBase: '#7BA9E4',
    dTint: '#1F2937',
    dInk: '#A3C4F0',
  },
  {
    k: 'purple',
    zh: '紫',
    name: '文体活动',
    short: '文体',
    base: '#8656B0',
    tint: '#F1E9F7',
    ink: '#693F92',
    glow: '#CBB0E1',
    dBase: '#B58BDA',
    dTint: '#2D2436',
    dInk: '#CFB0EA',
  },
]
export const T = Object.fromEntries(teams.map((t) => [t.k, t]))
export function lum(h) {
  const c = [1, 3, 5]
    .map((i) => parseInt(h.slice(i, i + 2), 16) / 255)
    .map((v) => (v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4))
  return 0.2126 * c[0] + 0.7152 * c[1] + 0.0722 * c[2]
}
export function cr(a, b) {
  const [x, y] = [lum(a), lum(b)].sort((p, q) => q - p)
  return (x + 0.05) / (y + 0.05)
}
export const f1 = (n) => (Math.floor(n * 10) / 10).toFixed(1)
const rad = (d) => (d * Math.PI) / 180,
  r1 = (n) => Math.round(n * 10) / 10
// parachute: one seed, root at (x,y), pointing at angle a (deg, 0=right, -90=up)
export function chute(x, y, a, s, color, stalk = color, sw = 2.4) {
  const p = (r, da = 0) => [r1(x + r * s * Math.cos(rad(a + da))), r1(y + r * s * Math.sin(rad(a + da)))]
  const [x0, y0] = p(8),
    [x1, y1] = p(20),
    [l0, l1] = p(34, -13.5),
    [q0, q1] = p(34, 13.5),
    [c0, c1] = p(39.5)
  return `<path d="M${x0} ${y0}L${x1} ${y1}" stroke="${stalk}" stroke-width="${sw * s}" stroke-linecap="round"/><path d="M${x1} ${y1}L${l0} ${l1}Q${c0} ${c1} ${q0} ${q1}Z" fill="${color}" stroke="${color}" stroke-width="${2.6 * s}" stroke-linejoin="round"/>`
}
// fine seed for illustrations: pappus of rays with dots
export function seed(x, y, a, s, color, op = 1, n = 7, spread = 58) {
  const p = (r, d) => [r1(x + r * s * Math.cos(rad(d))), r1(y + r * s * Math.sin(rad(d)))]
  const [tx, ty] = p(16, a)
  let o = `<g stroke="${color}" fill="${color}" stroke-width="${r1(1.3 * s)}" stroke-linecap="round" opacity="${op}"><path d="M${x} ${y}L${tx} ${ty}"/><ellipse cx="${x}" cy="${y}" rx="${r1(2.6 * s)}" ry="${r1(1.3 * s)}" transform="rotate(${a} ${x} ${y})" stroke="none"/>`
  for (let i = 0; i < n; i++) {
    const d = a - spread + (2 * spread * i) / (n - 1)
    const ex = r1(tx + 12 * s * Math.cos(rad(d))),
      ey = r1(ty + 12 * s * Math.sin(rad(d)))
    o += `<path d="M${tx} ${ty}L${ex} ${ey}"/><circle cx="${ex}" cy="${ey}" r="${r1(1.25 * s)}" stroke="none"/>`
  }
  return o + '</g>'
}
// a whole dandelion clock
export function clock(cx, cy, r, color, op = 1, n = 18, skip = []) {
  let o = `<g stroke="${color}" fill="${color}" opacity="${op}" stroke-linecap="round">`
  for (let i = 0; i < n; i++) {
    if (skip.includes(i)) continue
    const a = (360 / n) * i - 90
    const R = r * (i % 2 ? 0.82 : 1)
    const p = (q, d = a) => [r1(cx + q * Math.cos(rad(d))), r1(cy + q * Math.sin(rad(d)))]
    const [x1, y1] = p(R * 0.72),
      [x0, y0] = p(r * 0.12)
    o += `<path d="M${x0} ${y0}L${x1} ${y1}" stroke-width="${r1(r * 0.022)}"/>`
    for (const d of [-46, -16, 16, 46]) {
      const ex = r1(x1 + R * 0.28 * Math.cos(rad(a + d))),
        ey = r1(y1 + R * 0.28 * Math.sin(rad(a + d)))
      o += `<path d="M${x1} ${y1}L${ex} ${ey}" stroke-width="${r1(r * 0.018)}"/><circle cx="${ex}" cy="${ey}" r="${r1(r * 0.026)}" stroke="none"/>`
    }
  }
  return o + `<circle cx="${cx}" cy="${cy}" r="${r1(r * 0.12)}" stroke="none"/></g>`
}
export const svg = (w, h, inner, extra = '') =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${w}" height="${h}" viewBox="0 0 ${w} ${h}" fill="none" ${extra}>${inner}</svg>\n`
export function mark(cols, stem, core) {
  let o =
    `<path d="M38 58C39.5 69 38 80 31.500 92" stroke="${stem}" stroke-width="3.2" stroke-linecap="round"/>`.replace(
      '.500',
      '.5',
    )
  const ang = [-196, -164, -132, -100, -68, -36]
  ang.forEach((a, i) => {
    o += chute(38, 54, a, 0.88, cols[i], stem, 2.4)
  })
  o += chute(63.5, 29, -42, 0.8, cols[6], stem, 2.4)
  o += `<circle cx="38" cy="54" r="5.4" fill="${core}"/>`
  return o
}
// seven silhouettes on a 48 grid; c = shape, w = detail inside
export const shape = {
  red: (c) =>
    `<rect x="9" y="5" width="4.600" height="39" rx="2.3" fill="${c}"/><path d="M16.500 8.600C23 4.500 30 12.500 41 8.400V28C30 32 23 24 16.500 28Z" fill="${c}" stroke="${c}" stroke-width="2" stroke-linejoin="round"/>`,
  orange: (c, w) =>
    `<path d="M24 42.500C10.500 33 4.500 25.500 4.500 17.600 4.500 11 9.300 6.500 15 6.500 18.800 6.500 22.200 8.500 24 11.800 25.800 8.500 29.200 6.500 33 6.500 38.700 6.500 43.500 11 43.500 17.600 43.500 25.500 37.500 33 24 42.500Z" fill="${c}"/><path d="M24 16.500V29.500M17.500 23H30.500" stroke="${w}" stroke-width="4.400" stroke-linecap="round"/>`,
  yellow: (c, w) =>
    `<path d="M16 18V14.500A8 8 0 0 1 32 14.500V18" stroke="${c}" stroke-width="4" stroke-linecap="round"/><path d="M8.500 17H39.500L37.200 38.600A4.500 4.500 0 0 1 32.700 42.600H15.300A4.500 4.500 0 0 1 10.800 38.600Z" fill="${c}" stroke="${c}" stroke-width="2" stroke-linejoin="round"/><path d="M17.500 26.500C18.500 34 29.500 34 30.500 26.500" stroke="${w}" stroke-width="3.600" stroke-linecap="round"/>`,
  green: (c) =>
    `<path d="M24 44V24" stroke="${c}" stroke-width="4.400" stroke-linecap="round"/><path d="M24.500 27C23.500 14.500 31 6.500 43.500 6 44 19 37 26.500 24.500 27Z" fill="${c}"/><path d="M23.500 34.500C24 24 16.500 17 4.500 17 4.800 28 12 34.500 23.500 34.500Z" fill="${c}"/>`,
  cyan: (c, w) =>
    `<path d="M22.400 13.500C17.500 9.500 11.500 8 4.500 8.300V36.600C11.500 36.300 17.500 37.800 22.400 41.500Z" fill="${c}" stroke="${c}" stroke-width="1.600" stroke-linejoin="round"/><path d="M25.600 13.500C30.500 9.500 36.500 8 43.500 8.300V36.600C36.500 36.300 30.500 37.800 25.600 41.500Z" fill="${c}" stroke="${c}" stroke-width="1.600" stroke-linejoin="round"/><path d="M30.500 19.500C33 18.300 35.500 17.700 38.300 17.600M30.500 27C33 25.800 35.500 25.200 38.300 25.100" stroke="${w}" stroke-width="2.800" stroke-linecap="round"/>`,
  blue: (c, w) =>
    `<path d="M24 4.800L40.500 10.800V22.500C40.500 32.500 33.800 39.800 24 43.500 14.200 39.800 7.500 32.500 7.500 22.500V10.800Z" fill="${c}" stroke="${c}" stroke-width="2.400" stroke-linejoin="round"/><path d="M16.500 23.800L22 29.300 32 18.500" stroke="${w}" stroke-width="4.200" stroke-linecap="round" stroke-linejoin="round"/>`,
  purple: (c, w) =>
    `<path d="M24 41.500L3.800 22.500A28 28 0 0 1 44.200 22.500Z" fill="${c}" stroke="${c}" stroke-width="2.800" stroke-linejoin="round"/><path d="M24 41L24 15M24 41L13.500 18.500M24 41L34.500 18.500" stroke="${w}" stroke-width="2.200" stroke-linecap="round"/><circle cx="24" cy="41.500" r="3.400" fill="${c}"/>`,
}
for (const k in shape) {
  const f = shape[k]
  shape[k] = (c, w) => f(c, w).replace(/(\.\d)00/g, '$1')
}
// ui icons, 24 grid, stroke 1.8 round
const P = {
  clock: '<circle cx="12" cy="12" r="8.5"/><path d="M12 7.5V12l3 2"/>',
  pin: '<path d="M12 21c5-4.600 7-8 7-11a7 7 0 1 0-14 0c0 3 2 6.400 7 11z"/><circle cx="12" cy="10" r="2.400"/>',
  people:
    '<circle cx="9" cy="8.500" r="3.300"/><path d="M3 19.500c.4-3.700 2.800-5.500 6-5.500s5.600 1.800 6 5.500"/><path d="M15.500 5.600a3.200 3.200 0 0 1 0 5.800M17.500 14.600c2 .8 3.200 2.400 3.500 4.900"/>',
  person:
    '<circle cx="12" cy="8" r="3.800"/><path d="M4.800 20c.5-4.200 3.300-6.200 7.200-6.200s6.700 2 7.200 6.200"/>',
  phone:
    '<path d="M6.200 3.800l2.600-.6 2 4.300-1.900 1.900c1 2.200 2.700 3.900 4.900 4.900l1.900-1.900 4.300 2-.6 2.600c-.2 1-1.100 1.700-2.100 1.600C10.200 18 5.500 13.300 4.600 5.900c-.1-1 .6-1.900 1.600-2.100z"/>',
  right: '<path d="M9 5.500l6.500 6.500L9 18.500"/>',
  left: '<path d="M15 5.500L8.500 12l6.500 6.500"/>',
  down: '<path d="M6 9.500l6 6 6-6"/>',
  check: '<path d="M5 12.500l4.800 4.800L19.500 7"/>',
  plus: '<path d="M12 5v14M5 12h14"/>',
  close: '<path d="M6 6l12 12M18 6L6 18"/>',
  bell: '<path d="M6 16.500V11a6 6 0 0 1 12 0v5.500l1.500 1.500h-15z"/><path d="M10 20.500c1 .9 3 .9 4 0"/>',
  speaker:
    '<path d="M4 9.500v5h3.500l5 4v-13l-5 4z"/><path d="M16 9a4.200 4.200 0 0 1 0 6M18.600 6.500a8 8 0 0 1 0 11"/>',
  share: '<path d="M12 15V4M7.500 8L12 3.800 16.500 8"/><path d="M5 12.500v6.500h14v-6.500"/>',
  search: '<circle cx="11" cy="11" r="6.500"/><path d="M16 16l4.500 4.500"/>',
  calendar:
    '<rect x="4" y="5.500" width="16" height="14.500" rx="3"/><path d="M4 10.500h16M8.500 3.500v4M15.500 3.500v4"/>',
  route:
    '<circle cx="6" cy="18" r="2.300"/><circle cx="18" cy="6" r="2.300"/><path d="M8.300 18H15a3 3 0 0 0 0-6H9a3 3 0 0 1 0-6h6.700"/>',
  scan: '<path d="M4 9V6a2 2 0 0 1 2-2h3M15 4h3a2 2 0 0 1 2 2v3M20 15v3a2 2 0 0 1-2 2h-3M9 20H6a2 2 0 0 1-2-2v-3M4 12h16"/>',
  code: '<rect x="4" y="4" width="6.500" height="6.500" rx="1.500"/><rect x="13.500" y="4" width="6.500" height="6.500" rx="1.500"/><rect x="4" y="13.500" width="6.500" height="6.500" rx="1.500"/><path d="M14 14h2.500M20 14v2.500M14 20v-2.500h3M20 20h-.5"/>',
  list: '<path d="M9 6.500h11M9 12h11M9 17.500h11M4.500 6.500h.1M4.500 12h.1M4.500 17.500h.1"/>',
  offline: '<path d="M3.500 9.500c5-4.500 12-4.500 17 0M7 13.500c3-2.600 7-2.600 10 0M12 18h.1M4 4l16 16"/>',
  info: '<circle cx="12" cy="12" r="8.500"/><path d="M12 11v5M12 8h.1"/>',
  text: '<path d="M5 7V5h14v2M12 5v14M9.500 19h5"/>',
  heart:
    '<path d="M12 20C6 15.800 3.500 12.500 3.500 9A4.400 4.400 0 0 1 8 4.500c1.700 0 3.200.9 4 2.400.8-1.500 2.300-2.400 4-2.400A4.400 4.400 0 0 1 20.500 9c0 3.500-2.500 6.800-8.500 11z"/>',
  camera: '<path d="M4 8.500h3.500L9 6h6l1.500 2.500H20V19H4z"/><circle cx="12" cy="13.300" r="3.200"/>',
  edit: '<path d="M5 19l1-4L16.500 4.500l3 3L9 18z"/>',
  wave: '<path d="M3.500 12h1M7.500 8.500v7M11.500 5v14M15.500 8v8M19.500 10.500v3"/>',
  hourglass:
    '<path d="M6.500 4h11M6.500 20h11M8 4c0 4.500 4 5.500 4 8s-4 3.500-4 8M16 4c0 4.500-4 5.500-4 8s4 3.500 4 8"/>',
  star: '<path d="M12 4l2.400 5.100 5.600.7-4.100 3.800 1.100 5.500-5-2.800-5 2.800 1.100-5.500L4 9.800l5.600-.7z"/>',
  moon: '<path d="M20 13.500A8 8 0 1 1 10.500 4a6.500 6.500 0 0 0 9.500 9.500z"/>',
}
for (const k in P) P[k] = P[k].replace(/(\.\d)00/g, '$1')
export const uiIcon = (n, c, w = 1.8) =>
  svg(24, 24, `<g stroke="${c}" stroke-width="${w}" stroke-linecap="round" stroke-linejoin="round">${P[n]}</g>`)
export const uiNames = Object.keys(P)
export const tab = {
  home: (c, f, s) =>
    f
      ? `<rect x="8" y="11" width="32" height="30" rx="8" fill="${c}"/><path d="M17 7v7M31 7v7" stroke="${c}" stroke-width="4" stroke-linecap="round"/><circle cx="24" cy="27" r="6" fill="${s}"/>`
      : `<rect x="9.500" y="12.500" width="29" height="27" rx="7" stroke="${c}" stroke-width="3"/><path d="M17.500 8v7M30.500 8v7" stroke="${c}" stroke-width="3" stroke-linecap="round"/><circle cx="24" cy="27" r="4.200" stroke="${c}" stroke-width="3"/>`,
  teams: (c, f, s) =>
    f
      ? `<circle cx="24" cy="15" r="8" fill="${c}"/><path d="M9 42c0-9.500 6-15.500 15-15.500S39 32.500 39 42z" fill="${c}" stroke="${c}" stroke-width="2" stroke-linejoin="round"/><circle cx="38.500" cy="17" r="4.500" fill="${s}"/><circle cx="9.500" cy="17" r="4.500" fill="${s}"/>`
      : `<circle cx="24" cy="15.500" r="6.500" stroke="${c}" stroke-width="3"/><path d="M10.500 40.500c.5-8.500 6-13 13.500-13s13 4.500 13.500 13z" stroke="${c}" stroke-width="3" stroke-linejoin="round"/><circle cx="38.500" cy="17.500" r="3" stroke="${c}" stroke-width="2.600"/><circle cx="9.500" cy="17.500" r="3" stroke="${c}" stroke-width="2.600"/>`,
  wishes: (c, f, s) =>
    f
      ? `<path d="M14 9C17 5.500 31 5.500 34 9 38 17 37 28 33 35H15C11 28 10 17 14 9Z" fill="${c}" stroke="${c}" stroke-width="2" stroke-linejoin="round"/><path d="M17 41H31" stroke="${c}" stroke-width="4" stroke-linecap="round"/><path d="M24 16c4.500 4.500 6 7 6 9.800a6 6 0 0 1-12 0C18 23 19.500 20.500 24 16z" fill="${s}"/>`
      : `<path d="M14.500 10C17.500 6.500 30.500 6.500 33.500 10 37.500 17.500 36.500 28 32.500 34.500H15.500C11.500 28 10.500 17.500 14.500 10Z" stroke="${c}" stroke-width="3" stroke-linejoin="round"/><path d="M17.500 41H30.500" stroke="${c}" stroke-width="3" stroke-linecap="round"/><path d="M24 17.500c3.300 3.500 4.400 5.300 4.400 7.400a4.400 4.400 0 0 1-8.800 0c0-2.100 1.100-3.900 4.400-7.400z" stroke="${c}" stroke-width="2.600" stroke-linejoin="round"/>`,
  me: (c, f, s) =>
    f
      ? `<circle cx="24" cy="24" r="18.500" fill="${c}"/><circle cx="18" cy="21" r="2.600" fill="#fff"/><circle cx="30" cy="21" r="2.600" fill="#fff"/><path d="M16.500 28.500c3 5.300 12 5.300 15 0" stroke="${s}" stroke-width="3.400" stroke-linecap="round"/>`
      : `<circle cx="24" cy="24" r="17" stroke="${c}" stroke-width="3"/><circle cx="18" cy="21" r="2.300" fill="${c}"/><circle cx="30" cy="21" r="2.300" fill="${c}"/><path d="M16.800 28.500c2.900 4.900 11.500 4.900 14.400 0" stroke="${c}" stroke-width="3" stroke-linecap="round"/>`,
}
for (const k in tab) {
  const f = tab[k]
  tab[k] = (...a) => f(...a).replace(/(\.\d)00/g, '$1')
}
export function cover(k, w = 390, h = 260, dk = false, hero = false) {
  const t = T[k]
  const bg = dk ? t.dTint : t.tint,
    gl = t.glow,
    bs = dk ? t.dBase : t.base,
    go = dk ? 0.22 : 0.5
  const cx = w * (hero ? 0.735 : 0.72),
    cy = h * (hero ? 0.575 : 0.43),
    R = h * (hero ? 0.205 : 0.245)
  let o = `<rect width="${w}" height="${h}" fill="${bg}"/>`
  o += `<circle cx="${r1(cx)}" cy="${r1(cy)}" r="${r1(R * 1.62)}" fill="${gl}" opacity="${dk ? 0.08 : 0.2}"/><circle cx="${r1(cx)}" cy="${r1(cy)}" r="${r1(R)}" fill="${dk ? '#221F1B' : '#fff'}"/>`
  const s = (R * 1.12) / 48
  o += `<g transform="translate(${r1(cx - 24 * s)} ${r1(cy - 24 * s)}) scale(${s.toFixed(3)})">${shape[k](bs, dk ? '#221F1B' : '#fff')}</g>`
  o += `<path d="M0 ${r1(h * 0.8)}C${r1(w * 0.22)} ${r1(h * 0.66)} ${r1(w * 0.42)} ${r1(h * 0.92)} ${w} ${r1(h * 0.7)}V${h}H0Z" fill="${gl}" opacity="${go * 0.7}"/><path d="M0 ${r1(h * 0.9)}C${r1(w * 0.3)} ${r1(h * 0.76)} ${r1(w * 0.62)} ${r1(h * 1.02)} ${w} ${r1(h * 0.84)}V${h}H0Z" fill="${gl}" opacity="${go}"/>`
  const st = (x, y0, x2, y2) =>
    `<path d="M${r1(x)} ${r1(y0)}Q${r1((x + x2) / 2 - 6)} ${r1((y0 + y2) / 2)} ${r1(x2)} ${r1(y2)}" stroke="${bs}" stroke-width="${r1(h * 0.0095)}" stroke-linecap="round" opacity=".8"/>`
  const hy = hero ? 0.52 : 0.42
  o +=
    st(w * 0.155, h * 0.88, w * 0.18, h * (hy + 0.02)) +
    clock(r1(w * 0.18), r1(h * hy), r1(h * 0.185), bs, 0.9, 18, [2, 3, 5])
  o +=
    st(w * 0.315, h * 0.9, w * 0.305, h * (hero ? 0.7 : 0.63)) +
    clock(r1(w * 0.305), r1(h * (hero ? 0.69 : 0.62)), r1(h * 0.115), bs, 0.75, 16, [2, 4])
  o +=
    seed(r1(w * 0.36), r1(h * (hero ? 0.44 : 0.36)), -38, (h / 260) * 0.95, bs, 0.8) +
    seed(r1(w * 0.45), r1(h * (hero ? 0.33 : 0.22)), -30, (h / 260) * 0.8, bs, 0.6) +
    seed(r1(w * (hero ? 0.47 : 0.52)), r1(h * (hero ? 0.62 : 0.56)), -52, (h / 260) * 0.62, bs, 0.5)
  return o
}
