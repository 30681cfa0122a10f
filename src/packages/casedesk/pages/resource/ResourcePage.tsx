import { View } from '@tarojs/components'
import { actions, colourWords, colours, type Partner, type Resource } from '@core/contract'
import { dayOf } from '@core/domain/times'
import { useState } from 'react'
import { newKey, useDo } from '@/client'
import { ask, go, hideKeyboard, say, useNow } from '@/device'
import { TroubleNotice } from '@/parts/Asked'
import { ActionBar, AreaField, BigButton, ChoiceField, Link, Notice, Page, Segmented, TextField, WhenField } from '@/ui'
import { dayInFull, resourceKinds } from '../../words'
import { checkResource, formOf, savingOf, type ResourceForm, type ResourceWrong } from './form'

const kinds = ['room', 'thing', 'skill', 'hours'] as const
const anyColour = '不分颜色'

interface ResourcePageProps {
  /** Null for a new one. */
  resource: Resource | null
  partners: readonly Partner[]
  communityId: string
}

/** The form of a resource, and the way off the list and back on it. */
export function ResourcePage({ resource, partners, communityId }: ResourcePageProps) {
  const now = useNow()
  const [form, setForm] = useState<ResourceForm>(() => formOf(resource, newKey(), now))
  const [wrong, setWrong] = useState<ResourceWrong>({})
  const saving = useDo(actions.saveResource, { invalidates: [actions.listResources, actions.matches] })
  const ending = useDo(actions.endResource, { invalidates: [actions.listResources, actions.matches] })
  const isOver = resource?.isOver === true
  const change = (part: Partial<ResourceForm>) => {
    setForm((before) => ({ ...before, ...part }))
    setWrong({})
  }
  const save = async () => {
    hideKeyboard()
    const found = checkResource(form, now)
    setWrong(found)
    if (Object.keys(found).length > 0) return
    const answer = await saving.run(savingOf(form, communityId, resource?.id ?? null))
    if (!answer?.ok) return
    say(isOver ? '续上了' : '记下了')
    await go.back()
  }
  const end = async () => {
    if (!resource) return
    const isSure = await ask({
      title: `下架「${resource.title}」？`,
      body: '派单的时候不再推荐它。以后想续，在清单里点「续上」。',
      yes: '下架',
    })
    if (!isSure) return
    const answer = await ending.run({ id: resource.id })
    if (answer?.ok) say('下架了')
  }
  const button = isOver ? '放回清单' : resource ? '保存' : '记进清单'
  const note = saving.trouble ?? ending.trouble
  return (
    <Page
      bar={
        <ActionBar note={note && <TroubleNotice trouble={note} />}>
          <BigButton grow busy={saving.busy} onTap={() => void save()}>
            {saving.busy ? '正在记…' : button}
          </BigButton>
        </ActionBar>
      }
    >
      {isOver && (
        <View className="mt2">
          <Notice tone="warn" icon="hourglass">
            已经到期或者下架了。看看日子，点「放回清单」就续上。
          </Notice>
        </View>
      )}
      <View className="mt2">
        <Segmented
          name="哪一类"
          value={form.kind}
          onChange={(kind) => change({ kind })}
          options={kinds.map((kind) => ({ value: kind, label: resourceKinds[kind] }))}
        />
      </View>
      <View className="fields mt4">
        <TextField
          label="是什么"
          value={form.title}
          onChange={(title) => change({ title })}
          most={30}
          hint="比如 二楼会议室"
          wrong={wrong.title}
          asked
        />
        <ChoiceField
          label="哪家给"
          options={partners.map(({ name }) => name)}
          value={partners.findIndex(({ id }) => id === form.partnerId)}
          onChange={(index) => change({ partnerId: partners[index]?.id ?? '' })}
          wrong={wrong.partnerId}
        />
        <AreaField
          label="说明"
          value={form.words}
          onChange={(words) => change({ words })}
          most={200}
          hint="几个人、什么时候能用、要不要先打电话"
        />
        <ChoiceField
          label="颜色"
          options={[anyColour, ...colours.map((colour) => colourWords[colour].name)]}
          value={form.colour ? colours.indexOf(form.colour) + 1 : 0}
          onChange={(index) => change({ colour: colours[index - 1] ?? null })}
        />
        <TextField
          label="协议"
          value={form.agreement}
          onChange={(agreement) => change({ agreement })}
          most={60}
          hint="比如 共建协议第 3 条"
        />
        <WhenField
          label="用到"
          mode="date"
          value={form.until}
          shown={dayInFull(form.until)}
          from={dayOf(now)}
          onChange={(until) => change({ until })}
          wrong={wrong.until}
        />
      </View>
      {resource && !isOver && (
        <View className="row mt4">
          <Link onTap={() => void end()} name={`下架${resource.title}`}>
            {ending.busy ? '正在下架…' : '下架这一项'}
          </Link>
        </View>
      )}
    </Page>
  )
}
