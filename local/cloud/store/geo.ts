import { requestFailed } from './faults'

/** A place on the unit sphere. */
export type Vector = readonly [x: number, y: number, z: number]

/** Metres per radian: MongoDB's radius of the earth, the equator's. */
export const EARTH_RADIUS = 6_378_100

/** Angles below this (6 micrometres on earth) count as touching. */
const TOUCH = 1e-12

/** Triple products below this are rounding: the three places lie on one great circle. */
const FLAT = 1e-15

/** The vector of a longitude and latitude in degrees; refused when they are out of bounds. */
export function vectorOf(point: unknown): Vector {
  const [lng, lat] = Array.isArray(point) ? (point as unknown[]) : []
  if (typeof lng !== 'number' || typeof lat !== 'number' || Number.isNaN(lng + lat)) {
    throw requestFailed('Point must only contain numeric elements')
  }
  if (Math.abs(lng) > 180 || Math.abs(lat) > 90) {
    throw requestFailed(`longitude/latitude is out of bounds, lng: ${lng} lat: ${lat}`)
  }
  const [phi, theta] = [lat * (Math.PI / 180), lng * (Math.PI / 180)]
  return [Math.cos(theta) * Math.cos(phi), Math.sin(theta) * Math.cos(phi), Math.sin(phi)]
}

const dot = (a: Vector, b: Vector) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2]

const cross = (a: Vector, b: Vector): Vector => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
]

const scaled = (a: Vector, by: number): Vector => [a[0] * by, a[1] * by, a[2] * by]

const length = (a: Vector) => Math.sqrt(dot(a, a))

/** The angle between two places in radians: atan2(|a×b|, a·b), exact for near and far ones (as S2's S1Angle). */
export const angle = (a: Vector, b: Vector): number => Math.atan2(length(cross(a, b)), dot(a, b))

/** The angle from a place to the nearest point of the shortest arc between two others. */
export function angleToArc(p: Vector, a: Vector, b: Vector): number {
  const normal = cross(a, b)
  const size = length(normal)
  // The foot of the perpendicular lies on the arc when p is on the inner side of both ends.
  const inside = size > 0 && dot(cross(normal, a), p) > 0 && dot(cross(b, normal), p) > 0
  return inside ? Math.abs(Math.asin(Math.min(1, Math.abs(dot(p, normal)) / size))) : Math.min(angle(p, a), angle(p, b))
}

/** True when two arcs cross inside both or touch. */
export function arcsMeet(a: Vector, b: Vector, c: Vector, d: Vector): boolean {
  if (arcsCross(a, b, c, d)) return true
  return [angleToArc(a, c, d), angleToArc(b, c, d), angleToArc(c, a, b), angleToArc(d, a, b)].some((gap) => gap < TOUCH)
}

/** True when two arcs cross at a point inside both; sides are told by triple products. */
export function arcsCross(a: Vector, b: Vector, c: Vector, d: Vector): boolean {
  const [ab, cd] = [cross(a, b), cross(c, d)]
  const [acb, bda, cbd, dac] = [-dot(ab, c), dot(ab, d), -dot(cd, b), dot(cd, a)]
  if ([acb, bda, cbd, dac].some((side) => Math.abs(side) < FLAT)) return false
  return acb * bda > 0 && acb * cbd > 0 && acb * dac > 0
}

/** A closed line of arcs: its first place is its last. */
export type Ring = Vector[]

/** The arcs from each place of a line to the next. */
export const arcsOf = (line: Vector[]): [Vector, Vector][] =>
  line.slice(1).map((end, i) => [line[i] ?? end, end] as [Vector, Vector])

/**
 * Where a place lies to a ring that fits into a hemisphere: arcs are straight lines in a gnomonic projection around
 * the ring's middle, so that crossings can be counted in the plane.
 */
export function placeInRing(p: Vector, ring: Ring): 'in' | 'on' | 'out' {
  if (arcsOf(ring).some(([a, b]) => angleToArc(p, a, b) < TOUCH)) return 'on'
  const middle = middleOf(ring)
  if (dot(p, middle) <= 0) return 'out'
  const east = unit(cross(Math.abs(middle[2]) < 0.9 ? [0, 0, 1] : [1, 0, 0], middle))
  const north = cross(middle, east)
  const flat = (v: Vector): [number, number] => [dot(v, east) / dot(v, middle), dot(v, north) / dot(v, middle)]
  const [x, y] = flat(p)
  let inside = false
  for (const [a, b] of arcsOf(ring)) {
    const [[ax, ay], [bx, by]] = [flat(a), flat(b)]
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside
  }
  return inside ? 'in' : 'out'
}

const unit = (a: Vector) => scaled(a, 1 / length(a))

/** The middle of a ring's corners; refused when they do not fit into one hemisphere, where inside is not plain. */
export function middleOf(ring: Ring): Vector {
  const sum = ring.slice(1).reduce<Vector>((s, v) => [s[0] + v[0], s[1] + v[1], s[2] + v[2]], [0, 0, 0])
  const middle = unit(sum)
  if (!ring.every((corner) => dot(corner, middle) > 1e-6)) {
    throw requestFailed('local cloud does not support polygons of half the earth or more')
  }
  return middle
}
