import { ask, h, when } from './dom.js'

/** The messages that were sent, by who received them. */
export async function messages() {
  const { receivers } = await ask('wechat/receivers')
  if (!receivers.length) return h('p', { class: 'quiet' }, '还没有人收到过消息。')
  return receivers.map(({ openid, count }) => {
    const body = h('div')
    const open = async (event) => {
      if (!event.target.open || body.children.length) return
      const { messages: list } = await ask(`wechat/messages?openid=${encodeURIComponent(openid)}`)
      body.append(...list.reverse().map(card))
    }
    const summary = h('summary', {}, h('code', {}, openid), ' ', h('span', { class: 'count' }, `${count} 条`))
    return h('details', { class: 'card', toggle: (event) => void open(event) }, summary, body)
  })
}

function card({ at, templateId, page, data }) {
  const fields = Object.entries(data).flatMap(([name, text]) => [h('dt', {}, name), h('dd', {}, text)])
  return h(
    'div',
    { class: 'card' },
    h('div', { class: 'quiet' }, [when(at), templateId, page].filter(Boolean).join(' · ')),
    h('dl', {}, fields),
  )
}
