import { View } from '@tarojs/components'
import { actions, type ActivityForm } from '@core/contract'
import { daysOf, meetingForm } from '@core/domain/series'
import { dayOf } from '@core/domain/times'
import { activityTemplates } from '@core/services'
import { useMemo, useRef, useState } from 'react'
import { newKey, useDo } from '@/client'
import { go, say, useNow } from '@/device'
import { SwitchRow } from '@/parts/SwitchRow'
import { ActionBar, BigButton, Notice, Skeleton } from '@/ui'
import { check, wrongOf, type Wrong } from '../../form/check'
import { onWeekdayOf, ruleOf, weeklyFrom, type Weekly } from '../../form/weekly'
import { DiscardLink } from './DiscardLink'
import { FormPage } from './FormPage'
import type { Desk } from './index'
import { SourceChips, lastTimes } from './SourceChips'
import { TeamChips } from './TeamChips'
import { useSeed, type Source } from './use-seed'
import { WeeklyPart } from './WeeklyPart'

interface NewActivityProps {
  desk: Desk
  /** A draft that is gone on with. */
  draft: { id: string; form: ActivityForm } | null
  /** An earlier activity to start from; empty when the leader has named none. */
  copy: string
  /** The team to publish for; empty when the leader has named none. */
  teamAsked: string
  firstTeam: Desk['teams'][number]
}

/** A new activity: from last time's or a template, kept as a draft or sent out. */
export function NewActivity({ desk, draft, copy, teamAsked, firstTeam }: NewActivityProps) {
  const now = useNow()
  const [teamId, setTeamId] = useState(draft?.form.teamId || teamAsked)
  const team = desk.teams.find((each) => each.id === teamId) ?? firstTeam
  const [picked, setPicked] = useState<Source | null>(copy ? { kind: 'copy', id: copy } : null)
  const source = picked ?? usualSource(desk, team)
  const seed = useSeed(source, team)
  const sourceKey = `${team.id}:${source.kind}:${source.id}`
  const [edited, setEdited] = useState<{ of: string; form: ActivityForm } | null>(
    draft ? { of: 'draft', form: draft.form } : null,
  )
  const isDraft = draft !== null
  const form = edited && (isDraft || edited.of === sourceKey) ? edited.form : seed
  const [wrong, setWrong] = useState<Wrong>({})
  const [weekly, setWeekly] = useState<Weekly | null>(null)
  const key = useRef(draft?.id ?? newKey())

  const stale = [actions.desk, actions.listActivities, actions.getTeam]
  const keep = useDo(actions.saveDraft, { invalidates: [actions.desk, actions.getForm] })
  const send = useDo(actions.publish, { invalidates: stale })
  const begin = useDo(actions.createSeries, { invalidates: stale })
  const throwAway = useDo(actions.discard, { invalidates: [actions.desk] })
  const busy = keep.busy || send.busy || begin.busy
  const change = (next: ActivityForm) => {
    setWrong({})
    setEdited({ of: sourceKey, form: next })
    if (weekly && form && next.startsAt !== form.startsAt) setWeekly(onWeekdayOf(weekly, next.startsAt))
  }

  const save = async () => {
    if (!form) return
    const found = check(form, now)
    setWrong(found)
    // A draft may wait for its day; what the cloud can't read at all it can't keep either.
    if (found.words || found.place || found.contact) return
    const answer = await keep.run({ key: key.current, form: { ...form, teamId: team.id } })
    if (!answer?.ok) return
    say('存好了')
    await go.back()
  }
  const publish = async () => {
    if (!form || busy) return
    if (weekly) return publishSeries(form, weekly)
    const found = check(form, Date.now())
    setWrong(found)
    if (Object.keys(found).length > 0) return
    const kept = await keep.run({ key: key.current, form: { ...form, teamId: team.id } })
    if (!kept?.ok) return
    const sent = await send.run({ id: kept.data.id })
    if (sent?.ok) {
      say('发出去了')
      await go.instead.activity(sent.data.id)
    } else if (sent?.refusal) setWrong(wrongOf(sent.refusal))
  }

  const publishSeries = async (first: ActivityForm, how: Weekly) => {
    const rule = ruleOf(how, dayOf(first.startsAt))
    const [day] = daysOf(rule)
    if (day === undefined) return setWrong(wrongOf({ refused: 'series.no_meeting', facts: {} }))
    const of = meetingForm({ ...first, teamId: team.id }, day)
    const found = check(of, Date.now())
    setWrong(found)
    if (Object.keys(found).length > 0) return
    const begun = await begin.run({ key: key.current, form: of, rule })
    if (begun?.ok) {
      // The draft has become the series.
      if (draft) await throwAway.run({ id: draft.id })
      say(`发出去了，${begun.data.meetings} 场`)
      await go.instead.runSeries(begun.data.id)
    } else if (begun?.refusal) setWrong(wrongOf(begun.refusal))
  }

  const sources = useMemo(() => ({ past: lastTimes(desk, team.id), team }), [desk, team])
  return (
    <FormPage
      form={form}
      team={team}
      now={now}
      wrong={wrong}
      trouble={keep.trouble ?? send.trouble ?? begin.trouble}
      restTitle={source.kind === 'copy' && !isDraft ? '跟上次一样' : '都填好了'}
      onChange={change}
      head={
        !isDraft && (
          <>
            {desk.teams.length > 1 && <TeamChips teams={desk.teams} value={team.id} onChange={setTeamId} />}
            <SourceChips {...sources} value={source} onChange={setPicked} />
          </>
        )
      }
      series={
        form && (
          <>
            <View className="card card--rows mt3">
              <SwitchRow
                first
                title="每周都办"
                say={
                  weekly
                    ? '一次排好，哪一场都能单独改'
                    : isUsuallyWeekly(form)
                      ? '这样的活动多半每周都办'
                      : '七彩四点半、银龄课这样的'
                }
                on={weekly !== null}
                onChange={(on) => setWeekly(on ? weeklyFrom(form.startsAt) : null)}
              />
            </View>
            {weekly && (
              <WeeklyPart weekly={weekly} from={dayOf(form.startsAt)} onChange={setWeekly} wrong={wrong.weekly} />
            )}
          </>
        )
      }
      waiting={<Skeleton />}
      tail={
        <>
          {weekly && (
            <View className="mt3">
              <Notice icon="calendar">
                每一场都会这样出现。「先存着」只存这一场的样子，每周的安排发出去时才记下。
              </Notice>
            </View>
          )}
          {draft && <DiscardLink id={draft.id} />}
        </>
      }
      bar={
        <ActionBar
          small={
            <BigButton variant="line" disabled={busy || !form} onTap={() => void save()}>
              先存着
            </BigButton>
          }
        >
          <BigButton grow busy={busy} disabled={!form} onTap={() => void publish()}>
            {send.busy || begin.busy
              ? '正在发出去…'
              : keep.busy
                ? '正在存…'
                : weekly && form
                  ? `发出去，${daysOf(ruleOf(weekly, dayOf(form.startsAt))).length} 场`
                  : '发出去'}
          </BigButton>
        </ActionBar>
      }
    />
  )
}

const isUsuallyWeekly = ({ template }: ActivityForm) =>
  activityTemplates.some(({ id, weekly }) => id === template && weekly)

/** Last time's of this team, else the first template of its colour. */
function usualSource(desk: Desk, team: Desk['teams'][number]): Source {
  const [last] = lastTimes(desk, team.id)
  if (last) return { kind: 'copy', id: last.id }
  const template = activityTemplates.find((each) => each.colour === team.colour) ?? activityTemplates[0]
  return { kind: 'template', id: template?.id ?? '' }
}
