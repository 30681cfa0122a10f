import { deskOf, ownerOf } from '@core/domain/case-sight'
import { placed } from '@core/domain/case-owner'
import { figuresOf } from '@core/domain/case-figures'
import { moneyOf } from '@core/domain/money'
import { serviceOf } from '@core/services/cases'
import type { CaseDoc } from '@core/ports/documents'
import type { County } from '../../local/demo'

/** Where a case, its desk, its clock, its orders and the sums do not say the same. */
export function caseProblems(county: County, now: number): string[] {
  return [
    ...county.cases.flatMap((kase) => caseProblem(kase, county, now)),
    ...bookingProblems(county),
    ...sums(county),
  ]
}

function caseProblem(kase: CaseDoc, county: County, now: number): string[] {
  const service = serviceOf(kase.service)
  if (!service) return [`${kase._id}: no service`]
  const { steps, turn, isOpen, nextAt, dueAt, desk } = kase
  const last = steps.at(-1)
  const stands = { ...placed(kase, service) }
  const known = new Set([...county.people, ...county.dependents].map(({ _id }) => _id))
  const units = new Set([...county.partners, ...county.teams].map(({ _id }) => _id))
  const topics = service.topics.map(({ id }) => id)
  const wrong: [boolean, string][] = [
    [steps.some((step, at) => step.turn !== at + 1) || turn !== steps.length, 'turns'],
    [steps.some((step, at) => step.at > now || step.at < (steps[at - 1]?.at ?? 0)), 'order of steps'],
    [last?.state !== kase.state || last.level !== kase.level, 'state'],
    [desk !== deskOf(ownerOf(kase, service)), 'desk'],
    [Object.entries(stands).some(([field, value]) => String(Reflect.get(kase, field)) !== String(value)), 'lists'],
    [isOpen !== (kase.state !== 'closed') || isOpen === (desk === ''), 'open'],
    [isOpen && (nextAt <= now || dueAt < nextAt), 'clock'],
    [!isOpen && nextAt !== 0, 'clock of a closed one'],
    [kase.settled !== turn || kase.unsettledAt !== 0, 'settled'],
    [topics.length > 0 ? !topics.includes(kase.topic) : kase.topic !== '', 'topic'],
    [[...kase.mine, ...kase.followers, ...kase.helpers].some((id) => !known.has(id)), 'people'],
    [kase.followers.some((id) => !kase.mine.includes(id)), 'followers'],
    [kase.units.some(({ id }) => !units.has(id)), 'units'],
    [!isOpen && moneyOf(steps).balance !== 0, 'money'],
    [
      service.needsAfterPicture === true && kase.outcome === 'done' && !kase.pictures.some((p) => p.of === 'after'),
      'after',
    ],
    [kase.pictures.some(({ fileId, by }) => !fileId.includes(`/cases/${by}/`)), 'pictures'],
  ]
  return wrong.filter(([isWrong]) => isWrong).map(([, what]) => `${kase.title} (${kase._id}): ${what}`)
}

function bookingProblems({ projects, cases }: County): string[] {
  const byId = new Map(cases.map((kase) => [kase._id, kase]))
  return projects.flatMap(({ _id, perDay, booked, teamId }) =>
    Object.entries(booked).flatMap(([day, ids]) => {
      const isOver = ids.length > perDay
      const isForeign = ids.some((id) => {
        const kase = byId.get(id)
        return kase?.project?.id !== _id || kase.project.day !== day || kase.units[0]?.id !== teamId
      })
      return isOver || isForeign ? [`${_id} on ${day}`] : []
    }),
  )
}

function sums({ cases, casesums }: County): string[] {
  const all = figuresOf(cases.map(({ steps, service }) => ({ steps, counts: serviceOf(service)?.counts ?? 'order' })))
  return [...all].flatMap(([month, figures]) => {
    const own = casesums.filter((sum) => sum.month === month)
    const agrees = Object.entries(figures).every(
      ([kind, value]) => own.reduce((sum, each) => sum + Number(Reflect.get(each, kind)), 0) === value,
    )
    return agrees ? [] : [`figures of ${month}`]
  })
}
