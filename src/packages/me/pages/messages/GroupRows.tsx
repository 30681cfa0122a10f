import { View } from '@tarojs/components'
import type { Message } from '@core/contract'
import { Icon } from '@/ui'
import type { Group } from './by-about'
import { MessageRow } from './MessageRow'

interface GroupRowsProps {
  group: Group
  now: number
  first: boolean
  isOpen: boolean
  onOpen: (message: Message) => void
  onFold: () => void
}

/** What was said about one thing: the latest in sight, the earlier ones folded below it. */
export function GroupRows({ group: { latest, earlier, unread }, now, first, isOpen, onOpen, onFold }: GroupRowsProps) {
  const unreadBelow = unread - (latest.read ? 0 : 1)
  const count = `前面还有 ${earlier.length} 条${unreadBelow > 0 ? `，${unreadBelow} 条没看` : ''}`
  const words = isOpen ? '收起前面的' : count
  // Titles that begin with what they are about have their brackets already.
  const about = latest.title.startsWith('「') ? latest.title : `「${latest.title}」`
  return (
    <>
      <MessageRow message={latest} first={first} onTap={() => onOpen(latest)} />
      {earlier.length > 0 && (
        <View
          className={`fold${unreadBelow > 0 && !isOpen ? ' fold--new' : ''}`}
          hoverClass="pressed"
          onClick={onFold}
          aria-role="button"
          aria-label={`${words}，关于${about}`}
        >
          {!isOpen && <Icon name="down" size={18} />}
          <View>{words}</View>
        </View>
      )}
      {isOpen && (
        <View className="folded">
          {earlier.map((message) => (
            <MessageRow key={message.id} message={message} first={false} now={now} onTap={() => onOpen(message)} />
          ))}
        </View>
      )}
    </>
  )
}
