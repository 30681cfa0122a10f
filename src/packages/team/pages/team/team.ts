import type { OutputOf, getTeam } from '@core/contract'

/** A team with what it has done and does next. */
export type TeamPage = OutputOf<typeof getTeam>

/** 专业队 or 社会队. */
export const kindWords = { professional: '专业队', social: '社会队' } as const

/** 苏队长; the surname is the first character, as with nearly all names. */
export function leaderTitle(name: string): string {
  return name ? `${name.slice(0, 1)}队长` : '队长'
}

/** The character that stands for a person: the last of the given name's first, as neighbours call her. */
export function faceOf(name: string): string {
  return name.length > 1 ? name.slice(1, 2) : name || '队'
}

/** Which sheet lies over the page. */
export type TeamSheet = 'apply' | 'edit' | 'leave' | null
