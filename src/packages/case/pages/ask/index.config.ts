export default definePageConfig({ navigationBarTitleText: '说一件事', enablePullDownRefresh: true })
