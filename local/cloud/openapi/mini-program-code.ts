import { encode } from 'uqr'
import { greyPng } from './png'

const QUIET = 4

/**
 * A PNG of `width`² pixels for a page and its scene. WeChat's own is round; this one is a square code that the local
 * phone's camera takes for one: `wxacode:<page>?scene=<scene, percent-encoded>`.
 */
export function miniProgramCode(page: string, scene: string, width: number): Buffer {
  const { data, size } = encode(`wxacode:${page}?scene=${encodeURIComponent(scene)}`, { border: QUIET, ecc: 'M' })
  const cell = (pixel: number) => Math.floor((pixel * size) / width)
  return greyPng(width, (x, y) => (data[cell(y)]?.[cell(x)] ? 0 : 255))
}
