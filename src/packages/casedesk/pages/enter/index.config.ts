export default definePageConfig({ navigationBarTitleText: '电话登记', enablePullDownRefresh: true })
