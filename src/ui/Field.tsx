import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { classes } from './classes'

export interface FieldProps {
  label: string
  /** What is wrong and how to put it right; null or empty when nothing is. */
  wrong?: string | null
  /** Asked for now: a pine edge. */
  asked?: boolean
}

/** The frame of a form field: label, value, and a sentence when something is wrong. */
export function Field(props: FieldProps & { children: ReactNode; trail?: ReactNode; tall?: boolean }) {
  const { label, wrong, asked, children, trail, tall } = props
  return (
    <View>
      <View
        className={classes('field', asked && 'field--asked', Boolean(wrong) && 'field--wrong', tall && 'field--tall')}
      >
        <View className="field__l" aria-hidden>
          {label}
        </View>
        {children}
        {trail}
      </View>
      {wrong && (
        <View className="field__e" aria-role="alert">
          {wrong}
        </View>
      )}
    </View>
  )
}
