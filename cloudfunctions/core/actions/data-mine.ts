import { myData } from '../contract'
import type { Terms } from '../ports/store'
import { ledAlone } from './erase-me'
import { forAnyone } from './kernel'
import { ledgersOf } from './ledger'
import type { World } from './world'

/** 依据：《志愿服务记录与证明出具办法（试行）》: what was recorded and issued is kept and can be checked. */
const stays = [
  {
    what: '服务时长和签到的数字',
    why: '按《志愿服务记录与证明出具办法（试行）》要留存。编号会换成一个谁也对不上的，不带称呼和电话；以后再回来，时长从零记起。',
  },
  {
    what: '已经开出的证明',
    why: '同一办法要求证明可以核验，所以证明上的称呼、编号和那几次服务会留着。还没开的，请先开好存下来。',
  },
  {
    what: '提过的事的编号和日期',
    why: '办了几件、办得怎么样要对得上数。说的话、图片、称呼和电话都会删掉，还在办的会替您撤回；手上有没结清的钱，由社区接着办完。',
  },
  { what: '谁在什么时候改过什么', why: '只有编号，没有称呼和电话，留着是为了有人问起时查得清。' },
  {
    what: '队长按名字和电话记下的',
    why: '没有确认过是您本人的登记，电话没有验证过，不能当作您的删掉；那一位半年没来，就会自动删除。',
  },
  { what: '别人写下的话', why: '活动总结、说明里要是提到了您，请跟那支队伍或者社区说，由他们来改。' },
]

export const showMyData = forAnyone(myData, async (_, world) => {
  const { id, person } = world
  if (id === '') return { items: [], stays, leads: [] }
  const count = (name: Parameters<World['store']['count']>[0], where: Terms) => world.store.count(name, where)
  const [messages, signups, others, wards, teams, cards, files, ledgers, asked, helped, certificates, alone] =
    await Promise.all([
      count('messages', { personId: id }),
      count('signups', { personId: id }),
      count('signups', { by: id }),
      count('dependents', { 'keepers.id': id }),
      count('memberships', { personId: id }),
      count('cards', { by: id }),
      count('files', { by: id }),
      ledgersOf(world, id),
      count('cases', { askerId: id }),
      count('cases', { helpers: id }),
      count('certificates', { personId: id }),
      ledAlone(world),
    ])
  const consents = Object.values(person?.consents ?? {}).reduce((sum, left) => sum + left, 0)
  const items = [
    { what: '称呼、电话和社区', count: person?.name ? 1 : 0, unit: '份' },
    { what: '报名和签到', count: signups, unit: '次' },
    { what: '替家里人、邻居报的名', count: others, unit: '次' },
    { what: '照管的家人', count: wards, unit: '位' },
    { what: '发出的卡片', count: cards, unit: '张' },
    { what: '加入和申请过的队伍', count: teams, unit: '支' },
    { what: '提过的事', count: asked, unit: '件' },
    { what: '帮过的忙', count: helped, unit: '次' },
    { what: '消息', count: messages, unit: '条' },
    { what: '同意再收的微信提醒', count: consents, unit: '条' },
    { what: '导出的文件', count: files, unit: '份' },
    { what: '服务时长', count: ledgers.reduce((sum, { entries }) => sum + entries.length, 0), unit: '条' },
    { what: '开过的证明', count: certificates, unit: '份' },
  ]
  return { items: items.filter((item) => item.count > 0), stays, leads: alone.map((team) => team.name) }
})
