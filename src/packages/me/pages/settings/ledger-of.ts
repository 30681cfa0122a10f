import type { Me } from '@core/contract'

/** One kind of message: what it is about, and how many of it WeChat may still bring. */
export interface LedgerLine {
  name: string
  templateId: string
  purpose: string
  left: number
}

/** The ledger of her consents, for those kinds that this cloud sends, in the order they are declared. */
export function ledgerOf(
  { templates, consents }: Pick<Me, 'templates' | 'consents'>,
  declared: Readonly<Record<string, { purpose: string }>>,
): LedgerLine[] {
  return Object.entries(declared).flatMap(([name, { purpose }]) => {
    const templateId = templates[name]
    return templateId ? [{ name, templateId, purpose, left: consents[name] ?? 0 }] : []
  })
}

/** What nobody should miss in WeChat comes first where as few are left. */
const urgent = ['cancelled', 'family', 'changed']
const rankOf = ({ name }: LedgerLine) => (urgent.includes(name) ? urgent.indexOf(name) : urgent.length)

/** The template ids of the three kinds with the fewest left, the urgent ones first: WeChat asks for three at once. */
export const scarcest = (lines: readonly LedgerLine[]): string[] =>
  [...lines]
    .sort((a, b) => a.left - b.left || rankOf(a) - rankOf(b))
    .slice(0, 3)
    .map(({ templateId }) => templateId)
