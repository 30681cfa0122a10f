export default definePageConfig({ navigationBarTitleText: '系统状况', enablePullDownRefresh: true })
