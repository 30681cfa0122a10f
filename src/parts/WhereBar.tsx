import './where-bar.scss'
import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import { useWhere } from '@/client'
import { Icon, ListRow, Mark, NavBar, Sheet, Tick } from '@/ui'

/** The bar of a tab page: the mark, the community looked at, and `trail`; `over` is its sheet, to be given to Page. */
export function useWhereBar(trail?: ReactNode) {
  const [isOpen, setOpen] = useState(false)
  const { words } = useWhere()
  const bar = (
    <NavBar>
      <View
        className="row g2 grow where"
        hoverClass="pressed"
        onClick={() => setOpen(true)}
        aria-role="button"
        aria-label={`看的是${words}，换一个社区`}
      >
        <Mark />
        <View>{words}</View>
        <Icon name="down" size={18} tone="i3" />
      </View>
      {trail}
    </NavBar>
  )
  return { bar, over: isOpen && <WhereSheet onClose={() => setOpen(false)} /> }
}

/** Chooses the community that the tabs show. */
export function WhereSheet({ onClose }: { onClose: () => void }) {
  const { communityId, communities, lookAt } = useWhere()
  const choose = (id: string | null) => {
    lookAt(id)
    onClose()
  }
  const choices = [{ id: null, name: '全县' }, ...communities]
  return (
    <Sheet title="看哪个社区" onClose={onClose}>
      {choices.map(({ id, name }, index) => (
        <ListRow
          key={id ?? 'county'}
          first={index === 0}
          title={name}
          trail={<Tick on={id === communityId} />}
          onTap={() => choose(id)}
          name={id === communityId ? `${name}，正在看` : name}
          bare
        />
      ))}
    </Sheet>
  )
}
