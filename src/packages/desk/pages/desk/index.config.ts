export default definePageConfig({ navigationBarTitleText: '队长台' })
