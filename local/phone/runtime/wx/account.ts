import { ApiFailure } from '../api-failure'
import { authSetting, changePermissions, isAllowed } from '../permissions'
import { opening } from '../settings'
import { modal } from '../ui/modal'
import { asyncApi, syncApi } from './register'

const quiet = () => undefined

/** Who the person is to WeChat, what she has allowed, and the calls that only report. */
export function accountApis(): void {
  asyncApi('login', () => ({ code: `local-${opening.openid}` }))
  asyncApi('checkSession', quiet)
  asyncApi('getSetting', () => ({
    authSetting: authSetting(),
    subscriptionsSetting: { mainSwitch: true, itemSettings: {} },
  }))
  asyncApi('openSetting', async () => {
    await changePermissions()
    return { authSetting: authSetting() }
  })
  asyncApi<{ scope: string }>('authorize', async ({ scope }) => {
    const isAsked = scope === 'scope.writePhotosAlbum' || scope === 'scope.addPhoneCalendar'
    if (isAsked && !(await isAllowed(scope))) throw new ApiFailure('authorize:fail auth deny')
  })
  asyncApi('getPrivacySetting', () => ({ needAuthorization: false, privacyContractName: '《用户隐私保护指引》' }))
  asyncApi('requirePrivacyAuthorize', quiet)
  asyncApi('openPrivacyContract', async () => {
    await modal({ title: '用户隐私保护指引', content: '在微信里，这里会打开小程序的隐私保护指引。', showCancel: false })
  })
  for (const name of [
    'showShareMenu',
    'hideShareMenu',
    'updateShareMenu',
    'enableAlertBeforeUnload',
    'disableAlertBeforeUnload',
  ]) {
    asyncApi(name, quiet)
  }
  asyncApi('getLocation', () => {
    throw new ApiFailure('getLocation:fail auth deny')
  })
  syncApi('reportEvent', quiet)
  syncApi('reportMonitor', quiet)
  syncApi('reportPerformance', quiet)
  syncApi('setEnableDebug', quiet)
  const log = () => undefined
  const logger = { info: log, warn: log, error: log, debug: log, log, setFilterMsg: log, addFilterMsg: log }
  syncApi('getRealtimeLogManager', () => logger)
  syncApi('getLogManager', () => logger)
  syncApi('getUpdateManager', () => ({
    onCheckForUpdate: quiet,
    onUpdateReady: quiet,
    onUpdateFailed: quiet,
    applyUpdate: quiet,
  }))
}
