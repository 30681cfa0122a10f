import { payload } from '../payload'
import { opening } from '../settings'
import { accountApis } from './account'
import { audioApis } from './audio'
import { cloudApis } from './cloud'
import { deviceApis } from './device'
import { fileApis } from './files'
import { pictureApis } from './pictures'
import { refuseTheRest, wx } from './register'
import { routeApis } from './route'
import { scanApis } from './scan'
import { limitToSinglePage } from './single-page'
import { storageApis } from './storage'
import { subscribeApis } from './subscribe'
import { systemApis } from './system'
import { uiApis } from './ui'

/** Fills `wx`; everything WeChat has and this phone has not refuses loudly. */
export function fillWx(): Record<string, unknown> {
  routeApis()
  uiApis()
  storageApis()
  systemApis()
  cloudApis()
  subscribeApis()
  deviceApis()
  fileApis()
  pictureApis()
  scanApis()
  accountApis()
  audioApis()
  refuseTheRest(payload.wxNames)
  if (opening.isSinglePage) limitToSinglePage()
  return wx
}
