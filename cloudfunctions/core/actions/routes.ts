import { showActivity } from './activity-get'
import { joinActivity } from './activity-join'
import { answerOffer, leaveActivity } from './activity-leave'
import { mySignUps, whatIsOn } from './activity-list'
import { discardDraft, keepDraft, publishDraft, showForm } from './desk-drafts'
import { editActivity } from './desk-edit'
import { showDesk, showRoster } from './desk-roster'
import { cancelActivity, closeSignUp, releaseSeat } from './desk-state'
import { cardRoutes } from './card-routes'
import { dayRoutes } from './day-routes'
import { familyRoutes } from './family-routes'
import { showHealth } from './health'
import { hoursRoutes } from './hours-routes'
import type { Route } from './kernel'
import { reachRoutes } from './reach-routes'
import { recapRoutes } from './recap-routes'
import { seatRoutes } from './seat-routes'
import { seriesRoutes } from './series-routes'
import { applyToTeam, decideOnMember, dismissMember, leaveTeam, listMembers } from './members'
import { giveConsent, markRead, myMessages, saveMyProfile, showMe } from './people'
import { listPlaces } from './places'
import { changeTeam, showTeam, showTeams } from './teams'

const handled: readonly Route[] = [
  showMe,
  saveMyProfile,
  giveConsent,
  myMessages,
  markRead,
  whatIsOn,
  showActivity,
  joinActivity,
  leaveActivity,
  answerOffer,
  mySignUps,
  showDesk,
  keepDraft,
  publishDraft,
  editActivity,
  closeSignUp,
  cancelActivity,
  discardDraft,
  showForm,
  showRoster,
  releaseSeat,
  listPlaces,
  showTeams,
  showTeam,
  applyToTeam,
  leaveTeam,
  listMembers,
  decideOnMember,
  dismissMember,
  changeTeam,
  showHealth,
  ...seatRoutes,
  ...familyRoutes,
  ...seriesRoutes,
  ...dayRoutes,
  ...hoursRoutes,
  ...recapRoutes,
  ...cardRoutes,
  ...reachRoutes,
]

/** Every action that the `api` function answers, by its name. */
export const routes: ReadonlyMap<string, Route> = new Map(handled.map((route) => [route.action.name, route]))
