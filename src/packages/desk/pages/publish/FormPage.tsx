import { View } from '@tarojs/components'
import type { ActivityForm, Me } from '@core/contract'
import { dayOf } from '@core/domain/times'
import { useState, type ReactNode } from 'react'
import type { Trouble } from '@/client'
import { Ticket } from '@/parts'
import { TroubleNotice } from '@/parts/Asked'
import { Page, SectionTitle, WhenField } from '@/ui'
import type { Wrong } from '../../form/check'
import { onDay } from '../../form/draft'
import { dayWords, previewOf } from '../../form/words'
import { Editor, type EditorName } from './editors/Editor'
import { FineLines, RestLines } from './RestLines'
import { TimeSpanField } from './TimeSpanField'

interface FormPageProps {
  form: ActivityForm | undefined
  team: Me['leads'][number]
  now: number
  wrong: Wrong
  trouble: Trouble | undefined
  restTitle: string
  onChange: (form: ActivityForm) => void
  /** Above the form: chips of what to start from. */
  head?: ReactNode
  /** Below the ticket: what people will be told. */
  tail?: ReactNode
  waiting: ReactNode
  bar: ReactNode
  /** A sheet of the page's own. */
  over?: ReactNode
  /** Below day and time: the series it begins. */
  series?: ReactNode
  /** The day is set by the series alone. */
  withoutDay?: boolean
  /** Those who have a seat or wait already, when neighbours see it. */
  people?: { taken: number; waiting: number }
}

/** The form of an activity: two things to set, the rest filled in, and the ticket that neighbours will see. */
export function FormPage(props: FormPageProps) {
  const { form, team, now, wrong, trouble, restTitle, onChange, head, tail, waiting, bar, people } = props
  const { series, withoutDay, over } = props
  const [editor, setEditor] = useState<EditorName | null>(null)
  return (
    <Page
      busy={!form}
      bar={bar}
      over={
        over ??
        (form && editor && (
          <Editor
            name={editor}
            form={form}
            communityId={team.communityId}
            onDone={(next) => {
              setEditor(null)
              onChange(next)
            }}
          />
        ))
      }
    >
      {head}
      {form ? (
        <>
          <SectionTitle>{withoutDay ? '什么时候办' : '只要定这两样'}</SectionTitle>
          <View className="fields">
            {!withoutDay && (
              <WhenField
                label="哪一天"
                mode="date"
                value={dayOf(form.startsAt)}
                shown={dayWords(form.startsAt)}
                from={dayOf(now)}
                onChange={(day) => onChange(onDay(form, day))}
                wrong={wrong.day}
                asked
              />
            )}
            <TimeSpanField form={form} onChange={onChange} wrong={wrong.time} />
          </View>
          {series}
          <SectionTitle say="点一下就能改">{restTitle}</SectionTitle>
          <RestLines form={form} now={now} wrong={wrong} onEdit={setEditor} />
          <SectionTitle say="多半不用动">更细一点</SectionTitle>
          <FineLines form={form} now={now} wrong={wrong} onEdit={setEditor} />
          <SectionTitle>发出后邻居看到</SectionTitle>
          <Ticket card={previewOf(form, team, now, people)} now={now} withDay />
          {tail}
        </>
      ) : (
        <View className="mt6">{waiting}</View>
      )}
      <View className="mt4">
        <TroubleNotice trouble={trouble} />
      </View>
    </Page>
  )
}
