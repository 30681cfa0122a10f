import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { classes } from './classes'
import { ErrorBoundary } from './ErrorBoundary'
import { useLook } from './look'

interface PageProps {
  children: ReactNode
  /** Navigation bar of a page with `navigationStyle: 'custom'`. */
  nav?: ReactNode
  /** Fixed at the bottom: an ActionBar. */
  bar?: ReactNode
  /** Sheets and whatever else lies above the page. */
  over?: ReactNode
  /** Without the gutter, for pages that bleed to the edge. */
  flush?: boolean
  busy?: boolean
}

/** The root of every page: paper, gutter, type scale, dark and care mode; a fault inside shows a calm page. */
export function Page({ children, nav, bar, over, flush, busy }: PageProps) {
  const look = useLook()
  const root = classes('app', look.dark && 'app--dark', look.care && 'app--care', look.large && 'app--large')
  return (
    <View className={root} style={`--f:${look.f}`} aria-busy={busy || undefined}>
      <ErrorBoundary>
        {nav}
        <View className={classes('page', flush && 'page--flush', Boolean(bar) && 'page--bar')}>{children}</View>
        {bar}
        {over}
      </ErrorBoundary>
    </View>
  )
}
