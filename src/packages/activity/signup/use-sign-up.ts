import type { ActivityPage, Answers, Candidate, Unit } from '@core/contract'
import { useState } from 'react'
import { useMe } from '@/client'
import { canCome, candidatesOf, needsGuardian } from '../people/candidates'
import type { Part } from '../detail/use-part'
import { missingAnswer } from './answers'
import { planOf, type Way } from './plan'

/** What became of each after a sign-up. */
export type Result =
  NonNullable<Awaited<ReturnType<Part['joining']['run']>>> extends infer A
    ? A extends { ok: true; data: infer D }
      ? D
      : never
    : never

/** Everything that is chosen and filled in on the sheet, and the tap that signs up. */
export function useSignUp(page: ActivityPage, part: Part, now: number) {
  const me = useMe().data
  const people = candidatesOf(page, me)
  const free = people.filter(canCome)
  const [chosen, setChosen] = useState<string[]>(() =>
    people.filter((each) => each.kind === 'self' && canCome(each)).map(({ id }) => id),
  )
  const [unitId, setUnit] = useState<string | null>(() => onlyUnit(page.units))
  const [answers, setAnswers] = useState<Record<string, Answers>>({})
  const [isGuardian, setGuardian] = useState(false)
  const [isChecked, setChecked] = useState(false)
  const [sight, setSight] = useState('')
  const [done, setDone] = useState<Result | null>(null)

  // Someone who came or went meanwhile, such as a relative just added, keeps the choice true.
  const picked: Candidate[] = free.filter(({ id }) => chosen.includes(id))
  const unit = page.units.find(({ id }) => id === unitId) ?? null
  const guarded = picked.filter(needsGuardian)
  const plan = planOf({ page, picked, unit, now })

  /** Scrolls a part of the sheet into sight; the same part again as well. */
  const show = (part: string) => {
    setSight('')
    setTimeout(() => setSight(`sheet-${part}`), 60)
  }
  const toggle = (id: string) => {
    part.joining.forget()
    setChosen((before) => (before.includes(id) ? before.filter((each) => each !== id) : [...before, id]))
  }
  const answer = (personId: string, questionId: string, value: Answers[string]) =>
    setAnswers((before) => ({ ...before, [personId]: { ...before[personId], [questionId]: value } }))

  const missing = picked.flatMap(({ id }) =>
    missingAnswer(page.questions, answers[id] ?? {}).map((question) => `${id}:${question}`),
  )
  const lacksGuardian = guarded.length > 0 && !isGuardian

  const join = async (way: Way) => {
    setChecked(true)
    if (!isGuardian && guarded.some(({ id }) => way.people.includes(id))) return show('guardian')
    const lacking = way.people.find((id) => missing.some((each) => each.startsWith(`${id}:`)))
    if (lacking) return show(`asked-${lacking}`)
    const isOnlyMe = way.people.length === 1 && picked.find(({ id }) => id === way.people[0])?.kind === 'self'
    const reply = await part.joining.run({
      id: page.id,
      people: isOnlyMe ? [] : way.people,
      together: way.together,
      unit: unitId,
      answers: page.questions.length > 0 ? way.people.map((id) => ({ personId: id, values: answers[id] ?? {} })) : [],
      guardian: isGuardian,
    })
    if (reply?.ok) setDone(reply.data)
  }

  return {
    people,
    picked,
    toggle,
    unit,
    setUnit,
    guarded,
    isGuardian,
    setGuardian,
    answers,
    answer,
    plan,
    join,
    done,
    sight,
    show,
    /** What keeps her from signing up, once she tried; '' when nothing does. */
    lacks: !isChecked ? '' : lacksGuardian ? '还要监护人同意' : lacksWords(page, missing),
    wrongAnswers: isChecked ? missing : [],
    wrongGuardian: isChecked && lacksGuardian,
  }
}

export type SignUp = ReturnType<typeof useSignUp>

/** Where there is only one to choose, it is chosen. */
const onlyUnit = (units: readonly Unit[]) => (units.length === 1 ? (units[0]?.id ?? null) : null)

/** 还要填「谁来接」 for the first that is missing. */
function lacksWords(page: ActivityPage, missing: readonly string[]): string {
  const question = page.questions.find(({ id }) => missing[0]?.endsWith(`:${id}`))
  if (!question) return ''
  return missing.length > 1 ? `还要填「${question.label}」等 ${missing.length} 项` : `还要填「${question.label}」`
}
