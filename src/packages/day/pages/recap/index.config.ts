export default definePageConfig({ navigationBarTitleText: '写总结' })
