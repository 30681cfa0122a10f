import type { InputOf, enterElder } from '@core/contract'

/** What a worker writes down at the door. `key` is the same however often it is sent, so that nobody is entered twice. */
export type ElderDraft = Pick<InputOf<typeof enterElder>, 'key' | 'name' | 'kind' | 'born' | 'phone' | 'consent'>
export type ElderWrong = Partial<Record<'name' | 'phone' | 'consent', string>>

/** Nothing written yet. */
export const emptyDraft = (key: string): ElderDraft => ({
  key,
  name: '',
  kind: 'elder',
  born: null,
  phone: '',
  consent: false,
})

/** What is missing or not as it should be, with how to put it right. */
export function checkElder({ name, phone, consent }: ElderDraft): ElderWrong {
  const wrong: ElderWrong = {}
  if (!name.trim()) wrong.name = '写上姓名，队长点名时用'
  if (!/^(1\d{10}|[\d-]{7,14})?$/.test(phone.trim())) wrong.phone = '号码不对，看看是不是少了一位；没有就空着'
  if (!consent) wrong.consent = '先念给本人听，同意了再勾上'
  return wrong
}
