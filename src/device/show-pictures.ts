import Taro from '@tarojs/taro'

/** Shows pictures whole, one after the other, beginning with one of them. */
export function showPictures(urls: readonly string[], at: number): void {
  void Taro.previewImage({ urls: [...urls], current: urls[at] ?? '' })
}
