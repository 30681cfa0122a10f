/** WeChat's plugin that reads aloud. A build with SPEECH=off goes without, for accounts that have not added it. */
const speech =
  process.env.SPEECH === 'off' ? {} : { plugins: { WechatSI: { version: '0.3.6', provider: 'wx069ba97219f66d99' } } }

export default defineAppConfig({
  pages: ['pages/home/index', 'pages/teams/index', 'pages/wishes/index', 'pages/me/index'],
  subPackages: [
    {
      root: 'packages/activity',
      name: 'activity',
      pages: [
        'pages/detail/index',
        'pages/mine/index',
        'pages/series/index',
        'pages/pass/index',
        'pages/draw/index',
        'pages/poster/index',
      ],
    },
    { root: 'packages/team', name: 'team', pages: ['pages/team/index', 'pages/members/index'] },
    {
      root: 'packages/me',
      name: 'me',
      pages: ['pages/profile/index', 'pages/messages/index', 'pages/settings/index', 'pages/data/index'],
    },
    {
      root: 'packages/family',
      name: 'family',
      pages: ['pages/list/index', 'pages/edit/index', 'pages/keep/index', 'pages/rights/index'],
    },
    { root: 'packages/elder', name: 'elder', pages: ['pages/card/index'], ...speech },
    {
      root: 'packages/station',
      name: 'station',
      pages: ['pages/elders/index', 'pages/elder/index', 'pages/enter/index'],
    },
    {
      root: 'packages/proof',
      name: 'proof',
      pages: ['pages/hours/index', 'pages/certificate/index', 'pages/verify/index', 'pages/recap/index'],
    },
    {
      root: 'packages/desk',
      name: 'desk',
      pages: [
        'pages/desk/index',
        'pages/publish/index',
        'pages/roster/index',
        'pages/enter/index',
        'pages/claims/index',
        'pages/calls/index',
        'pages/series/index',
      ],
    },
    {
      root: 'packages/case',
      name: 'case',
      pages: ['pages/case/index', 'pages/ask/index', 'pages/menu/index', 'pages/near/index', 'pages/done/index'],
    },
    {
      root: 'packages/casedesk',
      name: 'casedesk',
      pages: [
        'pages/inbox/index',
        'pages/dispatch/index',
        'pages/enter/index',
        'pages/unit/index',
        'pages/county/index',
        'pages/system/index',
        'pages/lists/index',
        'pages/resource/index',
        'pages/project/index',
      ],
    },
    {
      root: 'packages/day',
      name: 'day',
      pages: [
        'pages/day/index',
        'pages/code/index',
        'pages/settle/index',
        'pages/recap/index',
        'pages/corrections/index',
      ],
    },
  ],
  preloadRule: {
    'pages/home/index': { network: 'all', packages: ['activity'] },
    'pages/teams/index': { network: 'all', packages: ['team'] },
    'pages/wishes/index': { network: 'all', packages: ['case'] },
    'pages/me/index': { network: 'all', packages: ['me', 'desk'] },
    // The way to check-in has to be on the phone before the network goes.
    'packages/desk/pages/desk/index': { network: 'all', packages: ['day'] },
    'packages/desk/pages/roster/index': { network: 'all', packages: ['day'] },
  },
  window: {
    navigationBarTitleText: '七彩蒲公英',
    navigationBarBackgroundColor: '@paper',
    navigationBarTextStyle: '@navText' as 'black',
    backgroundColor: '@paper',
    backgroundTextStyle: '@bgText' as 'dark',
  },
  tabBar: {
    color: '@label',
    selectedColor: '@selected',
    backgroundColor: '@card',
    borderStyle: '@border' as 'white',
    list: [
      { pagePath: 'pages/home/index', text: '活动', iconPath: '@homeOff', selectedIconPath: '@homeOn' },
      { pagePath: 'pages/teams/index', text: '队伍', iconPath: '@teamsOff', selectedIconPath: '@teamsOn' },
      { pagePath: 'pages/wishes/index', text: '心愿', iconPath: '@wishesOff', selectedIconPath: '@wishesOn' },
      { pagePath: 'pages/me/index', text: '我的', iconPath: '@meOff', selectedIconPath: '@meOn' },
    ],
  },
  darkmode: true,
  themeLocation: 'theme.json',
  lazyCodeLoading: 'requiredComponents',
  __usePrivacyCheck__: true,
})
