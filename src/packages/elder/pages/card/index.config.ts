export default definePageConfig({
  navigationBarTitleText: '请您去',
  navigationStyle: 'custom',
  // From Moments WeChat draws its own bar above the page.
  singlePage: { navigationBarFit: 'squeezed' },
})
