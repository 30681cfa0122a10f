import { View } from '@tarojs/components'
import { useWhere } from '@/client'
import { callPhone, setCare } from '@/device'
import { Icon, type IconName } from '@/ui'

/** The two ways on in care mode: a human being to call, and back to small type. */
export function CareFoot() {
  const { community } = useWhere()
  return (
    <View className="care-foot mt4">
      {community?.phone && <Way icon="phone" label="打给社区" onTap={() => void callPhone(community.phone)} />}
      <Way icon="text" label="换回小字" onTap={() => setCare(false)} />
    </View>
  )
}

function Way({ icon, label, onTap }: { icon: IconName; label: string; onTap: () => void }) {
  return (
    <View className="card care-foot__i" hoverClass="pressed" onClick={onTap} aria-role="button" aria-label={label}>
      <Icon name={icon} size={24} tone="br" />
      <View>{label}</View>
    </View>
  )
}
