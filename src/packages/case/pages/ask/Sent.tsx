import { View } from '@tarojs/components'
import { actions } from '@core/contract'
import type { CaseService } from '@core/services/case-service'
import { askedFor } from '@core/services/message-templates'
import { useDo, useMe } from '@/client'
import { askToTell, go } from '@/device'
import { BigButton, Page, Tick } from '@/ui'
import { nextWords } from './words'

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
