import './index.scss'
import { actions, type OutputOf, type desk } from '@core/contract'
import { useEffect } from 'react'
import { useAction } from '@/client'
import { keepPrivate, useParam } from '@/device'
import { Asked } from '@/parts/Asked'
import { Empty, Page } from '@/ui'
import { EditPublished } from './EditPublished'
import { EditSeries } from './EditSeries'
import { NewActivity } from './NewActivity'

export type Desk = OutputOf<typeof desk>

/** Publishes a new activity, goes on with a draft, or edits one that neighbours already see. */
export default function Publish() {
  const id = useParam('id')
  const copy = useParam('copy')
  const team = useParam('team')
  const series = useParam('series')
  useEffect(keepPrivate, [])
  const desk = useAction(actions.desk, {}, { fresh: 60_000 })
  const opened = useAction(actions.getForm, { id }, { enabled: id !== '', fresh: Infinity })

  if (!desk.data || (id && !opened.data)) {
    return (
      <Page busy>
        <Asked asking={desk}>{() => <Asked asking={opened}>{() => null}</Asked>}</Asked>
      </Page>
    )
  }
  const [firstTeam] = desk.data.teams
  if (!firstTeam) {
    return (
      <Page>
        <Empty drawing="no-activity" title="还没有您带的队伍" say="发活动要先当队长，请社区帮您登记。" />
      </Page>
    )
  }
  if (opened.data && opened.data.state !== 'draft') {
    const { form } = opened.data
    const itsTeam = desk.data.teams.find((each) => each.id === form.teamId) ?? firstTeam
    if (series) return <EditSeries seriesId={series} first={form} team={itsTeam} />
    return <EditPublished id={id} opened={opened.data} team={itsTeam} />
  }
  const draft = opened.data ? { id, form: opened.data.form } : null
  return <NewActivity desk={desk.data} firstTeam={firstTeam} draft={draft} copy={copy} teamAsked={team} />
}
