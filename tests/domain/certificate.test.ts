import fc from 'fast-check'
import type { Certificate } from '../../cloudfunctions/core/contract'
import {
  fallenLines,
  hoursOf,
  linesOf,
  numberOf,
  revokedWords,
  yearsBetween,
  type Line,
} from '../../cloudfunctions/core/domain/certificate'
import { certificatePages } from '../../cloudfunctions/core/domain/certificate-paper'
import { a4, widthOf } from '../../cloudfunctions/core/domain/paper'
import { pdfOf } from '../../cloudfunctions/core/domain/pdf'
import { readPdf, textOf } from './read-pdf'

const entry = (activityId: string, day: string, minutes: number): Line => ({
  ...{ activityId, day, minutes },
  title: `清扫 ${activityId}`,
  teamName: '绿叶志愿队',
  place: '东院',
})

describe('the lines of a certificate', () => {
  test('are one an activity, as its entries add up, in the order of days', () => {
    const entries = [entry('b', '2026-03-02', 60), entry('a', '2026-01-05', 120), entry('b', '2026-03-02', -15)]
    const found = linesOf(entries, '2026-01-01', '2026-12-31')
    expect(found.map(({ activityId, minutes }) => [activityId, minutes])).toEqual([
      ['a', 120],
      ['b', 45],
    ])
  })

  test('include both days named, and nothing beyond', () => {
    const entries = ['2026-01-31', '2026-02-01', '2026-02-28', '2026-03-01'].map((day) => entry(day, day, 60))
    expect(linesOf(entries, '2026-02-01', '2026-02-28').map(({ day }) => day)).toEqual(['2026-02-01', '2026-02-28'])
  })

  test('leave out what was taken back', () => {
    expect(linesOf([entry('a', '2026-01-05', 60), entry('a', '2026-01-05', -60)], '2026-01-01', '2026-12-31')).toEqual(
      [],
    )
  })

  test('whatever the entries, a certificate just issued stands, and its sum is the ledger’s', () => {
    const anEntry = fc.record({
      id: fc.constantFrom('a', 'b', 'c', 'd'),
      month: fc.integer({ min: 1, max: 9 }),
      minutes: fc.integer({ min: -120, max: 240 }),
    })
    fc.assert(
      fc.property(fc.array(anEntry), (made) => {
        const entries = made.map(({ id, minutes }) => entry(id, `2026-0${'abcd'.indexOf(id) + 1}-01`, minutes))
        const found = linesOf(entries, '2026-01-01', '2026-12-31')
        expect(fallenLines(found, entries)).toBe(0)
        for (const line of found) {
          const sum = entries.filter(({ activityId }) => activityId === line.activityId)
          expect(line.minutes).toBe(sum.reduce((all, { minutes }) => all + minutes, 0))
        }
      }),
    )
  })
})

describe('a certificate', () => {
  const lines = [entry('a', '2026-01-05', 120), entry('b', '2026-03-02', 60)]

  test('falls with one line that says more than the ledger', () => {
    expect(fallenLines(lines, [...lines, entry('b', '2026-03-02', -15)])).toBe(1)
    expect(fallenLines(lines, [])).toBe(2)
  })

  test('stands when hours were corrected upwards, or others added', () => {
    expect(fallenLines(lines, [...lines, entry('b', '2026-03-02', 30), entry('c', '2026-04-01', -60)])).toBe(0)
  })

  test('says why it fell', () => {
    expect(revokedWords(0)).toBe('')
    expect(revokedWords(2)).toContain('2 次')
  })

  test('has a number of its year and six digits', () => {
    expect(numberOf(2026, 1)).toBe('2026000001')
    expect(numberOf(2026, 123456)).toBe('2026123456')
  })

  test('writes quarter hours', () => {
    expect([15, 60, 90, 105].map(hoursOf)).toEqual(['0.25', '1', '1.5', '1.75'])
  })

  test.each([
    ['2026-01-01', '2026-12-31', [2026]],
    ['2024-05-01', '2026-01-01', [2024, 2025, 2026]],
    ['2026-02-01', '2026-01-01', []],
    ['1900-01-01', '2026-01-01', []],
    ['heute', '2026-01-01', []],
    ['', '', []],
  ])('spans from %s to %s the years %j', (from, to, years) => {
    expect(yearsBetween(from, to)).toEqual(years)
  })
})

describe('a certificate on paper', () => {
  const certificate = (count: number): Certificate => ({
    ...{ id: 'v1', number: '2026000007', code: 'abcdefgh234567abcdef', name: '欧阳佩文' },
    ...{
      minutes: count * 90,
      from: '2026-01-01',
      to: '2026-12-31',
      issuer: '柳湾社区',
      state: 'valid',
      revokedWhy: '',
    },
    issuedAt: Date.parse('2026-12-31T09:00:00+08:00'),
    lines: Array.from({ length: count }, (_, n) => ({
      ...entry(`a${n}`, '2026-03-02', 90),
      title: `第${n + 1}次：手机慢慢学，挂号、打车、视频通话都有人带着一步一步点`,
    })),
  })
  const read = (count: number) => {
    const pages = certificatePages(certificate(count), { phone: '0555-1234567' }, false)
    return readPdf(pdfOf({ title: '志愿服务记录证明', ...a4, pages })).pages
  }

  test('names who served, what, when, where and how long, who recorded and who issues it, and how to check it', () => {
    const [page] = read(3)
    const text = textOf(page)
    const asked = [
      '志愿服务记录证明',
      '2026000007',
      '欧阳佩文',
      '3 次',
      '4.5 小时',
      '2026-03-02',
      '东院',
      '绿叶志愿队',
      '1.5',
    ]
    for (const each of [...asked, '柳湾社区', '0555-1234567', '2026年12月31日', 'abcdefgh234567abcdef']) {
      expect(text).toContain(each)
    }
  })

  test('with any number of services has each once, nothing off the page', () => {
    for (let count = 1; count <= 60; count++) {
      const pages = certificatePages(certificate(count), { phone: '' }, true)
      const marks = pages.flat()
      const words = marks.flatMap((mark) => (mark.kind === 'words' ? [mark] : []))
      expect(words.filter(({ words }) => /^第\d+次：/.test(words))).toHaveLength(count)
      expect(words.filter(({ words }) => words.includes('出具单位'))).toHaveLength(1)
      expect(marks.filter((mark) => mark.kind === 'picture')).toHaveLength(1)
      for (const { words: said, size, x, y } of words) {
        expect(x).toBeGreaterThan(35)
        expect(x + widthOf(said, size)).toBeLessThan(a4.width - 35)
        expect(y).toBeGreaterThan(35)
        expect(y).toBeLessThan(a4.height - 35)
      }
    }
  })

  test('keeps table and end apart, however full the page', () => {
    for (let count = 1; count <= 60; count++) {
      const last = certificatePages(certificate(count), { phone: '' }, true).at(-1) ?? []
      const tableEnds = last.flatMap((mark) => (mark.kind === 'line' ? [mark.y] : []))
      const picture = last.find((mark) => mark.kind === 'picture')
      expect(Math.max(0, ...tableEnds)).toBeLessThanOrEqual(picture?.y ?? 0)
    }
  })

  test('with two hundred services is read whole, page by page', () => {
    const pages = read(200)
    const text = pages.map(textOf).join(' ')
    for (let n = 1; n <= 200; n++) expect(text.split(`第${n}次：`)).toHaveLength(2)
    for (const [at, page] of pages.entries()) expect(textOf(page)).toContain(`第 ${at + 1} 页，共 ${pages.length} 页`)
  })
})
