import { Input, Textarea } from '@tarojs/components'
import { classes } from './classes'
import { Field, type FieldProps } from './Field'

interface TextFieldProps extends FieldProps {
  value: string
  onChange: (value: string) => void
  /** Shown while empty: an example, not the label again. */
  hint?: string
  most?: number
  type?: 'text' | 'number' | 'nickname' | 'digit'
  focus?: boolean
  /** Which key the keyboard shows at its corner, and what it does. */
  confirm?: 'send' | 'search' | 'next' | 'go' | 'done'
  onConfirm?: () => void
}

/** One line of text. */
export function TextField(props: TextFieldProps) {
  const { value, onChange, hint, most = 140, type = 'text', focus, confirm, onConfirm, ...frame } = props
  return (
    <Field {...frame}>
      <Input
        className={classes('field__v field__in', value === '' && 'field__v--none')}
        value={value}
        type={type}
        maxlength={most}
        placeholder={hint}
        placeholderClass="field__hint"
        focus={focus}
        confirmType={confirm}
        onInput={(event) => onChange(event.detail.value)}
        onConfirm={onConfirm}
        aria-label={frame.label}
      />
    </Field>
  )
}

/** Several lines of text that grow with what is written. */
export function AreaField(props: Omit<TextFieldProps, 'type' | 'confirm' | 'onConfirm'>) {
  const { value, onChange, hint, most = 600, focus, ...frame } = props
  return (
    <Field {...frame} tall>
      <Textarea
        className={classes('field__v field__area', value === '' && 'field__v--none')}
        value={value}
        maxlength={most}
        placeholder={hint}
        placeholderClass="field__hint"
        focus={focus}
        autoHeight
        showConfirmBar={false}
        onInput={(event) => onChange(event.detail.value)}
        aria-label={frame.label}
      />
    </Field>
  )
}
