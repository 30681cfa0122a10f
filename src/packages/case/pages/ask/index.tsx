import './index.scss'
import { serviceOf } from '@core/services/cases'
import { useEffect } from 'react'
import { useMe, useWhere } from '@/client'
import { go, keepPrivate, useParam } from '@/device'
import { Asked } from '@/parts/Asked'
import { Empty, Page } from '@/ui'
import { AskForm } from './AskForm'
import { ServiceList } from './ServiceList'

/** Says what is needed: first of which kind, then in the form of that service. */
export default function Ask() {
  const service = serviceOf(useParam('service'))
  const project = useParam('project')
  const day = useParam('day')
  const me = useMe()
  const { communityId } = useWhere()
  useEffect(keepPrivate, [])
  if (!service || service.isEnteredByStaff) {
    return (
      <Page>
        <ServiceList />
      </Page>
    )
  }
  if (me.data?.hasProfile) {
    const at = communityId ?? me.data.communityId
    return <AskForm service={service} order={project && day && at ? { id: project, day, communityId: at } : null} />
  }
  return (
    <Page busy={me.loading}>
      <Asked asking={me}>
        {() => (
          <Empty
            drawing="no-wish"
            title="先说一声怎么称呼您"
            say={'写下称呼和住在哪个社区，\n好知道是谁、去哪里帮忙。'}
            action={{ label: '写一下', onTap: () => void go.profile() }}
          />
        )}
      </Asked>
    </Page>
  )
}
