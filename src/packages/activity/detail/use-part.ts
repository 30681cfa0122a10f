import { actions, type ActivityPage } from '@core/contract'
import { askedFor } from '@core/services/message-templates'
import { newKey, useDo, useMe } from '@/client'
import { ask, askToTell } from '@/device'
import type { OurPart } from '@/parts'
import { useState } from 'react'

/** What a sign-up or its end makes untrue. */
const untrue = [
  actions.getActivity,
  actions.listActivities,
  actions.myActivities,
  actions.getTeam,
  actions.me,
  actions.getSeries,
  actions.sentCards,
]

/** What she can do about the part of herself and hers in an activity. */
export function usePart(page: ActivityPage) {
  const me = useMe().data
  const joining = useDo(actions.join, { invalidates: untrue })
  const leaving = useDo(actions.leave, { invalidates: untrue })
  const answering = useDo(actions.answer, { invalidates: untrue })
  const consenting = useDo(actions.consent)
  const [isTold, setTold] = useState(false)
  const [hasLeft, setLeft] = useState(false)

  /** Ids for the cloud: herself alone is nobody named. */
  const idsOf = (parts: readonly OurPart[]) => {
    const onlyMe = parts.every(({ id }) => id === '')
    return onlyMe ? [] : parts.map(({ id }) => id || (me?.id ?? ''))
  }

  /** Asks once, then gives up the seats or places of these. */
  const leave = async (parts: readonly OurPart[]) => {
    const yes = await ask(questionFor(parts))
    if (yes) setLeft((await leaving.run({ id: page.id, people: idsOf(parts) }))?.ok === true)
    return yes
  }

  /** Straight from a tap: WeChat asks her, the cloud keeps what she allowed. */
  const beTold = async (stands: keyof typeof askedFor) => {
    const allowed = await askToTell(askedFor[stands].map((name) => me?.templates[name] ?? ''))
    if (allowed.length === 0) return
    const answer = await consenting.run({ templates: allowed, key: newKey() })
    if (answer?.ok) setTold(true)
  }

  return {
    joining,
    leaving,
    /** Whether she gave something up on this page, to be said once it stands nowhere any more. */
    hasLeft,
    answering,
    leave,
    answer: (yes: boolean, parts: readonly OurPart[]) => answering.run({ id: page.id, yes, people: idsOf(parts) }),
    canBeTold: Object.keys(me?.templates ?? {}).length > 0,
    isTold,
    beTold,
  }
}

export type Part = ReturnType<typeof usePart>

/** The question before something is given up, by what it is. */
function questionFor(parts: readonly OurPart[]) {
  const states = parts.map(({ mine }) => mine.state)
  const others = parts.filter(({ id }) => id !== '').map(({ called }) => called)
  const who = others.length === 0 ? '' : parts.length > others.length ? `我和${others.join('、')}` : others.join('、')
  if (states.every((state) => state === 'waiting')) {
    return { title: `${who}不排队了？`, body: '退出以后再报，要重新排队。', yes: '不排了', no: '接着排' }
  }
  if (states.every((state) => state === 'asked')) {
    return { title: `${who}不报了？`, body: '收回以后还可以再报。', yes: '收回', no: '再等等' }
  }
  const title = `${who}不去了，退掉座位？`
  return { title, body: '座位会让给想来的邻居，不影响您下次报名。', yes: '退掉', no: '还是去' }
}
