import { plainExtras, type ActivityCard, type ActivityForm } from '@core/contract'

/** A moment of the county's clock: `2026-11-22T08:20`. */
export const at = (text: string): number => Date.parse(`${text}:00+08:00`)

/** Sunday morning, as in the phone's tests. */
export const now = at('2026-11-22T08:20')

/** A published activity next Saturday with 20 seats, 3 of them free; changed as told. */
export const cardWith = (change: Partial<ActivityCard> = {}): ActivityCard => ({
  id: 'a',
  title: '修一修：小家电和拉链',
  colour: 'blue',
  teamId: 't',
  teamName: '修理队',
  communityId: 'liuwan',
  communityName: '柳湾社区',
  placeName: '党群服务站',
  startsAt: at('2026-11-28T09:00'),
  endsAt: at('2026-11-28T11:00'),
  opensAt: at('2026-11-20T00:00'),
  closesAt: at('2026-11-28T09:00'),
  state: 'published',
  capacity: 20,
  seatsLeft: 3,
  taken: 17,
  waiting: 0,
  reason: '',
  mine: null,
  ours: [],
  seriesId: null,
  drawAt: null,
  ...change,
})

/** A form that the cloud would take, for next Saturday; changed as told. */
export const formWith = (change: Partial<ActivityForm> = {}): ActivityForm => ({
  teamId: 't',
  template: 'spring-couplets',
  title: '写春联',
  intro: '',
  place: { id: null, name: '活动室', address: '', latitude: null, longitude: null },
  startsAt: at('2026-11-28T09:00'),
  endsAt: at('2026-11-28T11:00'),
  opensAt: at('2026-11-22T00:00'),
  closesAt: at('2026-11-28T09:00'),
  cancelBy: at('2026-11-27T18:00'),
  capacity: 20,
  audience: 'anyone',
  bring: [],
  contact: { name: '苏桂兰', phone: '000-5201103' },
  ...plainExtras,
  ...change,
})
