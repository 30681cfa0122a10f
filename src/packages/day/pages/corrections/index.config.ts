export default definePageConfig({ navigationBarTitleText: '时长更正', enablePullDownRefresh: true })
