import { View } from '@tarojs/components'
import type { CaseView } from '@core/contract'
import { Card, SectionTitle } from '@/ui'

/** What both sides agreed on, who said yes to it, and who has not yet. */
export function AgreementCard({ agreement }: Pick<CaseView, 'agreement'>) {
  if (!agreement) return null
  const { words, agreed, missing } = agreement
  return (
    <>
      <SectionTitle say={missing.length === 0 ? '都同意了' : `还差 ${missing.length} 位`}>协议</SectionTitle>
      <Card>
        <View className="case-agreement">{words}</View>
        {agreed.length > 0 && <View className="small ok mt3">已同意：{agreed.join('、')}</View>}
        {missing.length > 0 && <View className="small wa mt2">等同意：{missing.join('、')}</View>}
      </Card>
    </>
  )
}
