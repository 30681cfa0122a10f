import { actions, type ActivityPage } from '@core/contract'
import { useState } from 'react'
import { useDo, useMe, useMeKnown } from '@/client'

/** What the sign-up asks of someone who is here for the first time: how to call her, where she lives, a number. */
export function useProfile(page: ActivityPage) {
  const me = useMe().data
  const setMe = useMeKnown()
  const saving = useDo(actions.saveProfile)
  const [name, setName] = useState('')
  const [phone, setPhone] = useState('')
  const [communityId, setCommunityId] = useState<string | null>(null)
  const [isChecked, setChecked] = useState(false)

  const communities = me?.communities ?? []
  const home = communityId ?? me?.communityId ?? page.communityId
  const wrongName = name.trim() === '' ? '写个称呼，到时候好招呼您' : null
  const wrongPhone = phone === '' || /^1\d{10}$/.test(phone) ? null : '手机号是 11 位数字，不想留可以空着'

  /** Saves what she wrote; answers whether she can go on. */
  const save = async (): Promise<boolean> => {
    setChecked(true)
    if (wrongName || wrongPhone) return false
    const answer = await saving.run({ name: name.trim(), phone, communityId: home })
    if (!answer?.ok) return false
    setMe(answer.data)
    return true
  }

  return {
    isMissing: me !== undefined && !me.hasProfile,
    name,
    setName,
    phone,
    setPhone,
    communities,
    home,
    setHome: setCommunityId,
    wrongName: isChecked ? wrongName : null,
    wrongPhone: isChecked ? wrongPhone : null,
    saving,
    save,
  }
}

export type Profile = ReturnType<typeof useProfile>
