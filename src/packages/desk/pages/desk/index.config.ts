export default definePageConfig({ navigationBarTitleText: '队长台', enablePullDownRefresh: true })
