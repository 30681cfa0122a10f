export default definePageConfig({
  navigationBarTitleText: '老人',
  enableShareAppMessage: true,
  enablePullDownRefresh: true,
})
