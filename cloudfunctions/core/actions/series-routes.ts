import type { Route } from './kernel'
import { changeSeries, makeSeries, stopSeries } from './series-edit'
import { showSeries } from './series-get'
import { joinMeetings, leaveMeetings } from './series-join'

/** See the contract. */
export const seriesRoutes: readonly Route[] = [
  makeSeries,
  showSeries,
  changeSeries,
  joinMeetings,
  leaveMeetings,
  stopSeries,
]
