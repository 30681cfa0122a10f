import { ApiFailure } from '../api-failure'
import { refusedInSinglePage } from '../single-page'
import { asyncApi } from './register'

// Source: WeChat's list of what a page shared to Moments cannot do ("share-timeline", 禁用能力列表).
const INTERACTIVE = `navigateTo redirectTo switchTab reLaunch navigateBack login checkSession authorize getSetting
openSetting requestSubscribeMessage getUserProfile getUserInfo requestPayment chooseMedia chooseImage chooseVideo
saveImageToPhotosAlbum saveVideoToPhotosAlbum openLocation chooseLocation getLocation openDocument shareFileMessage
addPhoneContact addPhoneCalendar setClipboardData getClipboardData makePhoneCall scanCode navigateToMiniProgram
openCustomerServiceChat`

const QUIET = `setNavigationBarTitle setNavigationBarColor showNavigationBarLoading hideNavigationBarLoading hideHomeButton
showTabBar hideTabBar setTabBarBadge removeTabBarBadge showTabBarRedDot hideTabBarRedDot showShareMenu hideShareMenu
updateShareMenu`

const names = (list: string) => list.split(/\s+/)

/** Takes away what WeChat does not allow in a page opened in Moments; what a finger can ask for says so in a toast. */
export function limitToSinglePage(): void {
  const refuse = (name: string) => {
    throw new ApiFailure(`${name}:fail can not be used in single page mode`)
  }
  for (const name of names(QUIET)) asyncApi(name, () => refuse(name))
  for (const name of names(INTERACTIVE)) {
    asyncApi(name, () => {
      refusedInSinglePage()
      refuse(name)
    })
  }
}
