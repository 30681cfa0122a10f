import type { Dependent } from '@core/contract'

/** How each kind of relative is called in a list of choices. */
export const kindWords: Record<Dependent['kind'], string> = { elder: '老人', child: '孩子', care: '要人照看的家人' }

/** 何玉珍 · 72 岁 · 老人 */
export function aboutWords({ name, age, kind }: Dependent): string {
  return [name, age === null ? '' : `${age} 岁`, kindWords[kind]].filter(Boolean).join(' · ')
}

/** Who keeps her: 您和 李芳 一起照管; her own account goes by 本人. */
export function keeperWords({ keepers, station }: Dependent): string {
  const others = [
    ...keepers.filter(({ isMe }) => !isMe).map(({ name, as, isSelf }) => (isSelf ? '本人' : name || as || '一位家人')),
    ...(station ? [station] : []),
  ]
  return others.length === 0 ? '您一个人在照管' : `您和 ${others.join('、')} 一起照管`
}

/** What is kept, for what, and how to take it back: the words that consent is given to, version 1. */
export const consentWords = {
  adult: '已经问过本人，同意记下称呼、出生年月和电话，只用来替他报名、提醒和签到。',
  child: '我是孩子的监护人，同意记下称呼和出生年月，只用来替他报名、提醒和签到。',
  rest: '只有照管的家人和所报活动的负责人看得到。随时可以收回，收回后资料就删掉。',
}
