import { anything, flag, number, type Tag, type TagDefinition, text } from './tag'

function watchScroll(tag: Tag, view: HTMLElement): void {
  let before = { left: 0, top: 0 }
  let isLow = false
  let isHigh = true
  view.addEventListener('scroll', () => {
    const { scrollTop, scrollLeft, scrollHeight, scrollWidth, clientHeight, clientWidth } = view
    const deltaX = before.left - scrollLeft
    const deltaY = before.top - scrollTop
    before = { left: scrollLeft, top: scrollTop }
    tag.fire('scroll', { scrollTop, scrollLeft, scrollHeight, scrollWidth, deltaX, deltaY })
    const vertical = Boolean(tag.data.scrollY)
    const below = vertical ? scrollHeight - scrollTop - clientHeight : scrollWidth - scrollLeft - clientWidth
    const above = vertical ? scrollTop : scrollLeft
    const lowNow = below <= Number(tag.data.lowerThreshold)
    const highNow = above <= Number(tag.data.upperThreshold)
    if (lowNow && !isLow) tag.fire('scrolltolower', { direction: vertical ? 'bottom' : 'right' })
    if (highNow && !isHigh) tag.fire('scrolltoupper', { direction: vertical ? 'top' : 'left' })
    isLow = lowNow
    isHigh = highNow
  })
}

function attachSwiper(tag: Tag) {
  const track = tag.host.firstElementChild as HTMLElement
  const dots = tag.host.lastElementChild as HTMLElement
  let current = Number(tag.data.current) || 0
  let settle: ReturnType<typeof setTimeout> | undefined
  const vertical = () => Boolean(tag.data.vertical)
  const size = () => (vertical() ? track.clientHeight : track.clientWidth) || 1
  const items = () => Array.from(track.querySelectorAll('wx-swiper-item'))
  const itemId = (index: number) => items()[index]?.getAttribute('item-id') ?? ''
  const drawDots = () => {
    const marks = tag.data.indicatorDots ? items() : []
    dots.replaceChildren(
      ...marks.map((_item, index) => {
        const dot = tag.doc.createElement('i')
        dot.style.background = String(index === current ? tag.data.indicatorActiveColor : tag.data.indicatorColor)
        return dot
      }),
    )
  }
  const place = () => {
    if (vertical()) track.scrollTop = current * size()
    else track.scrollLeft = current * size()
  }
  const arrive = (index: number, source: string) => {
    if (index === current) return
    current = index
    drawDots()
    tag.fire('change', { current: index, currentItemId: itemId(index), source })
  }
  track.addEventListener('scroll', () => {
    clearTimeout(settle)
    settle = setTimeout(() => {
      const offset = vertical() ? track.scrollTop : track.scrollLeft
      arrive(Math.round(offset / size()), 'touch')
      tag.fire('animationfinish', { current, currentItemId: itemId(current), source: 'touch' })
    }, 60)
  })
  const rotate = setInterval(
    () => {
      if (!tag.host.isConnected) return clearInterval(rotate)
      const count = items().length
      if (!tag.data.autoplay || count < 2) return
      arrive((current + 1) % count, 'autoplay')
      place()
    },
    Math.max(1000, Number(tag.data.interval)),
  )
  setTimeout(() => {
    track.classList.toggle('wx-swiper-vertical', vertical())
    place()
    drawDots()
  }, 0)
  return {
    changed(name: string) {
      if (name === 'current' && Number(tag.data.current) !== current) {
        arrive(Number(tag.data.current), '')
        place()
      }
      drawDots()
    },
  }
}

/** `scroll-view`, `swiper` and `swiper-item`. */
export const scrollTags: Record<string, TagDefinition> = {
  'scroll-view': {
    properties: {
      scrollX: flag(),
      scrollY: flag(),
      upperThreshold: number(50),
      lowerThreshold: number(50),
      scrollTop: anything(),
      scrollLeft: anything(),
      scrollIntoView: text(),
      scrollWithAnimation: flag(),
      enableFlex: flag(),
      refresherEnabled: flag(),
      refresherTriggered: flag(),
      showScrollbar: flag(true),
    },
    attach(tag) {
      const view = tag.host.firstElementChild as HTMLElement
      const behaviour = () => (tag.data.scrollWithAnimation ? 'smooth' : 'instant')
      const move = (name: string) => {
        const value = tag.data[name]
        if (value === null || value === undefined || value === '') return
        if (name === 'scrollTop') view.scrollTo({ top: Number(value), behavior: behaviour() })
        if (name === 'scrollLeft') view.scrollTo({ left: Number(value), behavior: behaviour() })
        if (name === 'scrollIntoView') {
          const target = tag.doc.getElementById(String(value))
          if (!target) return
          const from = view.getBoundingClientRect()
          const to = target.getBoundingClientRect()
          view.scrollBy({ top: to.top - from.top, left: to.left - from.left, behavior: behaviour() })
        }
      }
      watchScroll(tag, view)
      setTimeout(() => ['scrollTop', 'scrollLeft', 'scrollIntoView'].forEach(move), 0)
      return { changed: (name) => setTimeout(() => move(name), 0) as unknown as undefined }
    },
  },
  swiper: {
    properties: {
      current: number(0),
      autoplay: flag(),
      interval: number(5000),
      duration: number(500),
      circular: flag(),
      vertical: flag(),
      indicatorDots: flag(),
      indicatorColor: text('rgba(0, 0, 0, .3)'),
      indicatorActiveColor: text('#000000'),
    },
    attach: attachSwiper,
  },
  'swiper-item': {
    properties: { itemId: text() },
    attach(tag) {
      if (tag.data.itemId) tag.host.setAttribute('item-id', String(tag.data.itemId))
      return undefined
    },
  },
}
