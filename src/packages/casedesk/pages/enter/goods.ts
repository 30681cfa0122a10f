// What is to be bought, written as one speaks: a line for each, the price at its end.

const mostFen = 500_000
const priced = /^(.*?)[\s，,：:]+(\d+(?:\.\d{1,2})?)\s*(?:元|块)?$/

/** Fen of yuan as typed, or null for what is no amount of at most 5,000 yuan. */
export function fenOf(yuan: string): number | null {
  if (!/^\d+(\.\d{1,2})?$/.test(yuan.trim())) return null
  const fen = Math.round(Number(yuan) * 100)
  return fen > 0 && fen <= mostFen ? fen : null
}

/** Each line as a thing and what it may cost: 大米 10 斤 30 is 大米 10 斤 for 30 yuan; 酱油 has no price. */
export function goodsOf(text: string): { what: string; fen: number | null }[] {
  return text
    .split(/\n|；|;/)
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => {
      const [, what, price] = priced.exec(line) ?? []
      const fen = price === undefined ? null : fenOf(price)
      return fen === null ? { what: line.slice(0, 40), fen: null } : { what: (what ?? '').slice(0, 40), fen }
    })
    .slice(0, 20)
}
