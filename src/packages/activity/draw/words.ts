// A draw in words.

/** So many tickets are shown; a thousand numbers tell nobody more. */
const mostShown = 120

interface Drawn {
  seed: string | null
  order: readonly number[]
  mine: number | null
}

/** Where her own ticket is: 您是 7 号签, and after the draw, as which it was drawn; '' without one. */
export function mineWords({ seed, order, mine }: Drawn): string {
  if (mine === null) return ''
  if (seed === null) return `您是 ${mine} 号签。`
  const place = order.indexOf(mine)
  return place < 0 ? `您是 ${mine} 号签。` : `您是 ${mine} 号签，第 ${place + 1} 个抽到。`
}

/** The first tickets in the order drawn, hers marked. */
export const ticketsShown = ({ order, mine }: Drawn) =>
  order.slice(0, mostShown).map((ticket) => ({ ticket, isMine: ticket === mine }))
