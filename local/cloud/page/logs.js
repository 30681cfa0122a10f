import { ask, field, form, h, readable, when } from './dom.js'

let wanted = ''

/** What functions wrote, by call, the newest first; found by anything in it, such as a trace. */
export async function logs(again) {
  const { logs: lines } = await ask('logs')
  const calls = new Map()
  for (const line of lines) calls.set(line.requestId, [...(calls.get(line.requestId) ?? []), line])
  const found = [...calls.values()].reverse().filter((call) => !wanted || JSON.stringify(call).includes(wanted))
  const search = form(
    (fields) => {
      wanted = fields.wanted.trim()
      return again()
    },
    field('编号（trace）、函数名，或者日志里的字', { name: 'wanted', value: wanted }, 'wide'),
    h('button', {}, '找一找'),
  )
  const nothing = wanted ? '没有找到。日志只留最近的两千行。' : '函数还没有写过日志。'
  return [search, found.length ? found.slice(0, 100).map(card) : h('p', { class: 'quiet' }, nothing)]
}

function card(call) {
  const [first] = call
  const isWrong = call.some(({ level }) => level === 'error')
  const facts = factsOf(first.text)
  const summary = [
    facts.action ?? facts.timer,
    facts.outcome,
    facts.ms !== undefined && `${facts.ms} 毫秒`,
    facts.trace,
  ]
  return h(
    'details',
    { class: isWrong ? 'card danger' : 'card', open: Boolean(wanted) },
    h(
      'summary',
      {},
      h('span', { class: 'quiet' }, `${when(first.at)} ${first.functionName} `),
      summary.filter(Boolean).join(' · ') || first.text.slice(0, 80),
    ),
    call.map(({ level, text }) => h('pre', { class: level === 'error' && 'wrong' }, readable(text))),
    h('p', { class: 'quiet' }, `请求号 ${first.requestId}`),
  )
}

function factsOf(text) {
  try {
    const facts = JSON.parse(text)
    return typeof facts === 'object' && facts !== null ? facts : {}
  } catch {
    return {}
  }
}
