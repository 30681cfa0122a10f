export default definePageConfig({ navigationBarTitleText: '认领登记', enablePullDownRefresh: true })
