import { opening, settings } from './settings'

/** Enters the mini-program anew at a page, as from a scanned code; what is on the phone stays as it is set. */
export function enterAt(path: string, scene: number): void {
  const search = new URLSearchParams({ path, scene: String(scene) })
  if (opening.openid) search.set('as', opening.openid)
  if (settings.font !== 1) search.set('font', String(settings.font))
  if (settings.dark) search.set('dark', '1')
  if (settings.offline) search.set('offline', '1')
  location.search = search.toString()
}
