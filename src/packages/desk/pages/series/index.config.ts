export default definePageConfig({ navigationBarTitleText: '系列', enablePullDownRefresh: true })
