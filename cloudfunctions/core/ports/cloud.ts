// The one place where the SDK is loaded and pointed at the environment it runs in.
import * as cloud from 'wx-server-sdk'

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV as unknown as string })

/** The database of this environment; a document that is not there reads as null. */
export const database = cloud.database({ throwOnNotFound: false } as Parameters<typeof cloud.database>[0])

/** Query and update operators of the database. */
export const is = database.command

/** Who called, as the platform says; '' when nobody did, such as a timer. Never taken from what the phone sent. */
export const openidOfCaller = (): string => cloud.getWXContext().OPENID ?? ''

/** Where a call came from, as the platform says: `wx_client` for a phone, `wx_devtools` for the developer's. */
export const sourceOfCaller = (): string => cloud.getWXContext().SOURCE ?? ''

/** Cloud storage. */
export const storage = {
  uploadFile: cloud.uploadFile,
  getTempFileURL: cloud.getTempFileURL,
  deleteFile: cloud.deleteFile,
}

/** WeChat's server-side calls. */
export const openapi = cloud.openapi
