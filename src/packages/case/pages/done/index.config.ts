export default definePageConfig({
  navigationBarTitleText: '成效清单',
  enablePullDownRefresh: true,
  enableShareAppMessage: true,
  onReachBottomDistance: 240,
})
