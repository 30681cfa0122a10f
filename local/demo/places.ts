import type { PlaceDoc } from '@core/ports/documents'
import type { Chance } from './chance'
import { communities, officePhone, type Community } from './communities'

/** The middle of the town, an invented one: there is no town at this point of the map. */
const centre = { latitude: 36.3125, longitude: 111.842 }
const services = ['便民代办', '协商议事', '文化交流', '休闲娱乐', '学习阅览']

interface Kind {
  key: string
  name: (community: Community) => string
  functions: string[]
  hours: string
}

/** Where activities are held, beside the stations; 柳湾 calls some of them by older names. */
const venues: Kind[] = [
  { key: 'room', name: ours('2 号楼活动室', '活动室'), functions: ['活动室', '文化交流'], hours: '8:30–21:00' },
  { key: 'pavilion', name: ours('北院凉亭', '凉亭'), functions: ['凉亭', '休闲娱乐'], hours: '全天' },
  { key: 'square', name: ours('柳湾小广场', '小广场'), functions: ['广场', '休闲娱乐'], hours: '全天' },
  { key: 'yard', name: ours('东院', '大院'), functions: ['院子', '休闲娱乐'], hours: '全天' },
]
const restStop: Kind = {
  key: 'rest',
  name: ({ road }) => `${road}爱心驿站`,
  functions: ['驿站', '饮水', '充电', '微波炉'],
  hours: '7:00–21:00',
}
const canteen: Kind = {
  key: 'canteen',
  name: ({ short }) => `${short}便民餐厅`,
  functions: ['餐厅', '送餐'],
  hours: '11:00–13:30，17:00–18:30',
}
const withCanteen = ['liuwan', 'nanqiao', 'xinan', 'heshun']
const withSecondStop = ['liuwan', 'dongsheng']

function ours(inLiuwan: string, elsewhere: string) {
  return ({ id, short }: Community) => (id === 'liuwan' ? inLiuwan : `${short}${elsewhere}`)
}

/** Every place: 42 stations, four venues in each community, 15 rest stops and four canteens. */
export function placeDocs(chance: Chance): PlaceDoc[] {
  return communities.flatMap((community, at) => {
    let order = 0
    const put = (key: string, name: string, functions: string[], hours: string): PlaceDoc => {
      const metres = (span: number) => chance.whole(-span, span)
      const north = community.north + metres(order === 0 ? 30 : 320)
      const east = community.east + metres(order === 0 ? 30 : 320)
      order++
      return {
        _id: `${community.id}-${key}`,
        communityId: community.id,
        name,
        address: `${community.road} ${chance.whole(1, 120)} 号`,
        latitude: round(centre.latitude + north / 111_000),
        longitude: round(centre.longitude + east / 89_500),
        functions,
        hours,
        phone: officePhone(at),
        order,
      }
    }
    const kind = ({ key, name, functions, hours }: Kind) => put(key, name(community), functions, hours)
    const stations = community.stations.map((name, number) => {
      const offered = number === 0 ? services : services.filter(() => chance.yes(0.8))
      const hours = number === 0 ? '8:00–20:00' : '8:30–18:00'
      return put(`station-${number + 1}`, `${name}党群服务站`, ['党群服务站', ...offered], hours)
    })
    const stops = [kind(restStop)]
    if (withSecondStop.includes(community.id)) {
      stops.push(put('rest-2', `${community.road}北口爱心驿站`, restStop.functions, restStop.hours))
    }
    return [...stations, ...venues.map(kind), ...(withCanteen.includes(community.id) ? [kind(canteen)] : []), ...stops]
  })
}

const round = (degrees: number) => Math.round(degrees * 1e6) / 1e6
