/** Metres an elder's neighbour walks in a minute. */
const metresAMinute = 75

/** 走路 4 分钟; empty where it is not known how far it is. */
export function walkWords(metres: number | null): string {
  if (metres === null) return ''
  const minutes = Math.max(1, Math.round(metres / metresAMinute))
  return minutes > 60 ? `${(metres / 1000).toFixed(1)} 公里` : `走路 ${minutes} 分钟`
}
