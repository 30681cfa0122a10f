import { View } from '@tarojs/components'
import { actions } from '@core/contract'
import { useState } from 'react'
import { useDo } from '@/client'
import { say } from '@/device'
import { TroubleNotice } from '@/parts/Asked'
import { AreaField, BigButton, Sheet, TextField } from '@/ui'
import type { TeamPage } from './team'

const mostName = 16
const mostIntro = 300

/** The leader writes who the team is and whom to call. */
export function EditSheet({ team, onClose }: { team: TeamPage; onClose: () => void }) {
  const [name, setName] = useState(team.name)
  const [intro, setIntro] = useState(team.intro)
  const [phone, setPhone] = useState(team.phone)
  const [wrong, setWrong] = useState<{ name?: string; phone?: string }>({})
  const { run, busy, trouble } = useDo(actions.editTeam, { invalidates: [actions.getTeam, actions.listTeams] })
  const save = async () => {
    const found = {
      name: name.trim() ? undefined : '队伍要有个名字',
      phone: /^[\d-]{0,20}$/.test(phone.trim()) ? undefined : '电话里只有数字和短横，比如 0000-1234567',
    }
    setWrong(found)
    if (found.name || found.phone) return
    const answer = await run({ id: team.id, name, intro, phone })
    if (!answer?.ok) return
    say('改好了')
    onClose()
  }
  return (
    <Sheet
      title="修改介绍"
      say="邻居们会看到这些。"
      onClose={onClose}
      foot={
        <>
          <TroubleNotice trouble={trouble} />
          <BigButton busy={busy} onTap={() => void save()}>
            {busy ? '正在保存…' : '保存'}
          </BigButton>
        </>
      }
    >
      <View className="fields mt4">
        <TextField label="名字" value={name} onChange={setName} most={mostName} wrong={wrong.name} />
        <AreaField
          label="介绍"
          value={intro}
          onChange={setIntro}
          most={mostIntro}
          hint="平时做些什么，欢迎什么样的人"
        />
        <TextField label="电话" value={phone} onChange={setPhone} most={20} wrong={wrong.phone} hint="可以不留" />
      </View>
    </Sheet>
  )
}
