import Taro from '@tarojs/taro'

/** Opens the phone's dialler with a number; she decides there whether to call. */
export async function call(phone: string): Promise<void> {
  try {
    await Taro.makePhoneCall({ phoneNumber: phone })
  } catch {
    // She closed the question; nothing to do.
  }
}
