import { ScrollView, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Icon } from './Icon'

interface SheetProps {
  /** Head of the sheet and name of the dialog. */
  title: string
  /** One line below the head. */
  say?: ReactNode
  children?: ReactNode
  /** Buttons that stay in sight while the rest scrolls; in large type they stand at its end. */
  foot?: ReactNode
  /** Id of what is to be scrolled into sight; its change scrolls. */
  sight?: string
  onClose: () => void
}

/** Slides in from below over a veil; a tap on the veil or the cross closes it. Render it in Page's `over`. */
export function Sheet({ title, say, children, foot, sight, onClose }: SheetProps) {
  return (
    <>
      <View className="veil" onClick={onClose} catchMove aria-hidden />
      <View className="sheet" aria-role="dialog" aria-modal aria-label={title}>
        <View className="sheet__grip" aria-hidden />
        <View className="sheet__head">
          <View className="head grow">{title}</View>
          <View className="sheet__close" hoverClass="pressed" onClick={onClose} aria-role="button" aria-label="关上">
            <Icon name="close" size={24} />
          </View>
        </View>
        <ScrollView className="sheet__body" scrollY scrollWithAnimation scrollIntoView={sight}>
          <View className="sheet__in">
            {say && <View className="small i2">{say}</View>}
            {children}
          </View>
          {foot && <View className="sheet__foot">{foot}</View>}
        </ScrollView>
      </View>
    </>
  )
}
