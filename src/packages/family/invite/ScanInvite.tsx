import { useState } from 'react'
import { go, scan } from '@/device'
import { BigButton, Notice } from '@/ui'
import { readInvite } from './read-invite'

/** Reads the code that a community worker shows at the door, and opens her invitation. */
export function ScanInvite() {
  const [isOther, setOther] = useState(false)
  const start = async () => {
    setOther(false)
    const text = await scan()
    if (text === null) return
    const page = readInvite(text)
    if (page) await go.page(page)
    else setOther(true)
  }
  return (
    <>
      <BigButton variant="plain" icon="scan" onTap={() => void start()}>
        扫社区给的码，一起照管
      </BigButton>
      {isOther && (
        <Notice tone="warn" alert title="这不是照管老人的码">
          请社区工作者打开「请家人来照管」，扫那上面的码。
        </Notice>
      )}
    </>
  )
}
