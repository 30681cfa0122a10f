export default definePageConfig({ navigationBarTitleText: '还没通知到', enablePullDownRefresh: true })
