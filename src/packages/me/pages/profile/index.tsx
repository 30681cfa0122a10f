import './index.scss'
import { View } from '@tarojs/components'
import { actions, type Me } from '@core/contract'
import { useEffect, useState, type ReactNode } from 'react'
import { useDo, useMe, useMeKnown, useWhere } from '@/client'
import { go, hideKeyboard, keepPrivate, say } from '@/device'
import { Asked, TroubleNotice } from '@/parts/Asked'
import { ActionBar, BigButton, ChoiceField, Page, TextField } from '@/ui'
import { PhonePart } from './PhonePart'
import { checkProfile, type ProfileForm, type ProfileWrong } from './profile-form'

export default function Profile() {
  const asking = useMe()
  useEffect(keepPrivate, [])
  if (asking.data) return <ProfileEditor me={asking.data} />
  return (
    <Page busy={asking.loading}>
      <Asked asking={asking}>{() => null}</Asked>
    </Page>
  )
}

function ProfileEditor({ me }: { me: Me }) {
  const { communityId } = useWhere()
  const known = useMeKnown()
  const [form, setForm] = useState<ProfileForm>({
    name: me.name,
    communityId: me.communityId ?? communityId,
    phone: me.phone ? null : '',
  })
  const [wrong, setWrong] = useState<ProfileWrong>({})
  const { run, busy, trouble } = useDo(actions.saveProfile, {
    invalidates: [actions.getActivity, actions.listActivities, actions.listTeams],
  })
  const change = (part: Partial<ProfileForm>) => {
    setForm((before) => ({ ...before, ...part }))
    setWrong({})
  }
  const save = async () => {
    hideKeyboard()
    const found = checkProfile(form)
    setWrong(found)
    if (Object.keys(found).length > 0 || !form.communityId) return
    const answer = await run({ name: form.name, phone: form.phone, communityId: form.communityId })
    if (!answer?.ok) return
    known(answer.data)
    say('记住了')
    await go.back()
  }

  return (
    <Page
      bar={
        <ActionBar>
          <BigButton grow busy={busy} onTap={() => void save()}>
            {busy ? '正在保存…' : '保存'}
          </BigButton>
        </ActionBar>
      }
    >
      <View className="head mt2" aria-role="heading">
        {me.hasProfile ? '改一改您的资料' : '怎么称呼您？'}
      </View>
      <View className="fields mt5">
        <Part say="队长点名时叫这个。别的邻居只看到名字里的一个字。">
          <TextField
            label="称呼"
            value={form.name}
            onChange={(name) => change({ name })}
            type="nickname"
            most={20}
            hint="比如 梁文娟"
            wrong={wrong.name}
            asked={!me.hasProfile}
          />
        </Part>
        <Part say="先给您看这个社区的活动；有些活动只接待本社区的居民。">
          <ChoiceField
            label="社区"
            options={me.communities.map((each) => each.name)}
            value={me.communities.findIndex((each) => each.id === form.communityId)}
            onChange={(index) => change({ communityId: me.communities[index]?.id ?? null })}
            hint="您住在哪个社区"
            wrong={wrong.community}
            asked={!me.hasProfile}
          />
        </Part>
        <Part say="可以不留。只有您报名的那场活动的队长看得到，有变动好打给您。">
          <PhonePart masked={me.phone} value={form.phone} wrong={wrong.phone} onChange={(phone) => change({ phone })} />
        </Part>
      </View>
      <View className="mt4">
        <TroubleNotice trouble={trouble} />
      </View>
    </Page>
  )
}

function Part({ say: words, children }: { say: string; children: ReactNode }) {
  return (
    <View>
      {children}
      <View className="small i2 part__say">{words}</View>
    </View>
  )
}
