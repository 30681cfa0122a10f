import { addressOf } from '../file-store'
import { flag, type TagDefinition, text } from './tag'

const FIT: Record<string, string> = {
  scaleToFill: 'fill',
  aspectFit: 'contain',
  aspectFill: 'cover',
  heightFix: 'fill',
  widthFix: 'fill',
}
const POSITION: Record<string, string> = { top: '50% 0', bottom: '50% 100%', left: '0 50%', right: '100% 50%' }

/** `image` and `cover-image`. */
export const imageTags: Record<string, TagDefinition> = {
  image: {
    properties: {
      src: text(),
      mode: text('scaleToFill'),
      lazyLoad: flag(),
      webp: flag(),
      fadeIn: flag(),
      showMenuByLongpress: flag(),
    },
    attach(tag) {
      const picture = tag.doc.createElement('img')
      picture.className = 'wx-native'
      picture.draggable = false
      picture.alt = ''
      tag.host.appendChild(picture)
      let current: string | undefined
      const show = () => {
        const mode = String(tag.data.mode || 'scaleToFill')
        tag.host.setAttribute('mode', mode)
        picture.style.objectFit = FIT[mode] ?? 'none'
        picture.style.objectPosition = mode
          .split(' ')
          .map((word) => POSITION[word] ?? '')
          .join(' ')
        picture.loading = tag.data.lazyLoad ? 'lazy' : 'eager'
        const source = tag.data.src ? addressOf(String(tag.data.src)) : ''
        if (source === current) return
        current = source
        if (source) picture.src = source
        else picture.removeAttribute('src')
      }
      picture.addEventListener('load', () => {
        const { naturalWidth, naturalHeight } = picture
        const mode = tag.data.mode
        if (mode === 'widthFix') tag.host.style.height = `${(tag.host.offsetWidth * naturalHeight) / naturalWidth}px`
        if (mode === 'heightFix') tag.host.style.width = `${(tag.host.offsetHeight * naturalWidth) / naturalHeight}px`
        tag.fire('load', { width: naturalWidth, height: naturalHeight })
      })
      picture.addEventListener('error', () => tag.fire('error', { errMsg: `load image fail: ${String(tag.data.src)}` }))
      show()
      return { changed: show }
    },
  },
  'cover-image': {
    properties: { src: text() },
    attach(tag) {
      const picture = tag.doc.createElement('img')
      picture.alt = ''
      tag.host.appendChild(picture)
      const show = () => {
        picture.src = addressOf(String(tag.data.src ?? ''))
      }
      show()
      return { changed: show }
    },
  },
}
