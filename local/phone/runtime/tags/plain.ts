import { anything, flag, hover, hoverProperties, number, type TagDefinition, text } from './tag'

const empty: TagDefinition = {}

/** Tags that only hold other tags. */
export const plainTags: Record<string, TagDefinition> = {
  view: {
    properties: hoverProperties('none', 50, 400),
    attach(tag) {
      hover(tag)
      return undefined
    },
  },
  block: { virtualHost: true },
  text: {
    properties: {
      selectable: flag(),
      userSelect: flag(),
      space: text(),
      decode: flag(),
      overflow: text(),
      maxLines: anything(),
    },
    attach(tag) {
      const select = () =>
        tag.host.classList.toggle('wx-selectable', Boolean(tag.data.selectable || tag.data.userSelect))
      select()
      return { changed: select }
    },
  },
  'cover-view': empty,
  'root-portal': { properties: { enable: flag(true) } },
  'page-container': { properties: { show: flag() } },
  'movable-area': empty,
  'movable-view': { properties: { x: number(), y: number(), direction: text('none') } },
  'sticky-header': empty,
  'sticky-section': empty,
  'match-media': empty,
  'keyboard-accessory': empty,
  'page-meta': {
    properties: { pageStyle: text(), rootFontSize: text(), backgroundColor: text(), rootBackgroundColor: text() },
    attach(tag) {
      const apply = () => {
        tag.doc.body.setAttribute('style', String(tag.data.pageStyle ?? ''))
        const size = String(tag.data.rootFontSize ?? '')
        if (size && size !== 'system') tag.doc.documentElement.style.fontSize = size
      }
      apply()
      return { changed: apply }
    },
  },
  'navigation-bar': { properties: { title: text() } },
  progress: {
    properties: {
      percent: number(),
      showInfo: flag(),
      strokeWidth: anything(),
      activeColor: text('#07c160'),
      backgroundColor: text(),
    },
  },
  icon: {
    properties: { type: text(), size: anything(), color: text() },
    attach(tag) {
      const draw = () => {
        tag.host.setAttribute('type', String(tag.data.type))
        if (tag.data.color) tag.host.style.color = String(tag.data.color)
        if (tag.data.size) tag.host.style.fontSize = `${parseFloat(String(tag.data.size))}px`
      }
      draw()
      return { changed: draw }
    },
  },
  canvas: {
    properties: { canvasId: text(), type: text(), disableScroll: flag() },
    attach(tag) {
      const canvas = tag.doc.createElement('canvas')
      canvas.className = 'wx-native'
      tag.host.appendChild(canvas)
      return undefined
    },
  },
}
