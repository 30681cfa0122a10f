export default definePageConfig({ navigationBarTitleText: '一起照管' })
