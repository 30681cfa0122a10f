import type { ActivityTemplate } from './activity-template'
import { antiFraudTalk } from './activities/anti-fraud-talk'
import { benchTalk } from './activities/bench-talk'
import { cleanUp } from './activities/clean-up'
import { eldersClass } from './activities/elders-class'
import { eveningPatrol } from './activities/evening-patrol'
import { familyAwards } from './activities/family-awards'
import { flowerArranging } from './activities/flower-arranging'
import { fourThirtyClass } from './activities/four-thirty-class'
import { freeClinic } from './activities/free-clinic'
import { gasCheck } from './activities/gas-check'
import { handyDay } from './activities/handy-day'
import { jobFair } from './activities/job-fair'
import { phoneClass } from './activities/phone-class'
import { residentsMeeting } from './activities/residents-meeting'
import { springCouplets } from './activities/spring-couplets'
import { zongzi } from './activities/zongzi'

export type { ActivityTemplate } from './activity-template'

/** The kinds of activity a leader can start from, in the order in which the chips stand. */
export const activityTemplates: readonly ActivityTemplate[] = [
  freeClinic,
  cleanUp,
  fourThirtyClass,
  benchTalk,
  residentsMeeting,
  antiFraudTalk,
  phoneClass,
  gasCheck,
  eveningPatrol,
  jobFair,
  handyDay,
  flowerArranging,
  eldersClass,
  zongzi,
  springCouplets,
  familyAwards,
]
