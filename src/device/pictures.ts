import Taro from '@tarojs/taro'

const atOnce = 9

/** Lets her choose or take up to `most` pictures; answers paths on the phone, none when she turned away. */
export async function choosePictures(most: number): Promise<string[]> {
  if (most < 1) return []
  try {
    const { tempFiles } = await Taro.chooseMedia({
      count: Math.min(most, atOnce),
      mediaType: ['image'],
      sizeType: ['compressed'],
      sourceType: ['album', 'camera'],
    })
    return tempFiles.map((file) => file.tempFilePath)
  } catch {
    return []
  }
}

/**
 * Puts a picture into her album, from a path on the phone. `denied` means that she has not allowed it:
 * then `openPermissions` leads to where she can; `failed` is everything else, her turning away included.
 */
export async function savePicture(path: string): Promise<'saved' | 'denied' | 'failed'> {
  try {
    await Taro.saveImageToPhotosAlbum({ filePath: path })
    return 'saved'
  } catch (error) {
    const { errMsg = '' } = (error ?? {}) as { errMsg?: string }
    return /auth/i.test(errMsg) ? 'denied' : 'failed'
  }
}

/** Opens WeChat's page of what she has allowed this mini-program; it answers only straight from a tap. */
export async function openPermissions(): Promise<void> {
  try {
    await Taro.openSetting()
  } catch {
    // Not from a tap, or not in this version: nothing opened, nothing lost.
  }
}
