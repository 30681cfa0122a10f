export default definePageConfig({
  // Read only from Moments, where WeChat draws its own bar above whatever the page has to say.
  navigationBarTitleText: '七彩蒲公英',
  navigationStyle: 'custom',
  singlePage: { navigationBarFit: 'squeezed' },
})
