import { View } from '@tarojs/components'
import { Field, Link, TextField } from '@/ui'

interface PhonePartProps {
  /** The number known, masked; empty when none is. */
  masked: string
  /** null while the number known is kept. */
  value: string | null
  wrong: string | undefined
  onChange: (value: string | null) => void
}

/** Her number: kept as it is, changed, or not left at all. */
export function PhonePart({ masked, value, wrong, onChange }: PhonePartProps) {
  if (masked && value === null) {
    return (
      <Field
        label="手机"
        trail={
          <Link onTap={() => onChange('')} name="换一个手机号，或者不留">
            换一个
          </Link>
        }
      >
        <View className="field__v">{masked}</View>
      </Field>
    )
  }
  return (
    <>
      <TextField
        label="手机"
        type="number"
        most={11}
        value={value ?? ''}
        onChange={onChange}
        hint={masked ? '空着就是不留了' : '可以不留'}
        wrong={wrong}
      />
      {masked && <Link onTap={() => onChange(null)}>还用原来的 {masked}</Link>}
    </>
  )
}
