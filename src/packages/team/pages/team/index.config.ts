export default definePageConfig({
  navigationBarTitleText: '队伍',
  navigationStyle: 'custom',
  enablePullDownRefresh: true,
  enableShareAppMessage: true,
})
