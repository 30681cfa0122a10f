export default definePageConfig({ navigationBarTitleText: '社区的老人', enablePullDownRefresh: true })
