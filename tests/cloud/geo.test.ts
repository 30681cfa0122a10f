import { type LocalCloud } from '../../local/cloud/server'
import { launch, plain, removeFolders, run } from './launch'

let cloud: LocalCloud

type Pair = [number, number]

const CITIES: Record<string, Pair> = {
  beijing: [116.4074, 39.9042],
  shanghai: [121.4737, 31.2304],
  guangzhou: [113.2644, 23.1291],
  urumqi: [87.6168, 43.8256],
  london: [-0.1276, 51.5072],
  auckland: [174.7633, -36.8485],
}

// Great-circle kilometres from Beijing by the haversine formula with MongoDB's radius, 6378.1 km.
const FROM_BEIJING: [string, number][] = [
  ['beijing', 0],
  ['shanghai', 1068.5],
  ['guangzhou', 1890.694],
  ['urumqi', 2413.662],
  ['london', 8150.135],
  ['auckland', 10418.56],
]

beforeAll(async () => {
  cloud = await launch({ collections: { cities: plain, shapes: plain, near: plain } })
  await run(
    cloud,
    async ({ db }, cities) => {
      const points = Object.entries(cities).map(([_id, [lng, lat]]) => ({
        _id,
        at: new db.Geo.Point(lng, lat),
        isChinese: lng > 80 && lat > 0,
      }))
      await db
        .collection('cities')
        .add({ data: [...points, { _id: 'nowhere' }, { _id: 'odd', at: { type: 'Point' } }] })
      const { Point, LineString, Polygon, MultiPoint, MultiLineString, MultiPolygon } = db.Geo
      const line = (...pairs: [number, number][]) => new LineString(pairs.map(([lng, lat]) => new Point(lng, lat)))
      const box = (w: number, s: number, e: number, n: number) => line([w, s], [e, s], [e, n], [w, n], [w, s])
      await db.collection('shapes').add({
        data: [
          { _id: 'centre', shape: new Point(0, 0) },
          { _id: 'between', shape: new Point(1.5, 0) },
          { _id: 'corner', shape: new Point(2, 2) },
          { _id: 'far', shape: new Point(5, 5) },
          { _id: 'road', shape: line([1.2, 1.2], [1.8, 1.8]) },
          { _id: 'leaving', shape: line([1.5, 0], [3, 0]) },
          { _id: 'bridge', shape: line([-3, 0], [3, 0]) },
          { _id: 'frame', shape: new Polygon([box(-2, -2, 2, 2), box(-1, -1, 1, 1)]) },
          { _id: 'yard', shape: new Polygon([box(1.1, 1.1, 1.9, 1.9)]) },
          { _id: 'stops', shape: new MultiPoint([new Point(1.5, 1.5), new Point(-1.5, 1.5)]) },
          { _id: 'lines', shape: new MultiLineString([line([4, 4], [6, 6]), line([6, 4], [4, 6])]) },
          { _id: 'islands', shape: new MultiPolygon([new Polygon([box(3, 3, 4, 4)]), new Polygon([box(6, 6, 7, 7)])]) },
          { _id: 'pair', shape: [0.5, 0.5] },
        ],
      })
    },
    CITIES,
  )
})

afterAll(async () => {
  await cloud.close()
  removeFolders()
})

test('every kind of place comes back as the class it was saved as', async () => {
  const same = await run(cloud, async ({ db }) => {
    const { data } = await db.collection('shapes').limit(50).get()
    return data.map((row) => `${String(row._id)} ${(row.shape as object).constructor.name}`)
  })
  expect(same.sort().join(', ')).toBe(
    'between Point, bridge LineString, centre Point, corner Point, far Point, frame Polygon, islands MultiPolygon, ' +
      'leaving LineString, lines MultiLineString, pair Array, road LineString, stops MultiPoint, yard Polygon',
  )
})

test('geoNear gives the nearest first, within the wanted metres, and only where there is a place', async () => {
  const found = await run(cloud, async ({ db, _ }) => {
    const geometry = new db.Geo.Point(116.4074, 39.9042)
    const cities = db.collection('cities')
    const names = async (query: ReturnType<typeof cities.where>) =>
      (await query.get()).data.map((row) => row._id).join(' ')
    return {
      all: await names(cities.where({ at: _.geoNear({ geometry }) })),
      within: await names(cities.where({ at: _.geoNear({ geometry, maxDistance: 1_900_000 }) })),
      ring: await names(cities.where({ at: _.geoNear({ geometry, minDistance: 1_500_000, maxDistance: 9_000_000 }) })),
      besides: await names(cities.where({ isChinese: true, at: _.geoNear({ geometry, minDistance: 1 }) })),
      paged: await names(
        cities
          .where({ at: _.geoNear({ geometry }) })
          .skip(1)
          .limit(2),
      ),
      sorted: await names(cities.where({ at: _.geoNear({ geometry, maxDistance: 3e6 }) }).orderBy('_id', 'asc')),
      total: (await cities.where({ at: _.geoNear({ geometry, maxDistance: 1_900_000 }) }).count()).total,
    }
  })
  expect(found).toEqual({
    all: 'beijing shanghai guangzhou urumqi london auckland',
    within: 'beijing shanghai guangzhou',
    ring: 'guangzhou urumqi london',
    besides: 'shanghai guangzhou urumqi',
    paged: 'shanghai guangzhou',
    sorted: 'beijing guangzhou shanghai urumqi',
    total: 3,
  })
})

test('the geoNear stage measures great circles in metres, to a thousandth', async () => {
  const list = await run(cloud, async ({ db }) => {
    const near = new db.Geo.Point(116.4074, 39.9042)
    const stages = db.collection('cities').aggregate().geoNear({ near, spherical: true, distanceField: 'far.metres' })
    return (await stages.end()).list
  })
  expect(list.map((row) => row._id)).toEqual(FROM_BEIJING.map(([name]) => name))
  list.forEach((row, i) => {
    const kilometres = (row.far as { metres: number }).metres / 1000
    expect(Math.abs(kilometres - (FROM_BEIJING[i]?.[1] ?? NaN))).toBeLessThanOrEqual(kilometres / 1000)
  })
})

test('the geoNear stage takes a query, a limit, distances, a factor and gives the place', async () => {
  const list = await run(cloud, async ({ db, _ }) => {
    const options = {
      near: new db.Geo.Point(116.4074, 39.9042),
      spherical: true,
      key: 'at',
      distanceField: 'kilometres',
      distanceMultiplier: 0.001,
      includeLocs: 'place',
      query: { isChinese: true, _id: _.neq('shanghai') },
      minDistance: 1000,
      limit: 1,
    }
    return (await db.collection('cities').aggregate().geoNear(options).project({ isChinese: 0, at: 0 }).end()).list
  })
  expect(list).toHaveLength(1)
  expect(list[0]).toMatchObject({ _id: 'guangzhou', place: { type: 'Point', coordinates: [113.2644, 23.1291] } })
  expect(list[0]?.kilometres as number).toBeCloseTo(1890.694, 2)
})

test('geoWithin keeps what lies inside as a whole: edges belong to it, holes do not', async () => {
  const found = await run(cloud, async ({ db, _ }) => {
    const { Point, LineString, Polygon, MultiPolygon } = db.Geo
    const box = (w: number, s: number, e: number, n: number) =>
      new LineString([new Point(w, s), new Point(e, s), new Point(e, n), new Point(w, n), new Point(w, s)])
    const shapes = db.collection('shapes')
    const names = async (geometry: unknown) => {
      const { data } = await shapes
        .where({ shape: _.geoWithin({ geometry }) })
        .limit(50)
        .get()
      return data.map((row) => row._id).join(' ')
    }
    return {
      box: await names(new Polygon([box(-2, -2, 2, 2)])),
      frame: await names(new Polygon([box(-2, -2, 2, 2), box(-1, -1, 1, 1)])),
      two: await names(
        new MultiPolygon([new Polygon([box(-0.1, -0.1, 0.1, 0.1)]), new Polygon([box(4.5, 4.5, 5.5, 5.5)])]),
      ),
    }
  })
  expect(found).toEqual({
    box: 'centre between corner road frame yard stops pair',
    frame: 'between corner road frame yard stops',
    two: 'centre far',
  })
})

test('geoWithin a circle counts its radius in radians, from a point or a pair', async () => {
  const found = await run(cloud, async ({ db, _ }) => {
    const names = async (centre: unknown, kilometres: number) => {
      const circle = { at: _.geoWithin({ centerSphere: [centre, kilometres / 6378.1] }) }
      return (await db.collection('cities').where(circle).get()).data.map((row) => row._id).join(' ')
    }
    return [
      await names(new db.Geo.Point(116.4074, 39.9042), 1068),
      await names([116.4074, 39.9042], 1069),
      await names([116.4074, 39.9042], 2000),
    ]
  })
  expect(found).toEqual(['beijing', 'beijing shanghai', 'beijing shanghai guangzhou'])
})

test('geoIntersects finds whatever shares a place: crossing, touching, lying within', async () => {
  const found = await run(cloud, async ({ db, _ }) => {
    const { Point, LineString, Polygon } = db.Geo
    const line = (...pairs: [number, number][]) => new LineString(pairs.map(([lng, lat]) => new Point(lng, lat)))
    const names = async (geometry: unknown) => {
      const { data } = await db
        .collection('shapes')
        .where({ shape: _.geoIntersects({ geometry }) })
        .limit(50)
        .get()
      return data.map((row) => row._id).join(' ')
    }
    return {
      middle: await names(new Point(0, 0)),
      meridian: await names(line([1.5, -1], [1.5, 1])),
      north: await names(line([5, 3], [5, 8])),
      yard: await names(new Polygon([line([1, 1], [2, 1], [2, 2], [1, 2], [1, 1])])),
      away: await names(new Point(-60, -60)),
    }
  })
  expect(found).toEqual({
    middle: 'centre bridge',
    meridian: 'between leaving bridge frame',
    north: 'far lines',
    yard: 'corner road frame yard stops',
    away: '',
  })
})

test('a polygon over the date line or near a pole holds what a globe would show inside', async () => {
  const found = await run(cloud, async ({ db, _ }) => {
    const { Point, LineString, Polygon } = db.Geo
    await db.collection('near').add({
      data: [
        { _id: 'fiji', at: new Point(179, -17) },
        { _id: 'samoa', at: new Point(-172, -13.6) },
        { _id: 'pole', at: new Point(40, 89) },
        { _id: 'greenwich', at: new Point(0, -15) },
      ],
    })
    const inside = async (...pairs: [number, number][]) => {
      const ring = new LineString([...pairs, ...pairs.slice(0, 1)].map(([lng, lat]) => new Point(lng, lat)))
      const within = { at: _.geoWithin({ geometry: new Polygon([ring]) }) }
      return (await db.collection('near').where(within).get()).data.map((row) => row._id).join(' ')
    }
    return [await inside([170, -25], [-165, -25], [-165, -5], [170, -5]), await inside([0, 80], [120, 80], [-120, 80])]
  })
  expect(found).toEqual(['fiji samoa', 'pole'])
})

test('coordinates and distances that cannot be are refused with what is wrong with them', async () => {
  const messages = await run(cloud, async ({ db, _ }) => {
    const cities = db.collection('cities')
    const point = { type: 'Point', coordinates: [116, 40] }
    const ring = [
      [0, 0],
      [1, 0],
      [1, 1],
      [0, 0],
    ]
    const conditions: unknown[] = [
      { $nearSphere: { $geometry: { type: 'Point', coordinates: [200, 10] } } },
      { $nearSphere: { $geometry: point, $maxDistance: -1 } },
      { $nearSphere: { $geometry: point, $minDistance: 'near' } },
      { $geoWithin: { $geometry: { type: 'Polygon', coordinates: [ring.slice(0, 3)] } } },
      {
        $geoWithin: {
          $geometry: {
            type: 'Polygon',
            coordinates: [
              [
                [0, 0],
                [2, 2],
                [2, 0],
                [0, 2],
                [0, 0],
              ],
            ],
          },
        },
      },
      { $geoWithin: { $geometry: point } },
      { $geoWithin: { $centerSphere: [[0, 0], -1] } },
      {
        $geoWithin: {
          $box: [
            [0, 0],
            [1, 1],
          ],
        },
      },
      { $geoIntersects: { $geometry: { type: 'Circle', coordinates: [0, 0] } } },
    ]
    const attempts = conditions.map((at) => () => cities.where({ at }).get() as Promise<unknown>)
    const near = new db.Geo.Point(116, 40)
    attempts.push(
      () => cities.where(_.or([{ at: { $nearSphere: { $geometry: point } } }, { _id: 'london' }])).get(),
      () =>
        cities
          .aggregate()
          .match({ at: _.geoNear({ geometry: near }) })
          .end(),
      () => cities.aggregate().limit(5).geoNear({ near, distanceField: 'far', spherical: true }).end(),
      () => cities.aggregate().geoNear({ near, spherical: true }).end(),
    )
    const failed = (error: { errMsg?: string; message?: string }) => error.errMsg ?? error.message
    return Promise.all(attempts.map((attempt) => attempt().then(() => 'accepted', failed)))
  })
  const expected = [
    'longitude/latitude is out of bounds, lng: 200 lat: 10',
    'maxDistance must be non-negative',
    'minDistance must be a number',
    'Loop is not closed',
    'Loop is not valid: Edges 0 and 2 cross',
    '$geoWithin not supported with provided geometry',
    'radius must be a non-negative number',
    'local cloud does not support $geoWithin with $box',
    'unknown GeoJSON type: Circle',
    'geoNear must be top-level expr',
    'are not allowed in this context',
    '$geoNear is only valid as the first stage in a pipeline',
    '$geoNear requires a distanceField option',
  ]
  expected.forEach((text, i) => expect(messages[i]).toContain(text))
})
