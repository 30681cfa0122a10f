// WeChat draws a code once; whoever looks at it later gets the same picture, and WeChat is not asked again.
import type { World } from './world'

/** The picture of the code that opens a page with `scene`; null when WeChat made none, and then it is asked next time. */
export async function drawnCode({ store, wechat, now }: World, scene: string, page: string): Promise<Buffer | null> {
  const kept = await store.read('codes', scene, ['png'])
  if (kept) return Buffer.from(kept.png, 'base64')
  const png = await wechat.code(scene, page)
  if (png) await store.add('codes', { _id: scene, png: png.toString('base64'), at: now })
  return png
}
