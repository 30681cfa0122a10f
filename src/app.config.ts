export default defineAppConfig({
  pages: ['pages/home/index', 'pages/teams/index', 'pages/me/index'],
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
      { pagePath: 'pages/me/index', text: '我的', iconPath: '@meOff', selectedIconPath: '@meOn' },
    ],
  },
  darkmode: true,
  themeLocation: 'theme.json',
  lazyCodeLoading: 'requiredComponents',
  __usePrivacyCheck__: true,
})
