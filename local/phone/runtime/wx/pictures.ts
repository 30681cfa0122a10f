import { ApiFailure } from '../api-failure'
import { type Cut, pictureOf } from '../canvas'
import { addressOf, endingOf, fileAt, keepFile, lastingAddress, readSource, tempPath } from '../file-store'
import { record, tellShell } from '../instruments'
import { isAllowed } from '../permissions'
import { choosePictures } from '../ui/album'
import { toast } from '../ui/toast'
import { asyncApi } from './register'

interface MediaOptions {
  count?: number
  mediaType?: string[]
}

async function chosen(api: string, count: number): Promise<{ path: string; size: number }[]> {
  const pictures = await choosePictures(count)
  if (!pictures) throw new ApiFailure(`${api}:fail cancel`)
  return pictures.map(({ bytes, ending }) => {
    const path = tempPath(ending)
    keepFile(path, bytes)
    return { path, size: bytes.length }
  })
}

async function sizeOf(api: string, source: string): Promise<{ width: number; height: number }> {
  const picture = new Image()
  picture.src = addressOf(source)
  try {
    await picture.decode()
  } catch {
    throw new ApiFailure(`${api}:fail image not found`)
  }
  return { width: picture.naturalWidth, height: picture.naturalHeight }
}

/** Pictures: taken from the album, put into it, made from a canvas. */
export function pictureApis(): void {
  asyncApi<MediaOptions>('chooseMedia', async ({ count = 9, mediaType = ['image', 'video'] }) => {
    if (!mediaType.some((type) => type === 'image' || type === 'mix'))
      throw new ApiFailure('chooseMedia:fail local phone does not support video')
    const files = await chosen('chooseMedia', count)
    const tempFiles = files.map(({ path, size }) => ({ tempFilePath: path, size, fileType: 'image' }))
    return { tempFiles, type: 'image' }
  })
  asyncApi<MediaOptions>('chooseImage', async ({ count = 9 }) => {
    const tempFiles = await chosen('chooseImage', count)
    return { tempFilePaths: tempFiles.map(({ path }) => path), tempFiles }
  })
  asyncApi<{ filePath: string }>('saveImageToPhotosAlbum', async ({ filePath }) => {
    if (/^https?:/.test(filePath)) throw new ApiFailure('saveImageToPhotosAlbum:fail invalid file')
    if (!(await isAllowed('scope.writePhotosAlbum'))) throw new ApiFailure('saveImageToPhotosAlbum:fail auth deny')
    const bytes = await readSource(filePath)
    if (!bytes) throw new ApiFailure('saveImageToPhotosAlbum:fail file not found')
    // The path in the album is another one: what the mini-program does with its own file changes nothing there.
    const path = tempPath(endingOf(filePath) || 'png')
    keepFile(path, bytes)
    record.album.push({ path, size: bytes.length })
    tellShell('album', { picture: lastingAddress(path) })
    toast({ title: '已保存到系统相册', icon: 'success' })
  })
  asyncApi<{ src: string }>('getImageInfo', async ({ src }) => {
    const path = src.startsWith('wxfile:') ? src : tempPath(endingOf(src) || 'png')
    if (!fileAt(path)) keepFile(path, (await readSource(src)) ?? new Uint8Array())
    return { ...(await sizeOf('getImageInfo', src)), path, orientation: 'up', type: endingOf(path) }
  })
  asyncApi<Cut & { canvas?: HTMLCanvasElement; canvasId?: string }>('canvasToTempFilePath', async (options) => {
    if (!options.canvas) throw new ApiFailure('canvasToTempFilePath:fail local phone supports canvas type 2d only')
    const tempFilePath = tempPath(options.fileType === 'jpg' ? 'jpg' : 'png')
    keepFile(tempFilePath, await pictureOf(options.canvas, options))
    return { tempFilePath }
  })
}
