import Taro from '@tarojs/taro'
import { appearanceNow } from './appearance'

/** A question; `yes` and `no` are at most four characters, as WeChat cuts them. */
export interface Question {
  title: string
  body?: string
  yes: string
  no?: string
}

/** Asks before something that can't be taken back; true for yes. */
export async function ask({ title, body = '', yes, no = '再想想' }: Question): Promise<boolean> {
  const { confirm } = await Taro.showModal({ title, content: body, confirmText: yes, cancelText: no })
  return confirm
}

/** Says something that needs no answer, in at most twelve characters; in care mode it stays until she taps. */
export function say(words: string): void {
  if (appearanceNow().care) void Taro.showModal({ title: words, showCancel: false, confirmText: '知道了' })
  else void Taro.showToast({ title: words, icon: 'none' })
}
