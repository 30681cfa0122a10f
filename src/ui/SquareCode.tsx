import { Image } from '@tarojs/components'
import { useMemo } from 'react'
import { encode } from 'uqr'
import { squarePng } from './square-png'

/** White around the code, in cells; scanners need four. */
const quiet = 4
/** Pixels of the picture to a pixel of the page: no phone has more, so the edges stay sharp. */
const density = 3

interface SquareCodeProps {
  /** What is in the code. */
  text: string
  /** Side in px, the white around included. */
  size: number
  /** What it is, read aloud, such as 签到码. */
  name: string
}

/** A square code to be scanned; always dark on white, in dark mode, too. */
export function SquareCode({ text, size, name }: SquareCodeProps) {
  const source = useMemo(() => squareCodeSource(text, size * density), [text, size])
  const side = `${size}px`
  return <Image src={source} style={{ width: side, height: side }} aria-role="img" aria-label={name} />
}

/** A square code as the address of a picture (PNG as data) at least `pixels` wide, also for painting. */
export function squareCodeSource(text: string, pixels: number): string {
  const { data, size } = encode(text, { border: quiet, ecc: 'M' })
  return `data:image/png;base64,${squarePng(data, Math.ceil(pixels / size))}`
}
