import { ApiFailure } from '../api-failure'
import { opening } from '../settings'
import { askConsent } from '../ui/personal'
import { asyncApi } from './register'

interface SubscribeOptions {
  tmplIds: string[]
}

const MOST = 3

type Templates = Record<string, { title: string }>

/** What the templates are called, as far as the server knows. */
async function templateNames(): Promise<Templates> {
  try {
    return (await (await fetch('/templates')).json()) as Templates
  } catch {
    return {}
  }
}

/** Subscription messages: WeChat's question, and the consent kept by the local cloud. */
export function subscribeApis(): void {
  asyncApi<SubscribeOptions>('requestSubscribeMessage', async ({ tmplIds }) => {
    if (!tmplIds?.length) throw new ApiFailure('requestSubscribeMessage:fail TmplIds can not be empty', 10001)
    if (tmplIds.length > MOST)
      throw new ApiFailure('requestSubscribeMessage:fail Templates count out of max bounds', 20003)
    const names = await templateNames()
    const plain = (place: number) => (tmplIds.length > 1 ? `活动消息提醒 ${place + 1}` : '活动消息提醒')
    const agreed = await askConsent({
      title: '向你发送以下消息',
      lines: tmplIds.map((id, place) => names[id]?.title ?? plain(place)),
      note: '每次同意，可以收到每种消息一条',
      allow: '允许',
      refuse: '拒绝',
    })
    if (agreed) {
      await fetch('/cloud/wechat/consent', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ openid: opening.openid, templateIds: tmplIds }),
      })
    }
    return Object.fromEntries(tmplIds.map((id) => [id, agreed ? 'accept' : 'reject']))
  })
}
