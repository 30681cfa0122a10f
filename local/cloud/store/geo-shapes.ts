import { requestFailed } from './faults'
import { angle, angleToArc, arcsCross, arcsMeet, arcsOf, middleOf, placeInRing, vectorOf, type Vector } from './geo'
import { isPlainObject } from './values'

/** A GeoJSON geometry taken apart; a polygon's first ring is its edge, the others are holes. */
export interface Shape {
  points: Vector[]
  lines: Vector[][]
  polygons: Vector[][][]
}

const listOf = (value: unknown, what: string): unknown[] => {
  if (Array.isArray(value) && value.length) return value as unknown[]
  throw requestFailed(`${what} coordinates must be a non-empty array`)
}

function readLine(value: unknown): Vector[] {
  const line = listOf(value, 'GeoJSON LineString').map(vectorOf)
  if (line.length < 2) throw requestFailed('GeoJSON LineString must have at least 2 vertices')
  return line
}

function readRing(value: unknown): Vector[] {
  const ring = listOf(value, 'Polygon loop').map(vectorOf)
  const [first, last] = [ring[0], ring[ring.length - 1]]
  if (!first || !last || angle(first, last) > 0) throw requestFailed(`Loop is not closed: ${JSON.stringify(value)}`)
  if (ring.length < 4) throw requestFailed(`Loop must have at least 3 different vertices: ${JSON.stringify(value)}`)
  const arcs = arcsOf(ring)
  arcs.forEach(([a, b], i) => {
    const crossed = arcs.findIndex(([c, d], j) => j > i && arcsCross(a, b, c, d))
    if (crossed >= 0) throw requestFailed(`Loop is not valid: Edges ${i} and ${crossed} cross`)
  })
  middleOf(ring)
  return ring
}

const readPolygon = (value: unknown) => listOf(value, 'Polygon').map(readRing)

/** Reads GeoJSON of a query; what it says wrong is refused as MongoDB does. */
export function readShape(geometry: unknown): Shape {
  if (!isPlainObject(geometry) || typeof geometry.type !== 'string') throw requestFailed('unknown geo specifier')
  const { type, coordinates } = geometry
  const shape: Shape = { points: [], lines: [], polygons: [] }
  switch (type) {
    case 'Point':
      return { ...shape, points: [vectorOf(coordinates)] }
    case 'MultiPoint':
      return { ...shape, points: listOf(coordinates, type).map(vectorOf) }
    case 'LineString':
      return { ...shape, lines: [readLine(coordinates)] }
    case 'MultiLineString':
      return { ...shape, lines: listOf(coordinates, type).map(readLine) }
    case 'Polygon':
      return { ...shape, polygons: [readPolygon(coordinates)] }
    case 'MultiPolygon':
      return { ...shape, polygons: listOf(coordinates, type).map(readPolygon) }
    default:
      throw requestFailed(`unknown GeoJSON type: ${type}`)
  }
}

/** Where one value of a document lies; undefined when it is no geometry. A pair of numbers is a point too. */
export function shapeIn(value: unknown): Shape | undefined {
  const isPair = Array.isArray(value) && value.length === 2 && value.every((part) => typeof part === 'number')
  if (!isPair && !isPlainObject(value)) return undefined
  try {
    return isPair ? { points: [vectorOf(value)], lines: [], polygons: [] } : readShape(value)
  } catch {
    // A document may hold anything; what is no place is nowhere.
    return undefined
  }
}

function covers(polygon: Vector[][], place: Vector): boolean {
  const [edge = [], ...holes] = polygon
  return placeInRing(place, edge) !== 'out' && holes.every((hole) => placeInRing(place, hole) !== 'in')
}

const anyCovers = (polygons: Vector[][][], place: Vector) => polygons.some((polygon) => covers(polygon, place))

const linesOf = (shape: Shape) => [...shape.lines, ...shape.polygons.flat()]

const cornersOf = (shape: Shape) => [...shape.points, ...linesOf(shape).flat()]

/** The shortest angle from a place to a shape; 0 inside a polygon. */
export function angleToShape(place: Vector, shape: Shape): number {
  if (anyCovers(shape.polygons, place)) return 0
  const toLines = linesOf(shape).flatMap((line) => arcsOf(line).map(([a, b]) => angleToArc(place, a, b)))
  return Math.min(...shape.points.map((point) => angle(place, point)), ...toLines)
}

/** True when the shape lies entirely inside one or more of the polygons, edges included. */
export function isWithin(shape: Shape, polygons: Vector[][][]): boolean {
  if (shape.points.some((point) => !anyCovers(polygons, point))) return false
  return linesOf(shape).every((line) =>
    polygons.some(
      (polygon) =>
        line.every((corner) => covers(polygon, corner)) &&
        !polygon.some((ring) => arcsOf(ring).some(([a, b]) => arcsOf(line).some(([c, d]) => arcsCross(a, b, c, d)))) &&
        !polygon.slice(1).some((hole) => shape.polygons.some((own) => own[0] === line && fills(own, hole))),
    ),
  )
}

/** True when a polygon covers a hole of another and has no such hole itself. */
const fills = ([edge = [], ...holes]: Vector[][], hole: Vector[]) =>
  surrounds(edge, hole) && !holes.some((own) => surrounds(own, hole))

const surrounds = (edge: Vector[], hole: Vector[]) => hole.every((corner) => placeInRing(corner, edge) !== 'out')

/** True when the shape lies entirely within an angle around a place. */
export const isWithinCap = (shape: Shape, centre: Vector, radius: number): boolean =>
  cornersOf(shape).every((corner) => angle(corner, centre) <= radius)

/** True when two shapes share at least one place. */
export function intersect(a: Shape, b: Shape): boolean {
  if (cornersOf(a).some((corner) => anyCovers(b.polygons, corner))) return true
  if (cornersOf(b).some((corner) => anyCovers(a.polygons, corner))) return true
  const meets = (shape: Shape, other: Shape) => shape.points.some((point) => angleToShape(point, other) < 1e-12)
  if (meets(a, b) || meets(b, a)) return true
  const [arcsA, arcsB] = [linesOf(a).flatMap(arcsOf), linesOf(b).flatMap(arcsOf)]
  return arcsA.some(([p, q]) => arcsB.some(([r, s]) => arcsMeet(p, q, r, s)))
}
