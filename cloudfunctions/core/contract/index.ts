// The contract room: what phone and cloud agree on. Owned by neither side.
import type { AnyAction } from './action'
import * as activity from './activity'
import * as card from './card'
import * as cases from './case'
import * as caseDesks from './case-desks'
import * as caseMoves from './case-moves'
import * as day from './day'
import * as desk from './desk'
import * as family from './family'
import * as files from './files'
import * as hours from './hours'
import * as people from './people'
import * as recap from './recap'
import * as reach from './reach'
import * as registers from './registers'
import * as series from './series'
import * as station from './station'
import * as system from './system'
import * as team from './team'

/** Every action there is; the router and the tests walk over it. */
export const actions = {
  me: people.me,
  saveProfile: people.saveProfile,
  consent: people.consent,
  messages: people.messages,
  readMessages: people.readMessages,
  myData: people.myData,
  eraseMe: people.eraseMe,
  listActivities: activity.listActivities,
  getActivity: activity.getActivity,
  join: activity.join,
  leave: activity.leave,
  answer: activity.answer,
  myActivities: activity.myActivities,
  desk: desk.desk,
  saveDraft: desk.saveDraft,
  publish: desk.publish,
  edit: desk.edit,
  close: desk.close,
  cancel: desk.cancel,
  discard: desk.discard,
  getForm: desk.getForm,
  roster: desk.roster,
  release: desk.release,
  places: desk.places,
  listTeams: team.listTeams,
  getTeam: team.getTeam,
  apply: team.apply,
  withdraw: team.withdraw,
  members: team.members,
  decide: team.decide,
  dismiss: team.dismiss,
  editTeam: team.editTeam,
  family: family.family,
  saveDependent: family.saveDependent,
  inviteKeeper: family.inviteKeeper,
  previewKeeping: family.previewKeeping,
  acceptKeeping: family.acceptKeeping,
  letGo: family.letGo,
  changeRights: family.changeRights,
  withdrawConsent: family.withdrawConsent,
  claimable: family.claimable,
  claim: family.claim,
  unclaim: family.unclaim,
  claims: family.claims,
  confirmClaim: family.confirmClaim,
  enterPeople: family.enterPeople,
  approve: family.approve,
  showDraw: family.showDraw,
  createSeries: series.createSeries,
  getSeries: series.getSeries,
  editSeries: series.editSeries,
  joinSeries: series.joinSeries,
  leaveSeries: series.leaveSeries,
  endSeries: series.endSeries,
  daySheet: day.daySheet,
  mergeDay: day.mergeDay,
  dayCodes: day.dayCodes,
  scanCode: day.scanCode,
  myPasses: day.myPasses,
  settleDay: day.settleDay,
  myHours: hours.myHours,
  correctHours: hours.correctHours,
  corrections: hours.corrections,
  decideCorrection: hours.decideCorrection,
  issueCertificate: hours.issueCertificate,
  myCertificates: hours.myCertificates,
  certificateCode: hours.certificateCode,
  verifyCertificate: hours.verifyCertificate,
  getRecap: recap.getRecap,
  saveRecap: recap.saveRecap,
  rate: recap.rate,
  activityCode: recap.activityCode,
  orderRoster: files.orderRoster,
  orderCertificate: files.orderCertificate,
  orderPasses: files.orderPasses,
  fileState: files.fileState,
  runFile: files.runFile,
  makeCard: card.makeCard,
  openCard: card.openCard,
  answerCard: card.answerCard,
  acceptCard: card.acceptCard,
  sentCards: card.sentCards,
  callList: reach.callList,
  tickCall: reach.tickCall,
  elders: station.elders,
  enterElder: station.enterElder,
  inviteForElder: station.inviteForElder,
  joinForElder: station.joinForElder,
  leaveForElder: station.leaveForElder,
  changeKeeper: station.changeKeeper,
  withdrawElder: station.withdrawElder,
  askCase: cases.askCase,
  enterCase: cases.enterCase,
  dropCasePictures: cases.dropCasePictures,
  similarCases: cases.similarCases,
  followCase: cases.followCase,
  listCases: cases.listCases,
  myCases: cases.myCases,
  nearCases: cases.nearCases,
  partyCase: cases.partyCase,
  getCase: cases.getCase,
  moveCase: caseMoves.moveCase,
  inboxCases: caseDesks.inboxCases,
  unitCases: caseDesks.unitCases,
  countyCases: caseDesks.countyCases,
  matches: caseDesks.matches,
  caseFigures: caseDesks.caseFigures,
  listPartners: registers.listPartners,
  listResources: registers.listResources,
  saveResource: registers.saveResource,
  endResource: registers.endResource,
  listProjects: registers.listProjects,
  saveProject: registers.saveProject,
  health: system.health,
  watch: system.watch,
  check: system.check,
} as const

/** The names of all actions, such as `activity.join`. */
export type ActionName = (typeof actions)[keyof typeof actions]['name']

const byJobs: readonly string[] = [
  ...[files.orderRoster, files.orderCertificate, files.orderPasses, files.fileState, files.runFile],
  ...[hours.issueCertificate, hours.myCertificates, hours.certificateCode, hours.verifyCertificate],
  ...[people.myData, people.eraseMe],
  ...[station.elders, station.enterElder, station.inviteForElder],
  ...[family.claimable, family.claim, family.unclaim, family.claims, family.confirmClaim],
  ...[system.watch, system.check],
  ...[station.joinForElder, station.leaveForElder, station.changeKeeper, station.withdrawElder],
].map((action) => action.name)
/** Mechanisms that the `cases` function answers. */
const byCases = /^(case|partner|resource|project)\./

/** The functions that answer phones: `jobs` has more time, `cases` has all that is asked for, `api` everything else. */
export type Answering = 'api' | 'jobs' | 'cases'

/** The function that answers an action, by its name. */
export function answeredBy(name: string): Answering {
  if (byCases.test(name)) return 'cases'
  return byJobs.includes(name) ? 'jobs' : 'api'
}

export const allActions: readonly AnyAction[] = Object.values(actions) as unknown as readonly AnyAction[]

export * from './action'
export * from './activity'
export * from './card'
export * from './case'
export * from './case-desks'
export * from './case-moves'
export * from './colours'
export * from './day'
export * from './desk'
export * from './family'
export * from './files'
export * from './form'
export * from './hours'
export * from './people'
export * from './recap'
export * from './reach'
export * from './registers'
export * from './refusals'
export * from './seats'
export * from './series'
export * from './station'
export * from './system'
export * from './team'
export * from './wire'
