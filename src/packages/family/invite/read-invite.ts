import { routes } from '@/device/routes'

/** The page that a scanned invitation to keep somebody opens, with its query; '' for any other text. */
export function readInvite(text: string): string {
  const bare = text.replace(/^\//, '')
  const isOurs = bare.startsWith(`${routes.keep.slice(1)}?`) && /[?&]token=[A-Za-z0-9_-]{8,64}(&|$)/.test(bare)
  return isOurs ? `/${bare}` : ''
}
