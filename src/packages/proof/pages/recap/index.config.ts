export default definePageConfig({
  navigationBarTitleText: '办完了',
  enablePullDownRefresh: true,
  enableShareAppMessage: true,
})
