import { requestFailed, unsupported } from './faults'
import { EARTH_RADIUS, vectorOf, type Vector } from './geo'
import { angleToShape, intersect, isWithin, isWithinCap, readShape, shapeIn, type Shape } from './geo-shapes'
import { candidates, isPlainObject, type Doc } from './values'

/** A search for what is near; distances in metres. */
export interface Near {
  path: string
  centre: Vector
  least: number
  most: number
}

const shapesAt = (doc: unknown, path: string): Shape[] => candidates(doc, path).flatMap((value) => shapeIn(value) ?? [])

const distanceIn = (operator: string, name: string, value: unknown, missing: number) => {
  if (value === undefined || value === null) return missing
  if (typeof value !== 'number' || Number.isNaN(value)) throw requestFailed(`${operator}: ${name} must be a number`)
  if (value < 0) throw requestFailed(`${operator}: ${name} must be non-negative`)
  return value
}

/** Reads the condition of `$nearSphere` or the options of `$geoNear`. */
export function readNear(operator: string, path: string, point: unknown, least: unknown, most: unknown): Near {
  if (!isPlainObject(point) || point.type !== 'Point') throw requestFailed(`${operator} needs a GeoJSON Point`)
  return {
    path,
    centre: vectorOf(point.coordinates),
    least: distanceIn(operator, 'minDistance', least, 0),
    most: distanceIn(operator, 'maxDistance', most, Infinity),
  }
}

/** The document's distance in metres, undefined when it has no place or none within the wanted distances. */
export function distanceTo(doc: unknown, near: Near): number | undefined {
  const distances = shapesAt(doc, near.path).map((shape) => angleToShape(near.centre, shape) * EARTH_RADIUS)
  const wanted = distances.filter((distance) => distance >= near.least && distance <= near.most)
  return wanted.length ? Math.min(...wanted) : undefined
}

/** The search for nearness among a query's own conditions; `$near` deeper down is refused when it is compiled. */
export function nearOf(conditions: [path: string, condition: unknown][]): Near | undefined {
  const found = conditions.flatMap(([path, condition]) => {
    if (!isPlainObject(condition)) return []
    const spec = condition.$nearSphere ?? condition.$near
    if (spec === undefined) return []
    if (!isPlainObject(spec) || !spec.$geometry) throw unsupported('$nearSphere without $geometry')
    return [readNear('$nearSphere', path, spec.$geometry, spec.$minDistance, spec.$maxDistance)]
  })
  if (found.length > 1) throw requestFailed('Too many geoNear expressions')
  return found[0]
}

const isNear = (key: string) => key === '$near' || key === '$nearSphere'

/** How often a query looks for nearness, at any depth. */
export function countNear(query: unknown): number {
  if (Array.isArray(query)) return query.reduce<number>((sum, part) => sum + countNear(part), 0)
  if (!isPlainObject(query)) return 0
  return Object.entries(query).reduce((sum, [key, inner]) => sum + Number(isNear(key)) + countNear(inner), 0)
}

type Operator = (path: string, value: unknown) => (doc: unknown) => boolean

const near: Operator = (path, value) => {
  const search = nearOf([[path, { $nearSphere: value }]])
  return (doc) => search !== undefined && distanceTo(doc, search) !== undefined
}

const $geoWithin: Operator = (path, spec) => {
  if (!isPlainObject(spec)) throw requestFailed('$geoWithin needs an object')
  if ('$centerSphere' in spec) {
    const [centre, radius] = Array.isArray(spec.$centerSphere) ? (spec.$centerSphere as unknown[]) : []
    const middle = vectorOf(isPlainObject(centre) ? Object.values(centre as Doc) : centre)
    if (typeof radius !== 'number' || !(radius >= 0)) throw requestFailed('radius must be a non-negative number')
    return (doc) => shapesAt(doc, path).some((shape) => isWithinCap(shape, middle, radius))
  }
  if (!('$geometry' in spec)) throw unsupported(`$geoWithin with ${Object.keys(spec).join(', ')}`)
  const { polygons } = readShape(spec.$geometry)
  if (!polygons.length) throw requestFailed('$geoWithin not supported with provided geometry')
  return (doc) => shapesAt(doc, path).some((shape) => isWithin(shape, polygons))
}

const $geoIntersects: Operator = (path, spec) => {
  if (!isPlainObject(spec) || !('$geometry' in spec)) throw unsupported('$geoIntersects without $geometry')
  const wanted = readShape(spec.$geometry)
  return (doc) => shapesAt(doc, path).some((shape) => intersect(shape, wanted))
}

/** Conditions on where something is; they look at every document, whatever indexes there are. */
export const geoOperators: Record<string, Operator> = { $near: near, $nearSphere: near, $geoWithin, $geoIntersects }
