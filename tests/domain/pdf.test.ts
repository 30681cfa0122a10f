import { deflateSync } from 'node:zlib'
import { cut, lines, rightAt, widthOf, type Mark } from '../../cloudfunctions/core/domain/paper'
import { pdfOf } from '../../cloudfunctions/core/domain/pdf'
import { pictureIn } from '../../cloudfunctions/core/domain/picture'
import { readPdf, textOf } from './read-pdf'

const words = (text: string, more: Partial<Mark> = {}): Mark =>
  ({ kind: 'words', x: 50, y: 100, size: 20, words: text, ...more }) as Mark

const paper = (...pages: Mark[][]) => pdfOf({ title: '名单（东院）', width: 595, height: 842, pages })

describe('words on paper', () => {
  test('a reader reads what was written, in Chinese, Latin and rare letters', () => {
    const { pages } = readPdf(paper([words('龚雨澄 Lí 13800001234'), words('㐂子、䶮、〇', { y: 140 })]))
    expect(textOf(pages[0])).toContain('龚雨澄')
    expect(textOf(pages[0])).toContain('13800001234')
    expect(textOf(pages[0])).toContain('㐂子、䶮、〇')
  })

  test('they stand where they were put, counted from the top, in their size', () => {
    const [page] = readPdf(paper([words('何珍')])).pages
    expect(page?.words[0]).toMatchObject({ x: 50, y: 742, size: 20, width: 40 })
  })

  test('a bracket, a backslash and nothing at all break no file', () => {
    const { pages } = readPdf(paper([words('a(b)c\\d'), words('', { y: 200 })], []))
    expect(textOf(pages[0])).toContain('a(b)c\\d')
    expect(pages).toHaveLength(2)
  })

  test('the file carries its title', () => {
    expect(readPdf(paper([])).title).toBe('名单（东院）')
  })

  test('the same paper gives the same bytes', () => {
    expect(paper([words('一样')]).equals(paper([words('一样')]))).toBe(true)
  })

  test('a reader’s idea of how wide words are is ours', () => {
    const text = '共 12 位 abc'
    const [page] = readPdf(paper([rightAt(500, { y: 50, size: 10, words: text })])).pages
    const ends = (page?.words ?? []).map(({ x, width }) => x + width)
    expect(Math.max(...ends)).toBeCloseTo(500, 0)
  })
})

describe('words that are too long', () => {
  test('are cut with an ellipsis, and never wider than asked', () => {
    const short = cut('一二三四五六七八九十', 10, 55)
    expect(short).toBe('一二三四…')
    expect(widthOf(short, 10)).toBeLessThanOrEqual(55)
  })

  test('go on in the next line, the last one cut', () => {
    expect(lines('一二三四五六七八九十', 10, 40, 2)).toEqual(['一二三四', '五六七…'])
    expect(lines('一二三四五', 10, 40, 3)).toEqual(['一二三四', '五'])
    expect(lines('', 10, 40, 3)).toEqual([])
  })
})

/** A PNG of so many pixels, every one the same. */
function png(width: number, height: number, colourType = 0): Buffer {
  const size = colourType === 2 ? 3 : colourType === 6 ? 4 : 1
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head[8] = 8
  head[9] = colourType
  const chunk = (type: string, body: Buffer) => {
    const length = Buffer.alloc(4)
    length.writeUInt32BE(body.length)
    return Buffer.concat([length, Buffer.from(type, 'latin1'), body, Buffer.alloc(4)])
  }
  const pixels = deflateSync(Buffer.alloc(height * (width * size + 1)))
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  const parts = [chunk('IDAT', pixels.subarray(0, 5)), chunk('IDAT', pixels.subarray(5))]
  return Buffer.concat([signature, chunk('IHDR', head), ...parts, chunk('IEND', Buffer.alloc(0))])
}

describe('a picture', () => {
  const shown = (file: Buffer) => {
    const picture = pictureIn(file)
    if (!picture) return null
    const mark: Mark = { kind: 'picture', x: 10, y: 10, width: 50, height: 50, picture: 'Code' }
    return readPdf(pdfOf({ title: '', width: 100, height: 100, pages: [[mark]], pictures: { Code: picture } })).pages[0]
  }

  test.each([
    ['grey', 0],
    ['coloured', 2],
  ])('that is a %s PNG stands on the page', (_, colourType) => {
    expect(shown(png(20, 10, colourType))?.pictures).toBe(1)
  })

  test('that is a JPEG is taken as it is', () => {
    const frame = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff, 0xc0, 0, 11, 8, 0, 30, 0, 40, 1, 1, 0x11, 0])
    expect(pictureIn(frame)).toMatchObject({ width: 40, height: 30, colours: 1, filter: 'jpeg' })
  })

  test('that is see-through, of another kind, or missing is left out', () => {
    expect(pictureIn(png(4, 4, 6))).toBeNull()
    expect(pictureIn(Buffer.from('GIF89a'))).toBeNull()
    expect(pictureIn(Buffer.alloc(0))).toBeNull()
    expect(pictureIn(null)).toBeNull()
  })
})
