// What is set for something a team does every week.
import type { InputOf, Project, actions } from '@core/contract'

type Save = InputOf<typeof actions.saveProject>

/** `perDay` as it is typed. */
export interface ProjectForm extends Omit<Save, 'id' | 'projectId' | 'perDay'> {
  perDay: string
}
export type ProjectWrong = Partial<Record<'kind' | 'title' | 'weekdays' | 'perDay', string>>

const mostPerDay = 50

/** Nothing set yet; or what stands on the menu. */
export function formOf(project: Project | null, key: string): ProjectForm {
  if (!project) return { key, kind: '', title: '', words: '', weekdays: [], perDay: '4', isOn: true }
  const { kind, title, words, weekdays, perDay, isOn } = project
  return { key, kind, title, words, weekdays, perDay: String(perDay), isOn }
}

/** Another kind brings its own words along, unless they were written anew. */
export function ofKind(form: ProjectForm, from: Kind | undefined, to: Kind): ProjectForm {
  const isUsual = (now: string, usual: string | undefined) => now.trim() === '' || now === usual
  return {
    ...form,
    kind: to.id,
    title: isUsual(form.title, from?.title) ? to.title : form.title,
    words: isUsual(form.words, from?.words) ? to.words : form.words,
  }
}

interface Kind {
  id: string
  title: string
  words: string
}

/** With a weekday more or less; Monday is 1. */
export const withDay = (form: ProjectForm, day: number): ProjectForm => ({
  ...form,
  weekdays: form.weekdays.includes(day)
    ? form.weekdays.filter((each) => each !== day)
    : [...form.weekdays, day].sort((a, b) => a - b),
})

/** What is missing, with how to put it right. */
export function checkProject({ kind, title, weekdays, perDay }: ProjectForm): ProjectWrong {
  const wrong: ProjectWrong = {}
  if (!kind) wrong.kind = '选一下是做什么的'
  if (!title.trim()) wrong.title = '写上名字，居民在菜单上看到的'
  if (weekdays.length === 0) wrong.weekdays = '至少选一天'
  const many = Number(perDay)
  if (!Number.isInteger(many) || many < 1 || many > mostPerDay) wrong.perDay = `写 1 到 ${mostPerDay} 的数`
  return wrong
}

/** What is sent. */
export const savingOf = (form: ProjectForm, team: string, projectId: string | null): Save => ({
  ...form,
  id: team,
  projectId,
  title: form.title.trim(),
  perDay: Number(form.perDay),
})
