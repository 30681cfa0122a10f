// A card invites somebody whom a family keeps to one activity: how long it is good, and who may answer it.
// docs/rules-card.md says the same in prose.
import type { Card } from '../contract'
import { maySignUp, type Acting } from './family'

const day = 24 * 3_600_000
/** How long a card still opens once its activity is over, and how long it is kept after that, ms. */
const opensAfter = day
export const keptAfter = 30 * day

/** Until when a card opens, by the end of its activity as it is now. */
export const goodUntil = (endsAt: number) => endsAt + opensAfter

interface Held {
  keepers: readonly Acting[]
  /** The account that answered first; '' before. */
  answeredBy: string
}

/** What an account is to a card that it opened; '' is a phone for which WeChat named nobody. */
export function holderOf({ keepers, answeredBy }: Held, id: string): Card['you'] {
  const keeper = keepers.find((each) => each.id === id)
  if (keeper) return keeper.isSelf ? 'self' : 'keeper'
  if (answeredBy === '') return 'new'
  return id !== '' && answeredBy === id ? 'hand' : 'stranger'
}

/** Whether an account may answer a card: until somebody did anyone, then who did, and always who may sign her up. */
export function mayAnswer(held: Held, id: string): boolean {
  const keeper = held.keepers.find((each) => each.id === id)
  if (keeper) return maySignUp(keeper)
  return id !== '' && holderOf(held, id) !== 'stranger'
}

const longSurnames = ['欧阳', '司马', '上官', '诸葛', '东方', '皇甫', '尉迟', '公孙', '令狐', '慕容', '司徒', '夏侯']

/** A name without its surname, as the family says it: 文娟. A name of one or two characters stays whole. */
export function givenName(name: string): string {
  const letters = [...name]
  const surname = longSurnames.some((each) => name.startsWith(each)) ? 2 : 1
  return letters.length > surname + 1 ? letters.slice(surname).join('') : name
}

/** What somebody may be to an elder without anybody checking the words. */
export const kinWords: readonly string[] = [
  ...['女儿', '儿子', '儿媳', '女婿', '孙女', '孙子', '外孙女', '外孙', '老伴', '妹妹', '姐姐', '弟弟', '哥哥'],
  ...['侄女', '侄子', '外甥女', '外甥', '邻居', '本人', '家里人'],
]
