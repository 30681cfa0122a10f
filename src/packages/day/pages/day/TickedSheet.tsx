import type { PersonNow } from '@core/domain/day-queue'
import { clockWords } from '@core/domain/times'
import { BigButton, Sheet } from '@/ui'
import { isDone, isKept, nameOf } from '../../book/words'

interface TickedSheetProps {
  person: PersonNow
  onOut: () => void
  onUndo: () => void
  onClose: () => void
}

/** Who is checked in was tapped again: she leaves now, or it was a slip. */
export function TickedSheet({ person, onOut, onUndo, onClose }: TickedSheetProps) {
  const name = nameOf(person)
  const left = isDone(person, 'out') && person.outAt !== null ? `，${clockWords(person.outAt)} 签退了` : ''
  return (
    <Sheet
      title={`${name}要走了吗`}
      say={`${clockWords(person.inAt ?? 0)} 签到的${left}。点错了可以取消，取消以后能再点。${isKept(person) ? '家里人会收到「刚才点错了」。' : ''}`}
      onClose={onClose}
      foot={
        <>
          <BigButton icon="check" onTap={onOut}>
            现在签退
          </BigButton>
          <BigButton variant="line" onTap={onUndo}>
            取消签到
          </BigButton>
        </>
      }
    />
  )
}
