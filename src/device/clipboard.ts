import Taro from '@tarojs/taro'
import { say } from './tell'

/** Copies text and says so. */
export async function copy(text: string, said = '复制好了'): Promise<void> {
  try {
    await Taro.setClipboardData({ data: text })
    // WeChat shows its own words after copying; ours take their place.
    say(said)
  } catch {
    say('没能复制')
  }
}
