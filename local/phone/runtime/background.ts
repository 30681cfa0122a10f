import { fault } from './instruments'
import { launchOptions } from './launch-options'
import { type AnyFunction, type AppObject, getApp } from './modules'
import { top } from './navigation'
import { callPage } from './page'
import { emit } from './wx/register'

let isHidden = false

/** Calls one of the App's own life-cycle functions; what it throws is reported. */
export function callApp(name: keyof AppObject, detail: unknown): void {
  const method = getApp()[name] as AnyFunction | undefined
  try {
    method?.call(getApp(), detail)
  } catch (problem) {
    fault('error', problem)
  }
}

/** Sends the mini-program to the background, or brings it back to the front. */
export function setBackground(hidden: boolean): void {
  if (hidden === isHidden) return
  isHidden = hidden
  const page = top()
  if (page && hidden) callPage(page, 'onHide')
  callApp(hidden ? 'onHide' : 'onShow', launchOptions())
  emit(hidden ? 'AppHide' : 'AppShow', launchOptions())
  if (page && !hidden) callPage(page, 'onShow')
}
