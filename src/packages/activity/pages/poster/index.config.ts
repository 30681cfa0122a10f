export default definePageConfig({
  navigationBarTitleText: '海报',
  enableShareAppMessage: true,
})
