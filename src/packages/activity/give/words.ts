import type { Card, Dependent } from '@core/contract'
import { inviter } from '@/parts/elder-words'

/** What became of a card, as her family reads it: 说去, 看过了，还没回话. */
export function sentWords({ answer, openedAt }: { answer: Card['answer']; openedAt: number | null }): string {
  if (answer === 'yes') return '说去'
  if (answer === 'no') return '说这次不去'
  return openedAt === null ? '卡片还没点开' : '看过了，还没回话'
}

/** Title of the card in the chat: what she is asked to, and by whom as she is to her; no name. */
export const cardTitle = (title: string, as: string) => `${inviter(as)}请您去「${title}」`

/** Whether a card can be made for her by who holds the phone: no child, and signing up is hers to do. */
export const canGive = ({ kind, keepers, isSelf }: Pick<Dependent, 'kind' | 'keepers' | 'isSelf'>): boolean =>
  kind !== 'child' && !isSelf && keepers.some(({ isMe, may }) => isMe && may.signUp)

/** What who holds the phone said to be to her; '' when she never did. */
export const knownAs = ({ keepers }: Dependent): string => keepers.find(({ isMe }) => isMe)?.as ?? ''
