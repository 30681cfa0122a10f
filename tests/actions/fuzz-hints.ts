// What stands for something in the county in which everything is fuzzed.
import { actions } from '../../cloudfunctions/core/contract'
import { cursorOf } from '../../cloudfunctions/core/actions/paging'
import { dayOf } from '../../cloudfunctions/core/domain/times'
import type { Collections } from '../../cloudfunctions/core/ports/documents'
import { day, hour, personIdOf } from './county'
import type { Key } from './inputs'

type Name = keyof Collections
type Everything = ReadonlyMap<Name, readonly { _id: string }[]>

const kinds: Record<string, readonly Name[]> = {
  activity: ['activities'],
  day: ['activities'],
  recap: ['activities'],
  reach: ['activities'],
  file: ['activities', 'certificates', 'files'],
  card: ['activities'],
  series: ['series'],
  team: ['teams'],
  family: ['dependents'],
  station: ['dependents'],
  hours: ['activities', 'corrections'],
  certificate: ['certificates'],
  case: ['cases'],
  resource: ['resources'],
  project: ['teams'],
}
const fieldKinds: Record<string, readonly Name[]> = {
  communityId: ['communities'],
  teamId: ['teams'],
  personId: ['people', 'dependents'],
  people: ['people', 'dependents'],
  keeperId: ['people'],
  by: ['people'],
  wardId: ['dependents'],
  forId: ['dependents'],
  elderId: ['dependents'],
  activityId: ['activities'],
  meetings: ['activities'],
  partnerId: ['partners'],
  units: ['partners', 'teams'],
  into: ['cases'],
  projectId: ['projects'],
  ids: ['messages'],
}

/** What stands for something in this county, by action and by the name of the field. */
export function hintsFrom(all: Everything, now: number): (key: Key) => (field: string) => readonly unknown[] {
  const idsOf = (of: readonly Name[]) => of.flatMap((name) => (all.get(name) ?? []).map(({ _id }) => _id))
  const every = idsOf([
    'activities',
    'people',
    'dependents',
    'cases',
    'teams',
    'series',
    'cards',
    'files',
    'certificates',
  ])
  const busy = ['resident', 'stranger', 'member'].map(personIdOf)
  const often = (ids: readonly string[]) => [
    ...ids,
    ...Array.from({ length: 8 }, () => busy.filter((id) => ids.includes(id))).flat(),
  ]
  const some = every.filter((_, n) => n % 7 === 0)
  const today = dayOf(now)
  const times = [now, now - hour, now + hour, now + day, now + 2 * day, 0, 4_102_444_800_000]
  const days = [
    today,
    dayOf(now + day),
    dayOf(now + 3 * day),
    '2026-01-01',
    '2026-12-31',
    '2026-02-30',
    '2099-99-99',
    '0001-01-01',
    '9999-12-31',
  ]
  const phones = ['13800001234', '13911112222', '0555-7654321', '', '12345678', '１３８００００１２３４']
  const tokens = (all.get('cards') ?? [])
    .filter(({ _id }) => _id !== 'cvillage')
    .map((card) => Reflect.get(card, 'token') as unknown)
  const cursors = [
    null,
    cursorOf([now, 'aOpen']),
    cursorOf([-1, '']),
    cursorOf([0.5, '$gt']),
    cursorOf([1e308, 'x'.repeat(60)]),
    'not a cursor',
    '',
  ]
  const files = ['recaps/aPast/a.jpg', `cases/${personIdOf('resident')}/a.jpg`, 'cases/../x', 'x'].map(
    (path) => `cloud://local-env.local-bucket/${path}`,
  )
  const fields: Record<string, readonly unknown[]> = {
    ...{
      startsAt: times,
      endsAt: times,
      opensAt: times,
      closesAt: times,
      cancelBy: times,
      at: times,
      sentAt: times,
      until: times,
      drawAt: times,
    },
    ...{
      from: [...times, ...days],
      to: [...times, ...days],
      day: days,
      skip: days,
      born: ['1950-03', `${today.slice(0, 4)}-01`, '1900-01'],
    },
    ...{
      phone: phones,
      token: tokens,
      code: idsOf(['certificates']),
      cursor: cursors,
      revision: [0, 1, 2, 3],
      turn: [0, 1, 2],
    },
    ...{
      pictures: files,
      picture: files,
      fileIds: files,
      medicine: files,
      unit: ['one', 'two', 'power', 'green', 'none'],
    },
    ...{
      service: ['wish', 'whistle', 'errand', 'hazard', 'order', 'mediation', 'legal'],
      topic: ['', 'around', 'thing', 'light', 'noise'],
    },
    ...{
      compoundId: ['', 'willow', 'river', 'bridge'],
      notice: ['changed_1', 'cancelled_1', 'cancelled_once'],
      search: ['扫', '何', '', 'ab'],
    },
    ...{
      year: [2026, 2020, 2100],
      latitude: [31.35, 0, -90],
      longitude: [118.3, 0, 180],
      name: ['resident', '来人', '何秀兰'],
    },
    ...{
      templates: ['stand-in-reminder', 'stand-in-case', 'none'],
      values: ['q1'],
      'values.value': ['不吃辣', true, 3],
      answers: ['q1'],
    },
    ...{
      text: ['7C:C:nothing', '7C:P:aNow:x:y', ''],
      pass: ['', '7C:P:aNow:x:y'],
      kind: ['haircut', 'blood-pressure'],
    },
  }
  return (key) => {
    const mechanism = actions[key].name.split('.')[0] ?? ''
    const own = idsOf(kinds[mechanism] ?? [])
    const lively = own.filter((id) => !/^x\d/.test(id))
    return (field) => {
      const known = fields[field] ?? often(idsOf(fieldKinds[field] ?? []))
      if (known.length > 0) return known
      if (field === 'id') return [...Array.from({ length: 8 }, () => lively).flat(), ...own, ...some]
      return field === 'key' ? ['key1', 'key2', 'taiji'] : []
    }
  }
}
