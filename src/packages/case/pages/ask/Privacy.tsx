import { View } from '@tarojs/components'
import type { CaseService } from '@core/services/case-service'
import { SwitchRow } from '@/parts/SwitchRow'
import { Card } from '@/ui'
import type { Asking } from './use-asking'
import { professionalWord } from './words'

/** Who reads what she writes. */
function readers({ seenBy, professional }: CaseService): string {
  if (seenBy === 'neighbours') return '邻居看得到这件事，看不到您的姓名和电话。'
  if (seenBy === 'helpers') return '有人来帮忙之前，邻居只看得到是什么事；住哪儿、怎么联系，只有来的人和社区看得到。'
  return `只有当事人和${professionalWord(professional)}看得到，社区的人也看不到内容。`
}

/** How pressing it is, whether even her building stays unsaid, and who reads it. */
export function Privacy({ asking }: { asking: Asking }) {
  const { service, draft, change } = asking
  // An order has its day.
  const canBeUrgent = service.first !== 'project'
  const canBeAnonymous = service.seenBy === 'neighbours'
  return (
    <>
      {(canBeUrgent || canBeAnonymous) && (
        <Card kind="rows" className="mt6">
          {canBeUrgent && (
            <SwitchRow
              first
              title="很着急"
              say="今天就要有人管的事，比如漏水、停电"
              on={draft.isUrgent}
              onChange={(isUrgent) => change({ isUrgent })}
            />
          )}
          {canBeAnonymous && (
            <SwitchRow
              first={!canBeUrgent}
              title="连几号楼也不说"
              say="邻居只看得到是哪个小区；来的人打给社区，由社区联系您"
              on={draft.isAnonymous}
              onChange={(isAnonymous) => change({ isAnonymous })}
            />
          )}
        </Card>
      )}
      <View className="small i2 mt3">{readers(service)}</View>
    </>
  )
}
