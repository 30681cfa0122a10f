import './app.scss'
import { useLaunch } from '@tarojs/taro'
import { useMemo, type ReactNode } from 'react'
import { ClientProvider, followPhone, openCloud } from '@/client'
import { chrome, followAppearance, useAppearance } from '@/device'
import { LookContext } from '@/ui'

openCloud()

/** Tells the pages how to look: the phone's font setting and theme, care mode, and the room of WeChat's chrome. */
function LookProvider({ children }: { children?: ReactNode }) {
  const { f, care, large, dark } = useAppearance()
  const look = useMemo(() => {
    const { statusHeight, navHeight } = chrome()
    return { f, care, large, dark, statusHeight, navHeight }
  }, [f, care, large, dark])
  return <LookContext.Provider value={look}>{children}</LookContext.Provider>
}

export default function App({ children }: { children?: ReactNode }) {
  useLaunch(() => {
    followPhone()
    followAppearance()
  })
  return (
    <ClientProvider>
      <LookProvider>{children}</LookProvider>
    </ClientProvider>
  )
}
