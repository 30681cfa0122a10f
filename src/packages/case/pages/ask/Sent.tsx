import { View } from '@tarojs/components'
import { actions, type Clock } from '@core/contract'
import type { CaseService } from '@core/services/case-service'
import { askedFor } from '@core/services/message-templates'
import { useDo, useMe } from '@/client'
import { askToTell, go } from '@/device'
import { BigButton, Page, Tick } from '@/ui'

const withinWords: Record<Clock, string> = {
  '2h': '两个小时里',
  '24h': '下一个工作日前',
  '7d': '7 个工作日里',
  '15d': '15 个工作日里',
}

/** Who looks at it first, and by when. */
function nextWords({ first, takeUp }: CaseService, isUrgent: boolean): string {
  const by = withinWords[isUrgent ? '2h' : takeUp]
  switch (first) {
    case 'desk':
      return `社区${by}会有人来看，办到哪一步，您都看得到。`
    case 'volunteers':
      return `附近的志愿者看得到了，${by}没有人接，社区会接着找。`
    case 'professional':
      return `专业的人${by}会联系您。`
    case 'project':
      return `队里${by}会回话，到日子上门。`
  }
}

interface SentProps {
  id: string
  service: CaseService
  isUrgent: boolean
}

/** Sent: what happens next, and whether WeChat may tell her. */
export function Sent({ id, service, isUrgent }: SentProps) {
  const me = useMe().data
  const consenting = useDo(actions.consent, { invalidates: [actions.me] })
  const templates = askedFor.case.map((name) => me?.templates[name] ?? '').filter(Boolean)
  /** Straight from the tap: WeChat asks her, then the way goes on whatever she said. */
  const beTold = async () => {
    const allowed = await askToTell(templates)
    if (allowed.length > 0) await consenting.run({ templates: allowed })
    await go.instead.case(id)
  }
  return (
    <Page>
      <View className="col g4 ask__sent">
        <Tick on large />
        <View className="head ctr" aria-role="alert">
          记下了
        </View>
        <View className="i2 ctr">{nextWords(service, isUrgent)}</View>
      </View>
      <View className="col g3 mt6">
        {templates.length > 0 && (
          <BigButton icon="bell" busy={consenting.busy} onTap={() => void beTold()}>
            有进展，微信告诉我
          </BigButton>
        )}
        <BigButton variant={templates.length > 0 ? 'line' : 'primary'} onTap={() => void go.instead.case(id)}>
          看看办到哪一步
        </BigButton>
      </View>
    </Page>
  )
}
