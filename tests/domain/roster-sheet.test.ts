import { a4 } from '../../cloudfunctions/core/domain/paper'
import { pdfOf } from '../../cloudfunctions/core/domain/pdf'
import {
  ageWords,
  answerWords,
  rosterColumns,
  standingWords,
  type RosterLine,
} from '../../cloudfunctions/core/domain/roster-lines'
import { perPage, sheetPages } from '../../cloudfunctions/core/domain/roster-sheet'
import { readPdf, textOf } from './read-pdf'

const head = {
  title: '一起扫扫咱们院：春天的第一次大扫除，欢迎邻居们都来帮忙',
  when: '3月2日 周一 9:00–11:00',
  where: '东院门口的老槐树下',
  printed: '2026-03-01 18:00 打印',
}
const person = (number: number, more: Partial<RosterLine> = {}): RosterLine => ({
  number,
  name: `何珍${number}`,
  phone: '13800001234',
  kind: '本人',
  age: '',
  unit: '量血压',
  broughtBy: '',
  state: '已报上',
  answers: [],
  attendance: '',
  minutes: null,
  ...more,
})
const read = (people: RosterLine[]) => readPdf(pdfOf({ title: '签到单', ...a4, pages: sheetPages(head, people) })).pages

describe('the large-type sheet', () => {
  test('says what, when, where, and on each page which one it is', () => {
    const pages = read(Array.from({ length: 50 }, (_, n) => person(n + 1)))
    expect(pages).toHaveLength(3)
    for (const [at, page] of pages.entries()) {
      const text = textOf(page)
      expect(text).toContain('一起扫扫咱们院')
      expect(text).toContain('3月2日 周一 9:00–11:00')
      expect(text).toContain('东院门口')
      expect(text).toContain(`第 ${at + 1} 页，共 3 页`)
    }
  })

  test('has everyone once, twenty to twenty-five on a page', () => {
    expect(perPage).toBeGreaterThanOrEqual(20)
    expect(perPage).toBeLessThanOrEqual(25)
    const pages = read(Array.from({ length: 60 }, (_, n) => person(n + 1)))
    const names = pages
      .flatMap((page) => page.words.map(({ words }) => words))
      .filter((words) => words.startsWith('何珍'))
    expect(names).toEqual(Array.from({ length: 60 }, (_, n) => `何珍${n + 1}`))
  })

  test('prints names in 20 points and more, with number and post', () => {
    const [page] = read([person(1)])
    const name = page?.words.find(({ words }) => words === '何珍1')
    expect(name?.size).toBeGreaterThanOrEqual(20)
    expect(textOf(page)).toContain('13800001234')
    expect(textOf(page)).toContain('量血压')
  })

  test('keeps to the page with the longest words', () => {
    const long = '一'.repeat(40)
    const [page] = read([person(1, { name: long, unit: long, state: '候补第 12 位', attendance: '迟到' })])
    for (const { x, width } of page?.words ?? []) {
      expect(x).toBeGreaterThanOrEqual(39)
      expect(x + width).toBeLessThanOrEqual(a4.width - 39)
    }
  })

  test('of nobody is one page', () => {
    expect(read([])).toHaveLength(1)
  })
})

describe('the columns of a roster', () => {
  const heads = (phones: boolean) => rosterColumns(['怎么来'], phones).map((column) => column.head)

  test('have a number only where numbers were asked for', () => {
    expect(heads(true)).toContain('电话')
    expect(heads(false)).not.toContain('电话')
    const cells = rosterColumns(['怎么来'], false).map((column) => column.cell(person(1)))
    expect(cells).not.toContain('13800001234')
  })

  test('have one for each question', () => {
    expect(heads(false)).toContain('怎么来')
  })

  test('say ages in groups, never in years', () => {
    expect([null, 6, 13, 14, 17, 18, 59, 60, 95].map(ageWords)).toEqual([
      '',
      '14 岁以下',
      '14 岁以下',
      '14–17 岁',
      '14–17 岁',
      '18–59 岁',
      '18–59 岁',
      '60 岁以上',
      '60 岁以上',
    ])
  })

  test('say where somebody stands, and what she answered', () => {
    expect(standingWords({ state: 'waiting', position: 2 })).toBe('候补第 2 位')
    expect(standingWords({ state: 'asked' })).toBe('等同意')
    expect([true, false, 3, '走路', undefined].map(answerWords)).toEqual(['同意', '不同意', '3', '走路', ''])
  })
})
