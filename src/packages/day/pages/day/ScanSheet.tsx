import { BigButton, Notice, Sheet } from '@/ui'
import type { Scanned } from './scanned'

/** What a scan brought, and on to the next person in line. */
export function ScanSheet({ scanned, onNext, onClose }: { scanned: Scanned; onNext: () => void; onClose: () => void }) {
  return (
    <Sheet
      title={scanned.title}
      onClose={onClose}
      foot={
        <>
          <BigButton icon="scan" onTap={onNext}>
            扫下一位
          </BigButton>
          <BigButton variant="line" onTap={onClose}>
            好了
          </BigButton>
        </>
      }
    >
      {scanned.say && <Notice tone={scanned.isFine ? 'success' : 'warn'}>{scanned.say}</Notice>}
    </Sheet>
  )
}
