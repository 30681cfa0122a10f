import Taro from '@tarojs/taro'
import { Troubled } from './answer'
import { isCrowded, whenThereIsRoom } from './crowded'

const unguessable = () => [0, 0].map(() => Math.random().toString(36).slice(2, 12).padEnd(10, '0')).join('')

const endingOf = (path: string) => /\.(png|jpe?g|gif|webp)$/i.exec(path)?.[0].toLowerCase() ?? '.jpg'

/**
 * Uploads a picture from a path on the phone into a folder of the cloud's storage; answers its fileID (`cloud://…`).
 * Throws `Troubled`, which `troubleIn` reads, when the cloud was not reached.
 */
export async function uploadPicture(path: string, folder: string): Promise<string> {
  const cloudPath = `${folder}/${Date.now().toString(36)}-${unguessable()}${endingOf(path)}`
  try {
    const { fileID } = await whenThereIsRoom(() => Taro.cloud.uploadFile({ cloudPath, filePath: path }))
    return fileID
  } catch (error) {
    const kind = isCrowded(error) ? 'busy' : 'offline'
    throw new Troubled({ ok: false, fault: { kind, safeToRepeat: true }, trace: '' })
  }
}
