export default definePageConfig({
  navigationBarTitleText: '心愿',
  navigationStyle: 'custom',
  enablePullDownRefresh: true,
  enableShareAppMessage: true,
  onReachBottomDistance: 240,
})
