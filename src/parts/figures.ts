/** A number as people read it: 4,560. */
export function figure(n: number): string {
  return String(n).replace(/\B(?=(\d{3})+$)/g, ',')
}
