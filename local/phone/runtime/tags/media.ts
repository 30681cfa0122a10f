import { report } from '../instruments'
import { navigate } from '../navigation'
import { refusedInSinglePage } from '../single-page'
import { absoluteUrl } from '../urls'
import { actAs } from './spoken'
import { anything, flag, hover, hoverProperties, number, type TagDefinition, text } from './tag'

interface RichNode {
  type?: 'node' | 'text'
  name?: string
  text?: string
  attrs?: Record<string, string>
  children?: RichNode[]
}

const TRUSTED =
  /^(a|abbr|b|blockquote|br|code|div|em|h[1-6]|hr|i|img|li|ol|p|span|strong|sub|sup|table|tbody|td|th|thead|tr|u|ul)$/

/** Builds rich text from nodes; tags that WeChat does not trust are left out, as it does. */
function richNode(doc: Document, node: RichNode): Node {
  if (node.type === 'text') return doc.createTextNode((node.text ?? '').replace(/&nbsp;/g, '\u00a0'))
  const name = (node.name ?? 'div').toLowerCase()
  if (!TRUSTED.test(name)) return doc.createTextNode('')
  const element = doc.createElement(name)
  for (const [key, value] of Object.entries(node.attrs ?? {})) {
    if (['class', 'style', 'src', 'alt', 'width', 'height', 'colspan', 'rowspan'].includes(key)) {
      element.setAttribute(key, value)
    }
  }
  for (const child of node.children ?? []) element.appendChild(richNode(doc, child))
  return element
}

function fromHtml(html: string): RichNode[] {
  const read = (node: Node): RichNode => {
    if (node.nodeType === 3) return { type: 'text', text: node.textContent ?? '' }
    const element = node as Element
    const attrs = Object.fromEntries(Array.from(element.attributes ?? []).map((a) => [a.name, a.value]))
    return { name: element.tagName?.toLowerCase(), attrs, children: Array.from(node.childNodes).map(read) }
  }
  return Array.from(new DOMParser().parseFromString(html, 'text/html').body.childNodes).map(read)
}

const ROUTES = {
  navigate: 'navigateTo',
  redirect: 'redirectTo',
  switchTab: 'switchTab',
  reLaunch: 'reLaunch',
  navigateBack: 'navigateBack',
} as const

function placeholder(name: string): TagDefinition {
  return {
    properties: { src: text(), latitude: anything(), longitude: anything(), markers: anything(), type: text() },
    attach(tag) {
      report('unsupported', `<${name}> is not drawn by the local phone`)
      tag.host.dataset.notDrawn = name
      return undefined
    },
  }
}

/** `navigator`, `rich-text`, and the tags that are only a placeholder here. */
export const mediaTags: Record<string, TagDefinition> = {
  navigator: {
    properties: {
      url: text(),
      openType: text('navigate'),
      delta: number(1),
      target: text('self'),
      appId: text(),
      path: text(),
      ...hoverProperties('navigator-hover', 50, 600),
    },
    attach(tag) {
      actAs(tag, 'link')
      hover(tag)
      tag.listen('tap', () => {
        if (refusedInSinglePage()) return
        const route = ROUTES[String(tag.data.openType || 'navigate') as keyof typeof ROUTES]
        if (!route) return
        try {
          const done = navigate[route]({ url: absoluteUrl(String(tag.data.url)), delta: Number(tag.data.delta) })
          tag.fire('success', done ?? {})
        } catch (problem) {
          tag.fire('fail', { errMsg: String(problem) })
        }
        tag.fire('complete', {})
      })
      return undefined
    },
  },
  'rich-text': {
    properties: { nodes: anything(''), space: text(), userSelect: flag() },
    attach(tag) {
      const draw = () => {
        const nodes = tag.data.nodes
        const list = typeof nodes === 'string' ? fromHtml(nodes) : ((nodes ?? []) as RichNode[])
        tag.host.replaceChildren(...list.map((node) => richNode(tag.doc, node)))
      }
      draw()
      return { changed: draw }
    },
  },
  'picker-view': placeholder('picker-view'),
  'picker-view-column': {},
  'web-view': placeholder('web-view'),
  video: placeholder('video'),
  map: placeholder('map'),
  camera: placeholder('camera'),
  'open-data': placeholder('open-data'),
}
