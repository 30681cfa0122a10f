/** An element with attributes (functions are listeners) and children; texts stay texts. */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name, value)
    else if (value === true) element.setAttribute(name, '')
    else if (value !== undefined && value !== false) element.setAttribute(name, String(value))
  }
  element.append(...children.flat(Infinity).filter((child) => child !== undefined && child !== null && child !== false))
  return element
}

/** Asks the cloud, or tells it something when there is a body; throws what it answers when it refuses. */
export async function ask(address, body) {
  const how = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }
  const response = await fetch(address, how)
  const answer = await response.json()
  if (!response.ok) throw new Error(answer.errMsg ?? `${response.status}`)
  return answer
}

/** A labelled field of a form. */
export const field = (words, attributes, className) =>
  h('label', { class: className }, words, h('input', { autocomplete: 'off', ...attributes }))

/** A labelled choice; options are pairs of value and words. */
export const choice = (words, name, options) =>
  h('label', {}, words, h('select', { name }, ...options.map(([value, text]) => h('option', { value }, text))))

/** A form that hands over its fields as one object. */
export function form(onSubmit, ...children) {
  return h(
    'form',
    {
      submit: (event) => {
        event.preventDefault()
        void onSubmit(Object.fromEntries(new FormData(event.target)))
      },
    },
    ...children,
  )
}

const clockFormat = new Intl.DateTimeFormat('zh-CN', {
  ...{ timeZone: 'Asia/Shanghai', hourCycle: 'h23', month: 'numeric', day: 'numeric' },
  ...{ hour: '2-digit', minute: '2-digit', second: '2-digit' },
})

/** A moment as clocks in China show it. */
export const when = (at) => clockFormat.format(new Date(at))

/** Numbers of the database back to plain ones, and JSON laid out to be read. */
export function readable(text) {
  try {
    return JSON.stringify(plain(JSON.parse(text)), null, 2)
  } catch {
    return text
  }
}

function plain(value) {
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value !== 'object' || value === null) return value
  for (const key of ['$numberInt', '$numberLong', '$numberDouble']) if (key in value) return Number(value[key])
  if ('$date' in value) return new Date(Number(plain(value.$date))).toISOString()
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]))
}
