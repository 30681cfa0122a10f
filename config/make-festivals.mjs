// Writes cloudfunctions/core/domain/festivals.ts: public holidays and lunar festivals by day, from tyme4ts.
// Days off are those the State Council announced, as far as tyme4ts knows the year; for later years the statutory
// days themselves: 《全国年节及纪念日放假办法》 of 2024, article 2. Run it again when a new year was announced.
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { SolarDay } from 'tyme4ts'

const years = [2026, 2027, 2028]
const two = (n) => String(n).padStart(2, '0')
const written = (day) => `${day.getYear()}-${two(day.getMonth())}-${two(day.getDay())}`

/** Lunar festivals that people keep; the others of tyme4ts are hardly known. */
const kept = ['腊八节', '除夕', '春节', '元宵节', '清明节', '端午节', '七夕节', '中秋节', '重阳节', '冬至节']
/** How many days from a festival on are off by law, when the year was not announced yet. */
const lawful = { 除夕: 4, 清明节: 1, 端午节: 1, 中秋节: 1 }
const lawfulSolar = { '01-01': ['元旦', 1], '05-01': ['劳动节', 2], '10-01': ['国庆节', 3] }

const rows = new Map()
const put = (day, name, isDayOff) => rows.set(`${day} ${name}`, { day, name, isDayOff })

for (const year of years) {
  const days = []
  for (let day = SolarDay.fromYmd(year, 1, 1); day.getYear() === year; day = day.next(1)) days.push(day)
  const isAnnounced = days.some((day) => day.getLegalHoliday())
  for (const day of days) {
    const lunar = day.getLunarDay().getFestival()?.getName() ?? ''
    const legal = day.getLegalHoliday()
    if (legal && !legal.isWork()) put(written(day), legal.getName(), true)
    const [solar, long] = (!isAnnounced && lawfulSolar[written(day).slice(5)]) || ['', 0]
    for (let n = 0; n < long; n++) put(written(day.next(n)), solar, true)
    const off = isAnnounced ? 0 : (lawful[lunar] ?? 0)
    for (let n = 0; n < off; n++) put(written(day.next(n)), lunar === '除夕' && n > 0 ? '春节' : lunar, true)
    const isOff = [...rows.values()].some((row) => row.day === written(day) && row.isDayOff)
    if (kept.includes(lunar)) put(written(day), lunar, isOff)
  }
}

const table = [...rows.values()]
  .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : Number(b.isDayOff) - Number(a.isDayOff)))
  .map(({ day, name, isDayOff }) => `  ['${day}', '${name}', ${isDayOff}],\n`)

const text = `// Written by config/make-festivals.mjs; change that, and run it again.

/** A public holiday or a lunar festival; \`day\` is yyyy-mm-dd. */
export interface Festival {
  day: string
  name: string
  /** Whether most people need not work that day. */
  isDayOff: boolean
}

const table: readonly (readonly [day: string, name: string, isDayOff: boolean])[] = [
${table.join('')}]

/** Holidays and festivals from a day to a day, both belonging to it, in order; known for ${years[0]} to ${years.at(-1)}. */
export const festivalsBetween = (from: string, to: string): Festival[] =>
  table.flatMap(([day, name, isDayOff]) => (from <= day && day <= to ? [{ day, name, isDayOff }] : []))
`
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
writeFileSync(path.join(root, 'cloudfunctions/core/domain/festivals.ts'), text)
