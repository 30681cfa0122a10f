export default definePageConfig({ navigationBarTitleText: '请您去' })
