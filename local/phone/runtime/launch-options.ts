import { MOMENTS } from './settings'

/** How the mini-program was entered, as WeChat tells it. */
export interface LaunchOptions {
  path: string
  query: Record<string, string>
  scene: number
  referrerInfo: Record<string, unknown>
  apiCategory: 'default' | 'browseOnly'
  mode: 'default' | 'singlePage'
}

let current: LaunchOptions = optionsFor('', {}, 1001)

/** The options for a path and scene. */
export function optionsFor(path: string, query: Record<string, string>, scene: number): LaunchOptions {
  const single = scene === MOMENTS
  return {
    path,
    query,
    scene,
    referrerInfo: {},
    apiCategory: single ? 'browseOnly' : 'default',
    mode: single ? 'singlePage' : 'default',
  }
}

/** Remembers how the mini-program was entered. */
export function setLaunchOptions(options: LaunchOptions): void {
  current = options
}

/** How the mini-program was entered. */
export function launchOptions(): LaunchOptions {
  return current
}
