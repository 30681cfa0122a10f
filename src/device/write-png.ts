import Taro from '@tarojs/taro'

/** A short name that differs with the content, so that the same picture is written once. */
function nameOf(content: string): string {
  let sum = 5381
  for (let at = 0; at < content.length; at += 1) sum = ((sum * 33) ^ content.charCodeAt(at)) >>> 0
  return `${sum.toString(36)}-${content.length.toString(36)}`
}

/** Writes a PNG given in base64 to the phone; answers its path, for showing, painting or saving; rejects when full. */
export function writePng(base64: string): Promise<string> {
  const filePath = `${Taro.env.USER_DATA_PATH ?? ''}/${nameOf(base64)}.png`
  return new Promise((resolve, reject) => {
    Taro.getFileSystemManager().writeFile({
      filePath,
      data: base64,
      encoding: 'base64',
      success: () => resolve(filePath),
      fail: ({ errMsg }) => reject(new Error(errMsg)),
    })
  })
}
