import type { CommunityDoc, PlaceDoc } from '@core/ports/documents'

/** A community as it is invented: where it lies, its road, and the compounds with a station of their own. */
export interface Community {
  id: string
  /** 柳湾, without 社区. */
  short: string
  road: string
  /** Metres east and north of the middle of the town. */
  east: number
  north: number
  /** Names of its stations; the first is the community's own. */
  stations: readonly string[]
}

const make = (id: string, short: string, road: string, east: number, north: number, ...compounds: string[]) => ({
  id,
  short,
  road,
  east,
  north,
  stations: [short, ...compounds],
})

/** The thirteen communities of the town, with 42 stations; 柳湾 comes first. */
export const communities: readonly Community[] = [
  make('liuwan', '柳湾', '柳湾路', 300, -450, '河畔家园', '纺织厂家属院', '柳荫里'),
  make('dongsheng', '东升', '东升街', 1350, 200, '向阳小区', '建材厂家属院'),
  make('huaiyin', '槐荫', '槐荫街', -500, 700, '老槐院', '银杏苑'),
  make('nanqiao', '南桥', '南桥路', 150, -1450, '桥头小区', '滨水花园', '供销社家属院'),
  make('shiliu', '石榴园', '石榴园路', -1300, -300, '果园里', '安居苑'),
  make('shuyuan', '书院巷', '书院巷', -150, 150, '状元里', '二中家属院'),
  make('xinan', '新安', '新安大街', 1700, -900, '新安东区', '新安西区', '锦绣城'),
  make('wenmiao', '文庙街', '文庙街', 450, 500, '钟楼巷', '百货家属院'),
  make('lihua', '梨花苑', '梨花路', -1800, 650, '梨花苑二期', '电力小区'),
  make('beihe', '北河沿', '北河沿路', 700, 1500, '河沿新居', '水岸小区'),
  make('cuiping', '翠屏', '翠屏路', -900, 1650, '翠屏山下', '松林小区'),
  make('heshun', '和顺里', '和顺街', -700, -1150, '和顺北里', '粮站家属院'),
  make('changhong', '长虹', '长虹路', 1900, 900, '长虹东苑', '机械厂家属院'),
]

/** Telephone of the community office; the area code 000 does not exist. */
export const officePhone = (order: number) => `000-52${String(order + 1).padStart(2, '0')}001`

/** The id of a compound, by its place among those of its community, the first is 1. */
export const compoundIdOf = (communityId: string, place: number) => `${communityId}-${place}`

/** The communities as the cloud keeps them; the middle of a compound is its station. */
export function communityDocs(places: readonly PlaceDoc[]): CommunityDoc[] {
  return communities.map(({ id, short, stations }, order) => ({
    _id: id,
    name: `${short}社区`,
    phone: officePhone(order),
    hours: '8:00–20:00',
    order: order + 1,
    compounds: stations.slice(1).map((name, at) => {
      const station = places.find(({ _id }) => _id === `${id}-station-${at + 2}`)
      if (!station) throw new Error(`${name} has no station`)
      return { id: compoundIdOf(id, at + 1), name, latitude: station.latitude, longitude: station.longitude }
    }),
  }))
}
