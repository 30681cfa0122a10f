import { ask, h } from './dom.js'

/** All timers; each can be fired now. */
export async function timers() {
  const { timers: all } = await ask('timers')
  if (!all.length) return h('p', { class: 'quiet' }, '没有函数带定时器。')
  return all.map(({ functionName, name, cron }) => {
    const outcome = h('span', { class: 'quiet', 'aria-live': 'polite' })
    const fire = async () => {
      button.disabled = true
      outcome.textContent = '正在跑…'
      const from = Date.now()
      const answer = await ask(`timers/${functionName}/${name}`, {}).catch((error) => ({ errMsg: error.message }))
      outcome.className = answer.errMsg === undefined ? 'quiet' : 'wrong'
      outcome.textContent = answer.errMsg ?? `跑完了，用了 ${Date.now() - from} 毫秒`
      button.disabled = false
    }
    const button = h('button', { click: () => void fire() }, '现在跑一次')
    return h(
      'div',
      { class: 'card' },
      h('div', { class: 'head' }, h('strong', {}, `${functionName} / ${name}`), h('code', {}, cron)),
      h('div', { class: 'row' }, button, outcome),
    )
  })
}
