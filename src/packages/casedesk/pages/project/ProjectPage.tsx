import { View } from '@tarojs/components'
import { actions, type Project } from '@core/contract'
import { projectKindOf, projectKinds } from '@core/services/projects'
import { useState } from 'react'
import { newKey, useDo } from '@/client'
import { go, hideKeyboard, say } from '@/device'
import { ColourTag } from '@/parts'
import { TroubleNotice } from '@/parts/Asked'
import { SwitchRow } from '@/parts/SwitchRow'
import { ActionBar, AreaField, BigButton, Card, Chip, Page, TextField } from '@/ui'
import { weekdayWord } from '../../words'
import { checkProject, formOf, ofKind, savingOf, withDay, type ProjectForm, type ProjectWrong } from './form'

const week = [1, 2, 3, 4, 5, 6, 7] as const

interface ProjectPageProps {
  /** Null for a new one. */
  project: Project | null
  team: { id: string; name: string }
}

/** The form of a standing project; its kind is chosen once, since orders count on how long it takes. */
export function ProjectPage({ project, team }: ProjectPageProps) {
  const [form, setForm] = useState<ProjectForm>(() => formOf(project, newKey()))
  const [wrong, setWrong] = useState<ProjectWrong>({})
  const { run, busy, trouble } = useDo(actions.saveProject, { invalidates: [actions.listProjects] })
  const kind = projectKindOf(form.kind)
  const set = (next: ProjectForm) => {
    setForm(next)
    setWrong({})
  }
  const save = async () => {
    hideKeyboard()
    const found = checkProject(form)
    setWrong(found)
    if (Object.keys(found).length > 0) return
    const answer = await run(savingOf(form, team.id, project?.id ?? null))
    if (!answer?.ok) return
    say(project ? '保存好了' : '上菜单了')
    await go.back()
  }
  return (
    <Page
      bar={
        <ActionBar note={trouble && <TroubleNotice trouble={trouble} />}>
          <BigButton grow busy={busy} onTap={() => void save()}>
            {busy ? '正在保存…' : project ? '保存' : '放上菜单'}
          </BigButton>
        </ActionBar>
      }
    >
      <View className="small i2 mt2">{team.name}</View>
      {!project && (
        <>
          <View className="small i2 mt4">做什么</View>
          <View className="row wrap g2 mt2" aria-role="radiogroup" aria-label="做什么">
            {projectKinds.map((each) => (
              <Chip
                key={each.id}
                on={each.id === form.kind}
                onTap={() => set(ofKind(form, kind, each))}
                name={each.title}
              >
                {each.title}
              </Chip>
            ))}
          </View>
          {wrong.kind && <Wrong words={wrong.kind} />}
        </>
      )}
      {kind && (
        <View className="row wrap g3 mt3">
          <ColourTag colour={kind.colour} />
          <View className="small i2">每家大约 {kind.minutes} 分钟</View>
        </View>
      )}
      <View className="fields mt4">
        <TextField
          label="名字"
          value={form.title}
          onChange={(title) => set({ ...form, title })}
          most={20}
          hint="居民在菜单上看到的"
          wrong={wrong.title}
          asked
        />
        <AreaField
          label="说明"
          value={form.words}
          onChange={(words) => set({ ...form, words })}
          most={200}
          hint="带什么去、谁适合约"
        />
      </View>
      <View className="small i2 mt4">每周哪几天</View>
      <View className="row wrap g2 mt2">
        {week.map((day) => (
          <Chip
            key={day}
            many
            on={form.weekdays.includes(day)}
            onTap={() => set(withDay(form, day))}
            name={`每${weekdayWord(day)}`}
          >
            {weekdayWord(day)}
          </Chip>
        ))}
      </View>
      {wrong.weekdays && <Wrong words={wrong.weekdays} />}
      <View className="fields mt4">
        <TextField
          label="一天几家"
          type="number"
          value={form.perDay}
          onChange={(perDay) => set({ ...form, perDay })}
          most={2}
          hint="比如 4"
          wrong={wrong.perDay}
        />
      </View>
      <View className="mt4">
        <Card kind="rows">
          <SwitchRow
            first
            title="现在接单"
            say={form.isOn ? '居民可以约' : '先停着；已经约下的照样去'}
            on={form.isOn}
            onChange={(isOn) => set({ ...form, isOn })}
          />
        </Card>
      </View>
    </Page>
  )
}

const Wrong = ({ words }: { words: string }) => (
  <View className="field__e" aria-role="alert">
    {words}
  </View>
)
