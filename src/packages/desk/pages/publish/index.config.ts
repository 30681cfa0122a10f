export default definePageConfig({ navigationBarTitleText: '发一个活动' })
