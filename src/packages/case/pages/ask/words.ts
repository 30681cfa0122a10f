import type { Clock } from '@core/contract'
import type { CaseService } from '@core/services/case-service'

const professionals = { mediation: '调解员', law: '律师' } as const

/** What the professional of a service is called. */
export const professionalWord = (professional: CaseService['professional']) =>
  professional ? professionals[professional] : '办这件事的人'

const withinWords: Record<Clock, string> = {
  '2h': '两个小时里',
  '24h': '一个工作日里',
  '7d': '7 个工作日里',
  '15d': '15 个工作日里',
}

/** Who looks at it first, and by when. */
export function nextWords({ first, takeUp, professional }: CaseService, isUrgent: boolean): string {
  const by = withinWords[isUrgent ? '2h' : takeUp]
  switch (first) {
    case 'desk':
      return `社区${by}会有人来看，办到哪一步，您都看得到。`
    case 'volunteers':
      return `附近的志愿者看得到了。${by}没有人接，社区会接着找。`
    case 'professional':
      return `${professionalWord(professional)}${by}会回话。`
    case 'project':
      return `队里${by}会回话，到日子上门。`
  }
}
