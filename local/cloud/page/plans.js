import { ask, h } from './dom.js'

/** How queries were answered: the dangerous ones first, then the last ones. */
export async function plans(again) {
  const { dangerous, plans: recent } = await ask('plans')
  return [
    h('div', { class: 'row' }, h('button', { click: () => void again() }, '再看一次')),
    h('h2', {}, '要当心的'),
    dangerous.length
      ? dangerous.map((plan) => card(plan, true))
      : h('p', { class: 'quiet' }, '没有。每个查询都有索引，也都说了最多要几条。'),
    h('h2', {}, '最近的'),
    recent.length ? recent.slice(0, 100).map((plan) => card(plan)) : h('p', { class: 'quiet' }, '还没有函数来查过。'),
  ]
}

function card(plan, isSummed = false) {
  const { action, collection, shape, index, docsExamined, keysExamined, returned, limit, danger, times } = plan
  const facts = [
    index === null ? '没用索引' : `索引 ${index}`,
    `看了 ${docsExamined} 份文档、${keysExamined} 个键`,
    `给出 ${returned} 份`,
    limit === null ? '' : `最多 ${limit} 份`,
    isSummed ? `${times} 次` : '',
  ]
  return h(
    'div',
    { class: danger ? 'card danger' : 'card' },
    h('div', { class: 'head' }, h('strong', {}, collection), h('code', {}, shape)),
    h('div', { class: 'quiet' }, [action.replace('database.', ''), ...facts.filter(Boolean)].join(' · ')),
    danger && h('div', { class: 'wrong' }, danger),
  )
}
