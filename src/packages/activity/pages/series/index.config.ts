export default definePageConfig({
  navigationBarTitleText: '每周的课',
  enablePullDownRefresh: true,
  enableShareAppMessage: true,
  onReachBottomDistance: 200,
})
