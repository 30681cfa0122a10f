import { View } from '@tarojs/components'
import { actions, type ActivityForm, type Me } from '@core/contract'
import { changeWords, changedFields, concerning, type FormField } from '@core/domain/form'
import { useEffect, useState } from 'react'
import { useAction, useDo } from '@/client'
import { ask, go, nameNavBar, say, useNow } from '@/device'
import { ActionBar, BigButton, Notice } from '@/ui'
import { check, wrongOf, type Wrong } from '../../form/check'
import { FormPage } from './FormPage'

interface EditPublishedProps {
  id: string
  opened: { form: ActivityForm; revision: number }
  team: Me['leads'][number]
}

/** Changes an activity that neighbours already see; says beforehand who will be told what. */
export function EditPublished({ id, opened, team }: EditPublishedProps) {
  const now = useNow()
  const [form, setForm] = useState(opened.form)
  const [wrong, setWrong] = useState<Wrong>({})
  const page = useAction(actions.getActivity, { id })
  const { run, busy, trouble } = useDo(actions.edit, {
    invalidates: [
      actions.getActivity,
      actions.listActivities,
      actions.desk,
      actions.roster,
      actions.getForm,
      actions.getSeries,
    ],
  })
  useEffect(() => nameNavBar('修改活动'), [])
  const changed = changedFields(opened.form, form)
  const people = page.data ? page.data.taken + page.data.waiting : 0

  const save = async () => {
    const found = check(form, Date.now(), opened.form.startsAt)
    setWrong(found)
    if (Object.keys(found).length > 0) return
    if (people > 0 && concerning(changed).length > 0 && !(await isSure(people, concerning(changed)))) return
    const answer = await run({ id, revision: opened.revision, form })
    if (answer?.ok) {
      const { told } = answer.data
      say(told > 0 ? `改好了，告诉 ${told} 位` : '改好了')
      await go.back()
    } else if (answer?.refusal) setWrong(wrongOf(answer.refusal))
  }

  return (
    <FormPage
      form={form}
      team={team}
      now={now}
      wrong={wrong}
      trouble={trouble}
      restTitle="其他的"
      onChange={(next) => {
        setWrong({})
        setForm(next)
      }}
      waiting={null}
      people={page.data}
      tail={
        <View className="mt4">
          <ToldNotice people={people} changed={changed} />
        </View>
      }
      bar={
        <ActionBar>
          <BigButton grow busy={busy} disabled={changed.length === 0} onTap={() => void save()}>
            {busy ? '正在保存…' : changed.length === 0 ? '还没有改动' : '保存修改'}
          </BigButton>
        </ActionBar>
      }
    />
  )
}

const isSure = (people: number, changed: readonly FormField[]) =>
  ask({
    title: '改了就告诉大家？',
    body: `${people} 位报名和候补的邻居会收到消息：${changeWords(changed)}变了。`,
    yes: '改，告诉',
  })

function ToldNotice({ people, changed }: { people: number; changed: readonly FormField[] }) {
  if (changed.length === 0) {
    return <Notice icon="edit">改了时间、地点这些，已经报名的邻居会收到消息。</Notice>
  }
  const words = changeWords(changed)
  if (people === 0 || concerning(changed).length === 0) {
    return (
      <Notice tone="info" icon="edit" title={`改了：${words}`}>
        {people === 0 ? '还没有人报名，不用通知谁。' : '这些不影响已经报名的邻居，不打扰他们。'}
      </Notice>
    )
  }
  return (
    <Notice tone="info" icon="bell" title={`改了：${words}`}>
      保存后，{people} 位报名和候补的邻居会收到消息：{changeWords(concerning(changed))}变了。
    </Notice>
  )
}
