// Every page of the mini-program as somebody of the cast opens it on the demo county.
const activity = 'liuwan-20261128-1'
const team = 'liuwan-crafts'

/** Name of the page's picture, who opens it, and where. */
export const pages: readonly { name: string; as: string; path: string }[] = [
  { name: 'home', as: '梁文娟', path: '/pages/home/index' },
  { name: 'activity', as: '何玉珍', path: `/packages/activity/pages/detail/index?id=${activity}` },
  { name: 'my-signups', as: '梁文娟', path: '/packages/activity/pages/mine/index' },
  { name: 'teams', as: '梁文娟', path: '/pages/teams/index' },
  { name: 'team', as: '梁文娟', path: `/packages/team/pages/team/index?id=${team}` },
  { name: 'members', as: '苏桂兰', path: `/packages/team/pages/members/index?id=${team}` },
  { name: 'me', as: '梁文娟', path: '/pages/me/index' },
  { name: 'profile', as: '梁文娟', path: '/packages/me/pages/profile/index' },
  { name: 'messages', as: '梁文娟', path: '/packages/me/pages/messages/index' },
  { name: 'settings', as: '梁文娟', path: '/packages/me/pages/settings/index' },
  { name: 'desk', as: '苏桂兰', path: '/packages/desk/pages/desk/index' },
  { name: 'publish', as: '苏桂兰', path: '/packages/desk/pages/publish/index' },
  { name: 'roster', as: '苏桂兰', path: `/packages/desk/pages/roster/index?id=${activity}` },
]
