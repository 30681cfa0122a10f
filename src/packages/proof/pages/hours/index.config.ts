export default definePageConfig({ navigationBarTitleText: '时长与证明', enablePullDownRefresh: true })
