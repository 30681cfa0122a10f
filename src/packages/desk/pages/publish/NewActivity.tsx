import { actions, type ActivityForm } from '@core/contract'
import { activityTemplates } from '@core/services'
import { useMemo, useRef, useState } from 'react'
import { useDo } from '@/client'
import { go, say, useNow } from '@/device'
import { ActionBar, BigButton, Skeleton } from '@/ui'
import { check, wrongOf, type Wrong } from '../../form/check'
import { DiscardLink } from './DiscardLink'
import { FormPage } from './FormPage'
import type { Desk } from './index'
import { SourceChips, lastTimes } from './SourceChips'
import { TeamChips } from './TeamChips'
import { useSeed, type Source } from './use-seed'

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

const newKey = () => `d${Date.now().toString(36)}${Math.random().toString(36).slice(2, 10)}`

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
  const key = useRef(draft?.id ?? newKey())

  const stale = [actions.desk, actions.listActivities, actions.getTeam]
  const keep = useDo(actions.saveDraft, { invalidates: [actions.desk, actions.getForm] })
  const send = useDo(actions.publish, { invalidates: stale })
  const busy = keep.busy || send.busy
  const change = (next: ActivityForm) => {
    setWrong({})
    setEdited({ of: sourceKey, form: next })
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

  const sources = useMemo(() => ({ past: lastTimes(desk, team.id), team }), [desk, team])
  return (
    <FormPage
      form={form}
      team={team}
      now={now}
      wrong={wrong}
      trouble={keep.trouble ?? send.trouble}
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
      waiting={<Skeleton />}
      tail={draft && <DiscardLink id={draft.id} />}
      bar={
        <ActionBar
          small={
            <BigButton variant="line" disabled={busy || !form} onTap={() => void save()}>
              先存着
            </BigButton>
          }
        >
          <BigButton grow busy={busy} disabled={!form} onTap={() => void publish()}>
            {send.busy ? '正在发出去…' : keep.busy ? '正在存…' : '发出去'}
          </BigButton>
        </ActionBar>
      }
    />
  )
}

/** Last time's of this team, else the first template of its colour. */
function usualSource(desk: Desk, team: Desk['teams'][number]): Source {
  const [last] = lastTimes(desk, team.id)
  if (last) return { kind: 'copy', id: last.id }
  const template = activityTemplates.find((each) => each.colour === team.colour) ?? activityTemplates[0]
  return { kind: 'template', id: template?.id ?? '' }
}
