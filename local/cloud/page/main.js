import { ask, h, when } from './dom.js'
import { clock } from './clock.js'
import { collections } from './collections.js'
import { faults } from './faults.js'
import { files } from './files.js'
import { logs } from './logs.js'
import { messages } from './messages.js'
import { plans } from './plans.js'
import { timers } from './timers.js'

const rooms = { collections, plans, logs, timers, messages, files, faults, clock }
const words = {
  collections: '集合',
  plans: '查询',
  logs: '日志',
  timers: '定时器',
  messages: '消息',
  files: '文件',
  faults: '故障',
  clock: '时钟',
}

const tabs = document.getElementById('tabs')
const room = document.getElementById('room')
const state = document.getElementById('state')
let shown = 0

/** Shows a room by its name in the address, such as `#logs`; the newest wish wins. */
async function show() {
  const [name = ''] = location.hash.slice(1).split('/')
  const open = Object.hasOwn(rooms, name) ? name : 'collections'
  const turn = ++shown
  for (const tab of tabs.children) {
    tab.setAttribute('aria-selected', String(tab.dataset.room === open))
    if (tab.dataset.room === open) tab.scrollIntoView({ inline: 'center', block: 'nearest' })
  }
  try {
    const content = await rooms[open](show)
    if (turn === shown) room.replaceChildren(...[content].flat(Infinity))
  } catch (error) {
    if (turn === shown) room.replaceChildren(h('p', { class: 'wrong' }, `没有取到：${error.message}`))
  }
  void tellState()
}

/** Says in one line what time it is there and what goes wrong on purpose. */
async function tellState() {
  const [{ now, offset }, { rules }] = await Promise.all([ask('clock'), ask('faults')])
  const parts = [
    `${when(now)}${offset ? '（时钟拨动过）' : ''}`,
    rules.length ? `${rules.length} 条故障规则在起作用` : '',
  ]
  state.textContent = parts.filter(Boolean).join(' · ')
}

for (const name of Object.keys(rooms)) {
  tabs.append(h('button', { role: 'tab', 'data-room': name, click: () => (location.hash = name) }, words[name]))
}
addEventListener('hashchange', show)
void show()
