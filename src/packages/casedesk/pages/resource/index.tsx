import { View } from '@tarojs/components'
import { actions, type Partner, type Resource } from '@core/contract'
import { useEffect } from 'react'
import { useAction, useInfiniteAction } from '@/client'
import { keepPrivate, useParam, usePulled, useShown } from '@/device'
import { Asked } from '@/parts/Asked'
import { Empty, Page, Skeleton } from '@/ui'
import { ResourcePage } from './ResourcePage'

/** Something that a partner offers: written down, changed, taken off the list, put back. */
export default function EditResource() {
  const communityId = useParam('community')
  const id = useParam('id')
  useShown(keepPrivate)
  const partners = useAction(actions.listPartners, { communityId })
  usePulled(partners.again)
  if (!partners.data) {
    return (
      <Page busy={partners.loading}>
        <Asked asking={partners}>{() => null}</Asked>
      </Page>
    )
  }
  if (!id) return <ResourcePage resource={null} partners={partners.data.items} communityId={communityId} />
  return <Known id={id} communityId={communityId} partners={partners.data.items} />
}

interface KnownProps {
  id: string
  communityId: string
  partners: readonly Partner[]
}

/** One that stands in the list already: it is looked for page by page. */
function Known({ id, communityId, partners }: KnownProps) {
  const list = useInfiniteAction(actions.listResources, { communityId })
  const found: Resource | undefined = list.items.find((each) => each.id === id)
  const { more, hasMore, trouble } = list
  const looksOn = !found && hasMore && !trouble
  useEffect(() => {
    if (looksOn) more()
  }, [looksOn, more])
  if (found) return <ResourcePage resource={found} partners={partners} communityId={communityId} />
  return (
    <Page busy={list.loading || looksOn}>
      <Asked asking={list}>
        {() =>
          looksOn ? (
            <View className="mt4">
              <Skeleton />
            </View>
          ) : (
            <Empty drawing="no-activity" title="没有找到这一项" say="可能已经下架了，回清单里看看。" />
          )
        }
      </Asked>
    </Page>
  )
}
