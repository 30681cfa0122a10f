export default definePageConfig({ navigationBarTitleText: '谁在帮忙', enableShareAppMessage: true })
