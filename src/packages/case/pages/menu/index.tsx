import './index.scss'
import { View } from '@tarojs/components'
import { actions, colours } from '@core/contract'
import { useAction, useMe, useWhere } from '@/client'
import { callPhone, routes, usePulled, useShare } from '@/device'
import { Asked } from '@/parts/Asked'
import { sharePicture } from '@/parts/share/pictures'
import { Card, Empty, Link, ListRow, Page } from '@/ui'
import { ProjectCard } from './ProjectCard'

/** 点单: what the teams of a community do every week, by colour, each with its next days. */
export default function Menu() {
  const me = useMe()
  const { communityId, words, communities, lookAt } = useWhere()
  const at = communityId ?? me.data?.communityId ?? null
  useShare(() => ({ title: `${words}能点的服务，看看用得上哪样`, path: routes.menu, imageUrl: sharePicture }))
  if (at) return <MenuOf communityId={at} />
  return (
    <Page busy={me.loading}>
      <Asked asking={me}>
        {() => (
          <>
            <View className="display mt2" aria-role="heading">
              住在哪个社区？
            </View>
            <Card kind="rows" className="mt4">
              {communities.map(({ id, name }, index) => (
                <ListRow key={id} first={index === 0} title={name} name={name} onTap={() => lookAt(id)} />
              ))}
            </Card>
          </>
        )}
      </Asked>
    </Page>
  )
}

function MenuOf({ communityId }: { communityId: string }) {
  const { communities } = useWhere()
  const community = communities.find(({ id }) => id === communityId)
  const asking = useAction(actions.listProjects, { communityId }, { keep: `projects:${communityId}` })
  usePulled(asking.again)
  return (
    <Page busy={asking.loading}>
      <View className="display mt2" aria-role="heading">
        <View className="nb">要哪一样，</View>
        <View className="nb">挑个日子上门</View>
      </View>
      <View className="i2 mt2">{community?.name ?? ''}的志愿队常年在做，不收钱。替家里老人点也行。</View>
      <View className="mt4">
        <Asked asking={asking}>
          {({ items }) => {
            const onOffer = colours.flatMap((colour) => items.filter((each) => each.isOn && each.colour === colour))
            if (onOffer.length === 0) {
              return (
                <Empty drawing="no-activity" title="还没有能点的服务" say={'志愿队排好日子，\n这里就能点。'}>
                  {community?.phone && (
                    <View className="mt2">
                      <Link icon="phone" onTap={() => void callPhone(community.phone)}>
                        打给{community.name}问问
                      </Link>
                    </View>
                  )}
                </Empty>
              )
            }
            return (
              <View className="cards">
                {onOffer.map((project) => (
                  <ProjectCard key={project.id} project={project} />
                ))}
              </View>
            )
          }}
        </Asked>
      </View>
    </Page>
  )
}
