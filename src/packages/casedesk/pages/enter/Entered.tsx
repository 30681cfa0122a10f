import { View } from '@tarojs/components'
import { serviceOf } from '@core/services/cases'
import { go } from '@/device'
import { ActionBar, BigButton, Link, Page, Tick } from '@/ui'
import type { EnteredCase } from './use-entering'

/** Written down: what can be done while it is fresh, send it on or take the next call. */
export function Entered({ done, onNext }: { done: EnteredCase; onNext: () => void }) {
  const service = serviceOf(done.service)
  const waitsForUs = service?.first === 'desk'
  const isSealed = service?.seenBy === 'parties'
  return (
    <Page
      bar={
        <ActionBar>
          {waitsForUs && (
            <BigButton variant="line" onTap={onNext}>
              再记一件
            </BigButton>
          )}
          <BigButton grow onTap={() => (waitsForUs ? void go.dispatch(done.id) : onNext())}>
            {waitsForUs ? '现在就派单' : '再记一件'}
          </BigButton>
        </ActionBar>
      }
    >
      <View className="col g4 mt6 entered">
        <Tick on large />
        <View className="head ctr" aria-role="alert">
          {done.name}的事记下了
        </View>
        <View className="i2 ctr">{whatNext(service?.first, isSealed)}</View>
        <View className="row g4 wrap entered">
          {!isSealed && <Link onTap={() => void go.case(done.id)}>看这一件</Link>}
          <Link onTap={() => void go.back()}>回事务台</Link>
        </View>
      </View>
    </Page>
  )
}

function whatNext(first: 'desk' | 'volunteers' | 'professional' | 'project' | undefined, isSealed: boolean): string {
  if (first === 'volunteers') return '邻居那里看得到了，没有人接会回到社区。'
  if (first === 'project') return '日子已经约下，队里会回话。'
  if (isSealed) return '已经交到办这件事的人手上，内容社区不再看得到。'
  return first === 'professional' ? '已经交到办这件事的人手上。' : '想好派给谁，现在就可以派。'
}
