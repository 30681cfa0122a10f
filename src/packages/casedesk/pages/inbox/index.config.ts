export default definePageConfig({ navigationBarTitleText: '社区事务台', enablePullDownRefresh: true })
