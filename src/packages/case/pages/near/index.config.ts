export default definePageConfig({ navigationBarTitleText: '帮帮邻居', enablePullDownRefresh: true })
