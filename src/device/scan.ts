import Taro from '@tarojs/taro'

/**
 * Lets her scan a square code with the camera; a picture from the album is not taken, so that a forwarded one is none.
 * Answers its text, or for one of our mini-program codes the path of its page; null when she turned away.
 */
export async function scan(): Promise<string | null> {
  try {
    const { result, path } = await Taro.scanCode({ onlyFromCamera: true, scanType: ['qrCode'] })
    return path || result || null
  } catch {
    // She closed the camera, or has not allowed it: nothing was scanned.
    return null
  }
}
