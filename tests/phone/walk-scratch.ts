import { App } from './app'
async function main() {
  const app = await App.start()
  const show = async (p: { text(): Promise<string> }, name: string) => { await new Promise((r) => setTimeout(r, 700)); console.log(`--- ${name}\n${(await p.text()).replace(/\n/g, ' | ')}`) }
  const L = await app.phone('苏桂兰', { path: '/packages/desk/pages/publish/index' })
  await show(L, 'publish')
  await L.tap('几席')
  await show(L, 'seats editor'); await L.screenshot('/work/tmp/s/p1.png')
  const p = await app.phone('梁文娟')
  await show(p, 'home')
  await p.tap('义诊：量血压、测血糖')
  await show(p, 'detail')
  await p.tap('报名')
  await show(p, 'sheet'); await p.screenshot('/work/tmp/s/p2.png')
  const n = await app.phone('新来的居民', { path: '/packages/activity/pages/detail/index?id=liuwan-20261122-1' })
  await n.tap('报名')
  await show(n, 'newcomer sheet'); await n.screenshot('/work/tmp/s/p3.png')
  console.log(await app.closePhones())
  await app.stop()
}
main().catch((e) => { console.error(e); process.exit(1) })
