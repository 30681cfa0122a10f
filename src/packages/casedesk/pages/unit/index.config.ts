export default definePageConfig({ navigationBarTitleText: '单位事务台', enablePullDownRefresh: true })
