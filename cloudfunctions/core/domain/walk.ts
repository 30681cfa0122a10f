// How far it is on foot.
export interface Point {
  latitude: number
  longitude: number
}

/** What fifteen minutes on foot are, in metres. */
export const fifteenMinutes = 1200

const radians = (degrees: number) => (degrees * Math.PI) / 180
const earth = 6_371_000

/** Whole metres between two points, as the crow flies. */
export function metresBetween(one: Point, other: Point): number {
  const north = radians(other.latitude - one.latitude)
  const east = radians(other.longitude - one.longitude)
  const half =
    Math.sin(north / 2) ** 2 +
    Math.cos(radians(one.latitude)) * Math.cos(radians(other.latitude)) * Math.sin(east / 2) ** 2
  return Math.round(2 * earth * Math.asin(Math.sqrt(half)))
}
