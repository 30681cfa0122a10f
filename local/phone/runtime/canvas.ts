import type * as glassEasel from 'glass-easel'
import { ApiFailure } from './api-failure'
import { addressOf } from './file-store'
import { placedAt } from './tags/tag'

/** What WeChat hands out as the node of a canvas of type 2d. */
export type CanvasNode = HTMLCanvasElement & {
  createImage(): HTMLImageElement
  createImageData(width: number, height: number): ImageData
  requestAnimationFrame(draw: FrameRequestCallback): number
  cancelAnimationFrame(id: number): void
}

/** A picture whose `src` may be anything a mini-program calls a picture. */
function createImage(): HTMLImageElement {
  const picture = new Image()
  const own = Object.getOwnPropertyDescriptor(HTMLImageElement.prototype, 'src')
  Object.defineProperty(picture, 'src', {
    get: () => own?.get?.call(picture) as unknown,
    set: (source: string) => own?.set?.call(picture, addressOf(String(source))),
  })
  return picture
}

/** Gives a canvas of the browser what WeChat's have. */
function asNode(canvas: HTMLCanvasElement): CanvasNode {
  return Object.assign(canvas, {
    createImage,
    createImageData: (width: number, height: number) => new ImageData(width, height),
    requestAnimationFrame: (draw: FrameRequestCallback) => requestAnimationFrame(draw),
    cancelAnimationFrame: (id: number) => cancelAnimationFrame(id),
  })
}

/** The node behind an element of the mini-program's tree; null unless it is a canvas of type 2d. */
export function canvasNodeOf(element: glassEasel.Element | null | undefined): CanvasNode | null {
  const host = element?.getBackendElement() as unknown as HTMLElement | null | undefined
  const canvas = host?.querySelector(':scope > canvas') as HTMLCanvasElement | null | undefined
  return canvas && placedAt(host)?.tag.data.type === '2d' ? asNode(canvas) : null
}

/** Which part of a canvas to take, and how large; pixels of the canvas. */
export interface Cut {
  x?: number
  y?: number
  width?: number
  height?: number
  destWidth?: number
  destHeight?: number
  fileType?: 'png' | 'jpg'
  quality?: number
}

/** The bytes of a part of a canvas. */
export async function pictureOf(canvas: HTMLCanvasElement, cut: Cut): Promise<Uint8Array<ArrayBuffer>> {
  const { x = 0, y = 0 } = cut
  const width = cut.width ?? canvas.width - x
  const height = cut.height ?? canvas.height - y
  const target = document.createElement('canvas')
  target.width = cut.destWidth ?? width * devicePixelRatio
  target.height = cut.destHeight ?? height * devicePixelRatio
  target.getContext('2d')?.drawImage(canvas, x, y, width, height, 0, 0, target.width, target.height)
  const type = cut.fileType === 'jpg' ? 'image/jpeg' : 'image/png'
  const blob = await new Promise<Blob | null>((done) => target.toBlob(done, type, cut.quality ?? 0.92))
  if (!blob) throw new ApiFailure('canvasToTempFilePath:fail create bitmap failed')
  return new Uint8Array(await blob.arrayBuffer())
}

interface Fields {
  node?: boolean
  [field: string]: unknown
}

interface Query {
  _$push(
    selector: string | null,
    component: { _$: glassEasel.GeneralComponent },
    single: boolean,
    fields: Fields,
    told: (found: unknown) => void,
  ): void
}

/** Lets a selector query of the adapter answer the field `node`, too. */
export function withNodes(given: unknown): unknown {
  const query = given as Query
  const push = query._$push.bind(query)
  query._$push = (selector, component, single, fields, told) =>
    push(selector, component, single, fields, (found) => {
      if (fields.node && single && selector && found) {
        Object.assign(found, { node: canvasNodeOf(component._$.getShadowRoot()?.querySelector(selector)) })
      }
      told(found)
    })
  return query
}
