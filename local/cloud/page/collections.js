import { ask, field, form, h, readable } from './dom.js'

/** All collections with their counts; one of them page by page at `#collections/<name>`. */
export async function collections() {
  const name = decodeURIComponent(location.hash.split('/')[1] ?? '')
  return name ? documentsOf(name) : overview()
}

async function overview() {
  const { store } = await ask('stats')
  const entries = Object.entries(store.collections).sort(([a], [b]) => a.localeCompare(b))
  if (!entries.length) return h('p', { class: 'quiet' }, '还没有集合。')
  const buttons = entries.map(([name, size]) =>
    h(
      'button',
      { click: () => (location.hash = `collections/${encodeURIComponent(name)}`) },
      h('span', {}, name),
      h('span', { class: 'count' }, size.toLocaleString('zh-CN')),
    ),
  )
  return [
    h('p', { class: 'quiet' }, '点一个集合，一页一页地看。这里只能看，不能改。'),
    h('div', { class: 'grid' }, buttons),
  ]
}

function documentsOf(name) {
  const list = h('div')
  const more = h('button', { hidden: true, click: () => void load() }, '再看一页')
  let filter = ''
  let after
  async function load(fresh = false) {
    if (fresh) after = undefined
    const query = new URLSearchParams({ ...(filter && { filter }), ...(after !== undefined && { after }) })
    try {
      const { documents, next } = await ask(`collections/${encodeURIComponent(name)}?${query}`)
      if (fresh) list.replaceChildren()
      list.append(...documents.map(documentCard))
      if (!list.children.length) list.append(h('p', { class: 'quiet' }, '没有符合的文档。'))
      after = next
      more.hidden = next === undefined
    } catch (error) {
      list.replaceChildren(h('p', { class: 'wrong' }, `看不懂这个条件：${error.message}`))
      more.hidden = true
    }
  }
  const filterForm = form(
    (wanted) => {
      filter = wanted.filter.trim()
      return load(true)
    },
    field('条件（JSON，可以不写）', { name: 'filter', placeholder: '{"state": "open"}' }, 'wide'),
    h('button', {}, '筛一筛'),
  )
  void load(true)
  const back = h('button', { click: () => (location.hash = 'collections') }, '‹ 所有集合')
  return [h('div', { class: 'row' }, back, h('h2', {}, name)), filterForm, list, more]
}

function documentCard(text) {
  const { _id } = JSON.parse(readable(text))
  return h('details', { class: 'card' }, h('summary', {}, h('code', {}, String(_id))), h('pre', {}, readable(text)))
}
