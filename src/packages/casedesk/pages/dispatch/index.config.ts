export default definePageConfig({ navigationBarTitleText: '派给谁', enablePullDownRefresh: true })
