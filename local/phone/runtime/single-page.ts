import { opening } from './settings'
import { toast } from './ui/toast'

/** In a single page in Moments says that this is not possible there, as WeChat does; false everywhere else. */
export function refusedInSinglePage(): boolean {
  if (opening.isSinglePage) toast({ title: '请前往小程序使用完整服务', icon: 'none' })
  return opening.isSinglePage
}
