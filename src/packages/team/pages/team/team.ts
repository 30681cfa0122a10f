import type { OutputOf, getTeam } from '@core/contract'

/** A team with what it has done and does next. */
export type TeamPage = OutputOf<typeof getTeam>

/** 专业队 or 社会队. */
export const kindWords = { professional: '专业队', social: '社会队' } as const

/** Which sheet lies over the page. */
export type TeamSheet = 'apply' | 'edit' | 'leave' | null
