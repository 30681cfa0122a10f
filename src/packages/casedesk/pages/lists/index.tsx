import './index.scss'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { useMe } from '@/client'
import { keepPrivate, useParam, useShown } from '@/device'
import { Page, Segmented } from '@/ui'
import { Needs } from './Needs'
import { Projects } from './Projects'
import { Resources } from './Resources'
import { TeamSheet } from './TeamSheet'

const lists = [
  { value: 'needs', label: '需求' },
  { value: 'resources', label: '资源' },
  { value: 'projects', label: '项目' },
] as const
type List = (typeof lists)[number]['value']

/** 三张清单: what is needed, what is there, what is done every week. */
export default function Lists() {
  const { data: me } = useMe()
  const asked = useParam('community')
  const communityId = asked || me?.communityId || ''
  const [list, setList] = useState<List>('needs')
  const [isAdding, setAdding] = useState(false)
  useShown(keepPrivate)
  const name = me?.communities.find(({ id }) => id === communityId)?.name
  return (
    <Page
      busy={!me}
      over={me && isAdding && <TeamSheet me={me} communityId={communityId} onClose={() => setAdding(false)} />}
    >
      {name && <View className="small i2 mt2">{name}</View>}
      <View className="mt2">
        <Segmented name="看哪张清单" value={list} onChange={setList} options={lists} />
      </View>
      {communityId && list === 'needs' && <Needs communityId={communityId} />}
      {communityId && list === 'resources' && <Resources communityId={communityId} />}
      {communityId && list === 'projects' && <Projects communityId={communityId} onAdd={() => setAdding(true)} />}
    </Page>
  )
}
