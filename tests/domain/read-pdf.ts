import { execFileSync } from 'node:child_process'
import path from 'node:path'

interface ReadPage {
  /** Words as they stand, in points from the lower left corner. */
  words: { words: string; size: number; x: number; y: number; width: number }[]
  pictures: number
  /** Black boxes: left, bottom, right, top. */
  fills: [number, number, number, number][]
  size: number[]
}

/** Reads a PDF with a reader that is not ours. */
export function readPdf(file: Buffer): { title: string; pages: ReadPage[] } {
  const reader = path.join(__dirname, 'fixtures/read-pdf.mjs')
  const read = execFileSync(process.execPath, [reader], { input: file, maxBuffer: 1 << 28 })
  return JSON.parse(read.toString()) as { title: string; pages: ReadPage[] }
}

/** All the words of a page, one after the other. */
export const textOf = (page: ReadPage | undefined) => (page?.words ?? []).map(({ words }) => words).join(' ')
