export default definePageConfig({
  navigationBarTitleText: '抽签',
  enablePullDownRefresh: true,
  enableShareAppMessage: true,
})
