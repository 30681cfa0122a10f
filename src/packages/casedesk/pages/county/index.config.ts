export default definePageConfig({ navigationBarTitleText: '全县事务', enablePullDownRefresh: true })
