export default definePageConfig({
  navigationBarTitleText: '一起常来',
  enablePullDownRefresh: true,
  enableShareAppMessage: true,
  onReachBottomDistance: 200,
})
