// The contract room: what phone and cloud agree on. Owned by neither side.
import type { AnyAction } from './action'
import * as activity from './activity'
import * as desk from './desk'
import * as people from './people'
import * as team from './team'

/** Every action there is; the router and the tests walk over it. */
export const actions = {
  me: people.me,
  saveProfile: people.saveProfile,
  consent: people.consent,
  messages: people.messages,
  readMessages: people.readMessages,
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
} as const

export const allActions: readonly AnyAction[] = Object.values(actions) as unknown as readonly AnyAction[]

export * from './action'
export * from './activity'
export * from './colours'
export * from './desk'
export * from './people'
export * from './refusals'
export * from './team'
export * from './wire'
