import { ask, choice, field, form, h } from './dom.js'

const deeds = [
  ['delay', '慢一些'],
  ['drop', '没送到，也没有回音'],
  ['lose', '做了，没有回音'],
  ['duplicate', '做了两遍'],
  ['error', '回一个错误'],
  ['kill', '问的函数当场没了'],
  ['timeout', '超时'],
]

/** What goes wrong on purpose: rules, and how often each struck. */
export async function faults(again) {
  const { seed, rules } = await ask('faults')
  const keep = (next) => ask('faults', { seed, rules: next }).then(again)
  const problem = h('p', { class: 'wrong', 'aria-live': 'polite' })
  const add = async ({ on, does, chance, ms, times, code }) => {
    const rule = { on: on.trim(), do: does, chance: Number(chance) / 100, ms: amount(ms), times: amount(times) }
    const named = code.trim() && { code: /^-?\d+$/.test(code.trim()) ? Number(code) : code.trim() }
    try {
      await keep([...rules, { ...rule, ...named }])
    } catch (error) {
      problem.textContent = `加不上：${error.message}`
    }
  }
  const drop = (at) => keep(rules.filter((_, position) => position !== at))
  return [
    rules.length
      ? rules.map((rule, at) => card(rule, () => void drop(at)))
      : h('p', { class: 'quiet' }, '一切正常，没有规则。'),
    h('h2', {}, '加一条'),
    form(
      add,
      field('哪些请求', { name: 'on', required: true, value: 'database.*', list: 'requests' }, 'wide'),
      h('datalist', { id: 'requests' }, ...known.map((value) => h('option', { value }))),
      choice('出什么事', 'does', deeds),
      field('多大机会（%）', { name: 'chance', type: 'number', min: 0, max: 100, value: 100 }),
      field('几毫秒', { name: 'ms', type: 'number', min: 0 }),
      field('最多几次', { name: 'times', type: 'number', min: 1 }),
      field('错误代码', { name: 'code', placeholder: 'SYS_ERR' }),
      h('button', { class: 'main' }, '加上'),
    ),
    problem,
    h('p', { class: 'quiet' }, `规则加减之后重新数起；种子是 ${seed}，同样的请求会碰上同样的事。`),
  ]
}

const known = [
  'database.*',
  'database.getDocument',
  'database.modifyDocument',
  'database.commitTransaction',
  'storage.*',
  'openapi *',
  'openapi subscribeMessage.send',
  'openapi security.msgSecCheck',
  'function *',
]

const amount = (text) => (text === '' ? undefined : Number(text))

function card({ on, do: does, chance, ms, times, code, matched, struck }, remove) {
  const facts = [
    `机会 ${Math.round(chance * 100)}%`,
    ms !== undefined && `${ms} 毫秒`,
    times !== undefined && `最多 ${times} 次`,
    code,
    `遇上 ${matched} 次，出事 ${struck} 次`,
  ]
  const words = deeds.find(([value]) => value === does)?.[1] ?? does
  return h(
    'div',
    { class: 'card' },
    h('div', { class: 'head' }, h('code', {}, on), h('strong', {}, words)),
    h('div', { class: 'quiet' }, facts.filter(Boolean).join(' · ')),
    h('div', { class: 'row' }, h('button', { click: remove }, '去掉')),
  )
}
