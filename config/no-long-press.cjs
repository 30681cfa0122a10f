// Taro's templates wait for a long press on everything, and WeChat gives no tap to who presses longer than 350 ms where
// a long press is waited for: slow fingers would press in vain. Nothing here is pressed long, so the templates say so.
module.exports = (ctx) => {
  ctx.modifyBuildAssets(({ assets }) => {
    for (const name of Object.keys(assets).filter((file) => file.endsWith('.wxml'))) {
      const text = String(assets[name].source()).replace(/ bindlong(press|tap)="eh"/g, '')
      assets[name] = { source: () => text, size: () => Buffer.byteLength(text) }
    }
  })
}
