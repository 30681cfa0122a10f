export default definePageConfig({ navigationBarTitleText: '添人' })
