import { View } from '@tarojs/components'
import { actions } from '@core/contract'
import { useAction } from '@/client'
import { keepPrivate, useParam, usePulled, useShown } from '@/device'
import { Asked } from '@/parts/Asked'
import { Empty, Page } from '@/ui'
import { ProjectPage } from './ProjectPage'

/** A standing project of a team: what, on which days, for how many; put on the menu, paused, taken up again. */
export default function EditProject() {
  const teamId = useParam('team')
  const id = useParam('id')
  useShown(keepPrivate)
  const team = useAction(actions.getTeam, { id: teamId })
  const communityId = team.data?.communityId ?? ''
  const list = useAction(actions.listProjects, { communityId }, { enabled: communityId !== '' && id !== '' })
  usePulled(() => Promise.all([team.again(), ...(id && communityId ? [list.again()] : [])]))
  const found = id ? list.data?.items.find((each) => each.id === id) : null
  if (team.data && found !== undefined) return <ProjectPage project={found} team={team.data} />
  return (
    <Page busy={team.loading || list.loading}>
      {team.data ? (
        <Asked asking={list}>
          {() => (
            <View className="col grow">
              <Empty drawing="no-activity" title="没有找到这个项目" say="回清单里往下拉一拉。" />
            </View>
          )}
        </Asked>
      ) : (
        <Asked asking={team}>{() => null}</Asked>
      )}
    </Page>
  )
}
