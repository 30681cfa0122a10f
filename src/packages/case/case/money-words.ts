/** Fen as people write money: 46.50 元; whole yuan go without: 50 元. */
export const yuan = (fen: number) => `${fen % 100 === 0 ? fen / 100 : (fen / 100).toFixed(2)} 元`

const most = 500_000

/** What was typed as yuan, in fen; null where it is no sum from 0.01 to 5,000. */
export function fenOf(typed: string): number | null {
  const parts = /^(\d{1,4})(?:\.(\d{1,2}))?$/.exec(typed.trim())
  if (!parts) return null
  const fen = Number(parts[1]) * 100 + Number((parts[2] ?? '').padEnd(2, '0'))
  return fen > 0 && fen <= most ? fen : null
}
