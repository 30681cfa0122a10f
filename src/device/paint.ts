import Taro, { type Canvas } from '@tarojs/taro'

/** Where to paint: the id of a `<Canvas type="2d">` on this page, and the pixels of the picture. */
export interface Easel {
  id: string
  width: number
  height: number
}

/** What painting needs: the browser's 2D context, and the canvas, which makes pictures to draw. */
export type Paint = (context: CanvasRenderingContext2D, canvas: Canvas) => Promise<void>

/** Paints a picture in pixels of its own, whatever the screen; answers a path on the phone; rejects when it cannot. */
export async function paintPicture({ id, width, height }: Easel, paint: Paint): Promise<string> {
  const canvas = await canvasOf(id)
  canvas.width = width
  canvas.height = height
  // A canvas that was painted before keeps what was set in it.
  await paint(canvas.getContext('2d') as CanvasRenderingContext2D, canvas)
  const whole = { x: 0, y: 0, width, height, destWidth: width, destHeight: height }
  const { tempFilePath } = await Taro.canvasToTempFilePath({ canvas, ...whole, fileType: 'png' })
  return tempFilePath
}

/** Loads a picture to be drawn: a path on the phone, an address, or data; rejects when it cannot be read. */
export function loadPicture(canvas: Canvas, source: string): Promise<CanvasImageSource> {
  return new Promise((resolve, reject) => {
    const picture = canvas.createImage()
    picture.onload = () => resolve(picture as unknown as CanvasImageSource)
    picture.onerror = () => reject(new Error('picture cannot be read'))
    picture.src = source
  })
}

function canvasOf(id: string): Promise<Canvas> {
  return new Promise((resolve, reject) => {
    Taro.createSelectorQuery()
      .select(`#${id}`)
      .fields({ node: true, size: true })
      .exec((found: ({ node?: Canvas } | null)[]) => {
        const canvas = found[0]?.node
        if (canvas) resolve(canvas)
        else reject(new Error(`no canvas ${id} on this page`))
      })
  })
}
