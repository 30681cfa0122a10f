import { View } from '@tarojs/components'
import { actions, type ActivityForm, type Me, type OutputOf, type getSeries } from '@core/contract'
import { daysOf, meetingForm } from '@core/domain/series'
import { dayOf } from '@core/domain/times'
import { useEffect, useState } from 'react'
import { callAll, useAction, useDo, type Trouble } from '@/client'
import { go, nameNavBar, say, useNow } from '@/device'
import { Asked } from '@/parts/Asked'
import { ActionBar, BigButton, Page } from '@/ui'
import { check, wrongOf, type Wrong } from '../../form/check'
import { onWeekdayOf, ruleOf, weeklyOf } from '../../form/weekly'
import { planOf, type EditPlan } from '../../form/series-plan'
import { FormPage } from './FormPage'
import { SeriesPlanSheet } from './SeriesPlanSheet'
import { WeeklyPart } from './WeeklyPart'

interface EditSeriesProps {
  seriesId: string
  /** The form of the first meeting that is changed; those before it stay. */
  first: ActivityForm
  team: Me['leads'][number]
}

/** Changes a meeting and all that follow it; says beforehand what changes, stays, is added and is called off. */
export function EditSeries(props: EditSeriesProps) {
  const series = useAction(actions.getSeries, { id: props.seriesId }, { fresh: Infinity })
  useEffect(() => nameNavBar('改后面的每一场'), [])
  if (series.data) return <Form {...props} series={series.data} />
  return (
    <Page busy>
      <Asked asking={series}>{() => null}</Asked>
    </Page>
  )
}

function Form({ seriesId, first, team, series }: EditSeriesProps & { series: OutputOf<typeof getSeries> }) {
  const now = useNow()
  const fromDay = dayOf(first.startsAt)
  const [form, setForm] = useState(first)
  const [weekly, setWeekly] = useState(() => weeklyOf(series.rule))
  const [wrong, setWrong] = useState<Wrong>({})
  const [plan, setPlan] = useState<EditPlan | null>(null)
  const [looking, setLooking] = useState(false)
  const [lookTrouble, setLookTrouble] = useState<Trouble>()
  const { run, busy, trouble } = useDo(actions.editSeries, {
    invalidates: [actions.getSeries, actions.getActivity, actions.listActivities, actions.desk, actions.roster],
  })
  const rule = ruleOf(weekly, series.rule.from)
  const change = (next: ActivityForm) => {
    setWrong({})
    if (dayOf(next.startsAt) !== dayOf(form.startsAt)) setWeekly(onWeekdayOf(weekly, next.startsAt))
    setForm(next)
  }

  /** What would happen, by the same rule as in the cloud. */
  const preview = async () => {
    const day = daysOf(rule).find((each) => each >= fromDay)
    if (day === undefined) return setWrong(wrongOf({ refused: 'series.no_meeting', facts: {} }))
    const found = check(meetingForm(form, day), Date.now(), first.startsAt)
    setWrong(found)
    if (Object.keys(found).length > 0) return
    setLooking(true)
    const meetings = await callAll(actions.getSeries, { id: seriesId, which: 'coming' })
    setLooking(false)
    if (!meetings.ok) return setLookTrouble(meetings)
    setLookTrouble(undefined)
    setPlan(planOf(meetings.data, rule, fromDay, Date.now()))
  }
  const save = async () => {
    const answer = await run({ id: seriesId, revision: series.revision, from: first.startsAt, form, rule })
    setPlan(null)
    if (answer?.ok) {
      say(`改好了，${answer.data.changed} 场`)
      await go.back()
    } else if (answer?.refusal) setWrong(wrongOf(answer.refusal))
  }

  return (
    <FormPage
      form={form}
      team={team}
      now={now}
      wrong={wrong}
      trouble={trouble ?? lookTrouble}
      restTitle="其他的"
      withoutDay
      onChange={change}
      waiting={null}
      series={<WeeklyPart weekly={weekly} from={fromDay} onChange={setWeekly} wrong={wrong.weekly} />}
      over={
        plan && <SeriesPlanSheet plan={plan} busy={busy} onSave={() => void save()} onClose={() => setPlan(null)} />
      }
      tail={<View className="small i2 mt3">办过的、单独改过的那几场不动；报了名的邻居会知道改了什么。</View>}
      bar={
        <ActionBar>
          <BigButton grow busy={looking} onTap={() => void preview()}>
            {looking ? '正在看会动哪些…' : '看看会动哪些场'}
          </BigButton>
        </ActionBar>
      }
    />
  )
}
