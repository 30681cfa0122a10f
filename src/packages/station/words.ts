import type { Elder } from '@core/contract'

/** How those whom a community enters at the door are called. */
export const kindWords: Record<Elder['kind'], string> = { elder: '老人', care: '要人照看' }

/** 72 岁 · 老人 · 社区登记 */
export function aboutWords({ age, kind, isOurs }: Pick<Elder, 'age' | 'kind' | 'isOurs'>): string {
  return [age === null ? '' : `${age} 岁`, kindWords[kind], isOurs ? '社区登记' : '家人登记']
    .filter(Boolean)
    .join(' · ')
}

/** Who keeps her, in one line: 女儿、儿子照管; without family it says so. */
export function keptWords({ keepers }: Pick<Elder, 'keepers'>): string {
  const family = keepers.filter(({ isSelf }) => !isSelf).map(({ as, name }) => as || name || '一位家人')
  const own = keepers.some(({ isSelf }) => isSelf) ? '自己用微信' : ''
  const kept = family.length > 0 ? `${family.join('、')}照管` : ''
  return [kept, own].filter(Boolean).join('，') || '还没有家人照管'
}

/** What stands under her number, or instead of one: how else she is reached. */
export function phoneWords({ phone, keepers }: Pick<Elder, 'phone' | 'keepers'>, held: number | null): string {
  if (phone) return '本人的电话'
  if (held) return `${held} 分钟后再看`
  return keepers.some(({ isSelf }) => !isSelf) ? '有事请家里人转告，或者上门说一声' : '有事上门说一声'
}

/** What is read aloud to her at the door before she is entered: what is kept, for what, who sees it, how to end it. */
export const spokenConsent =
  '我把您的称呼、出生年月和电话记下来，只用来替您报名、提醒和签到。社区的人、您家里照管的人和活动负责人看得到。' +
  '哪天不愿意了，说一声就删掉。您同意吗？'
