export default definePageConfig({ navigationBarTitleText: 'teams' })
