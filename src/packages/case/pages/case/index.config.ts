export default definePageConfig({
  navigationBarTitleText: '这件事',
  enablePullDownRefresh: true,
  enableShareAppMessage: true,
})
