import { MOMENTS } from '../post/card'
import { lastingAddress } from './file-store'
import { record, type ShareCard, tellShell } from './instruments'
import { sendCard } from './mail'
import { stack, top } from './navigation'
import { callPage } from './page'
import { appConfig } from './payload'
import { showShareCard } from './ui/share-card'
import { toast } from './ui/toast'
import { absoluteUrl } from './urls'

type ShareAnswer = Partial<ShareCard> & { promise?: Promise<Partial<ShareCard>> }
const PATIENCE = 3000

/** Asks the page on top for its card, shows it, and writes it down; undefined when the page cannot be shared. */
export async function shareFrom(from: 'button' | 'menu', target?: unknown): Promise<ShareCard | undefined> {
  const page = top()
  if (!page) return undefined
  if (typeof page.instance.onShareAppMessage !== 'function') {
    toast({ title: '当前页面不可转发', icon: 'none' })
    return undefined
  }
  const answer = (callPage(page, 'onShareAppMessage', { from, target, webViewUrl: undefined }) ?? {}) as ShareAnswer
  const { promise, ...given } = answer
  const later = promise ? await Promise.race([promise, new Promise<object>((done) => setTimeout(done, PATIENCE))]) : {}
  const named = { ...given, ...(later ?? {}) }
  const card: ShareCard = {
    from,
    title: named.title ?? appConfig.window?.navigationBarTitleText ?? '',
    path: absoluteUrl(named.path ?? `/${page.route}`),
    ...(named.imageUrl ? { imageUrl: named.imageUrl } : {}),
  }
  record.shares.push(card)
  const to = await showShareCard(card)
  if (to !== undefined) await send(card, to)
  return card
}

/** Puts a card where others find it, or says why it did not go. */
async function send({ title, path, imageUrl }: ShareCard, to: string): Promise<void> {
  const isSent = await sendCard({ to, title, path, ...(imageUrl && { imageUrl: lastingAddress(imageUrl) }) })
  if (isSent) tellShell('sent', { to, path })
  else toast({ title: '没有发出去，请检查网络', icon: 'none' })
}

/** Puts the page's card into Moments. */
export async function shareToMoments(): Promise<void> {
  const card = timelineCard()
  if (!card) return
  record.shares.push(card)
  const path = card.query ? `${card.path}?${card.query}` : card.path
  await send({ ...card, path }, MOMENTS)
  toast({ title: '已发到朋友圈', icon: 'success' })
}

/** The page's card for Moments, if it offers one. */
export function timelineCard(): ShareCard | undefined {
  const page = stack[stack.length - 1]
  if (!page || typeof page.instance.onShareTimeline !== 'function') return undefined
  const answer = (callPage(page, 'onShareTimeline') ?? {}) as Partial<ShareCard>
  return { from: 'timeline', title: answer.title ?? '', path: `/${page.route}`, ...answer }
}
