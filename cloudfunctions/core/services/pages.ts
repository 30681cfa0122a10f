/** Pages of the mini-program that a message can open, with their query. */
export const pages = {
  activity: (id: string) => `/packages/activity/pages/detail/index?id=${id}`,
  team: (id: string) => `/packages/team/pages/team/index?id=${id}`,
  members: (id: string) => `/packages/team/pages/members/index?id=${id}`,
}
