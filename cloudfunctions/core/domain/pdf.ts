// A small writer of PDF 1.4: words in the Chinese font every reader brings along, lines, boxes and pictures.
// Nothing is embedded but pictures, so that a sheet of 2,000 names stays small.
import { Buffer } from 'node:buffer'
import { deflateSync } from 'node:zlib'
import type { Mark } from './paper'
import type { Picture } from './picture'

/** Pages of one size, with the pictures their marks name. */
export interface Paper {
  title: string
  width: number
  height: number
  pages: readonly (readonly Mark[])[]
  pictures?: Readonly<Record<string, Picture>>
}

/** UTF-16 as hexadecimal digits, big end first; what UniGB-UTF16-H reads. */
const hex = (words: string) => Buffer.from(words, 'utf16le').swap16().toString('hex')
const points = (length: number) => String(Math.round(length * 100) / 100)

/** The bytes of a PDF file; the same paper gives the same bytes. */
export function pdfOf(paper: Paper): Buffer {
  const { width, height, pages, pictures = {} } = paper
  const objects: Buffer[] = []
  const put = (body: string | Buffer) => objects.push(Buffer.isBuffer(body) ? body : Buffer.from(body, 'latin1'))
  const names = Object.keys(pictures)
  const firstPicture = 7
  const firstPage = firstPicture + names.length
  const kids = pages.map((_, at) => `${firstPage + 2 * at} 0 R`).join(' ')
  put('<< /Type /Catalog /Pages 2 0 R >>')
  put(`<< /Type /Pages /Count ${pages.length} /Kids [${kids}] /MediaBox [0 0 ${width} ${height}] >>`)
  put(`<< /Title <feff${hex(paper.title)}> >>`)
  put('<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UTF16-H /DescendantFonts [5 0 R] >>')
  put(
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /FontDescriptor 6 0 R /DW 1000 ' +
      '/W [1 95 500 814 939 500] /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> >>',
  )
  put(
    '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 ' +
      '/Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>',
  )
  for (const name of names) put(pictureObject(pictures[name]))
  const shown = names.map((name, at) => `/${name} ${firstPicture + at} 0 R`).join(' ')
  pages.forEach((marks, at) => {
    const resources = `<< /Font << /F 4 0 R >> /XObject << ${shown} >> >>`
    put(`<< /Type /Page /Parent 2 0 R /Resources ${resources} /Contents ${firstPage + 2 * at + 1} 0 R >>`)
    const drawn = deflateSync(Buffer.from(marks.map((mark) => drawing(mark, height)).join('\n'), 'latin1'))
    put(stream('/Filter /FlateDecode', drawn))
  })
  return joined(objects)
}

function drawing(mark: Mark, height: number): string {
  const up = (y: number) => points(height - y)
  switch (mark.kind) {
    case 'words': {
      // Stroked as well as filled, the light face stands for a bold one.
      const weight = mark.isBold ? `2 Tr ${points(mark.size / 40)} w` : '0 Tr'
      const grey = mark.isGrey ? '0.35 g' : '0 g'
      return `BT ${grey} ${weight} /F ${points(mark.size)} Tf ${points(mark.x)} ${up(mark.y)} Td <${hex(mark.words)}> Tj ET`
    }
    case 'line':
      return `${points(mark.width)} w ${points(mark.x)} ${up(mark.y)} m ${points(mark.toX)} ${up(mark.toY)} l S`
    case 'box': {
      const corner = `${points(mark.x)} ${up(mark.y + mark.height)}`
      return `${points(mark.line)} w ${corner} ${points(mark.width)} ${points(mark.height)} re S`
    }
    case 'fill': {
      const corner = `${points(mark.x)} ${up(mark.y + mark.height)}`
      return `0 g ${corner} ${points(mark.width)} ${points(mark.height)} re f`
    }
    case 'picture': {
      const size = `${points(mark.width)} 0 0 ${points(mark.height)}`
      return `q ${size} ${points(mark.x)} ${up(mark.y + mark.height)} cm /${mark.picture} Do Q`
    }
  }
}

function pictureObject(picture: Picture | undefined): Buffer {
  if (!picture) throw new Error('a picture is missing')
  const { width, height, bytes, colours, filter } = picture
  const space = colours === 1 ? '/DeviceGray' : '/DeviceRGB'
  const how =
    filter === 'jpeg'
      ? '/Filter /DCTDecode'
      : `/Filter /FlateDecode /DecodeParms << /Predictor 15 /Colors ${colours} /BitsPerComponent 8 /Columns ${width} >>`
  const head = `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace ${space} /BitsPerComponent 8`
  return stream(`${head} ${how}`, bytes)
}

const stream = (head: string, bytes: Buffer) =>
  Buffer.concat([
    Buffer.from(`<< ${head} /Length ${bytes.length} >>\nstream\n`, 'latin1'),
    bytes,
    Buffer.from('\nendstream', 'latin1'),
  ])

/** Puts numbered objects one after the other, and the table of where each begins. */
function joined(objects: readonly Buffer[]): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.4\n%\xe2\xe3\xcf\xd3\n', 'latin1')]
  const begins: number[] = []
  let length = parts[0]?.length ?? 0
  objects.forEach((body, at) => {
    begins.push(length)
    const whole = Buffer.concat([Buffer.from(`${at + 1} 0 obj\n`), body, Buffer.from('\nendobj\n')])
    parts.push(whole)
    length += whole.length
  })
  const rows = begins.map((begin) => `${String(begin).padStart(10, '0')} 00000 n \n`).join('')
  const size = objects.length + 1
  const trailer = `trailer\n<< /Size ${size} /Root 1 0 R /Info 3 0 R >>\nstartxref\n${length}\n%%EOF\n`
  return Buffer.concat([...parts, Buffer.from(`xref\n0 ${size}\n0000000000 65535 f \n${rows}${trailer}`, 'latin1')])
}
