export default definePageConfig({
  navigationBarTitleText: '活动',
  navigationStyle: 'custom',
  enablePullDownRefresh: true,
  enableShareAppMessage: true,
  onReachBottomDistance: 240,
})
