import './app.scss'
import { useLaunch } from '@tarojs/taro'
import type { ReactNode } from 'react'
import { ClientProvider, followPhone, openCloud } from '@/client'
import { followAppearance } from '@/device'

openCloud()

export default function App({ children }: { children?: ReactNode }) {
  useLaunch(() => {
    followPhone()
    followAppearance()
  })
  return <ClientProvider>{children}</ClientProvider>
}
