import { ask, h, when } from './dom.js'

/** The files that are stored, the newest first. */
export async function files() {
  const { files: all, total } = await ask('files')
  if (!all.length) return h('p', { class: 'quiet' }, '还没有存过文件。')
  const rows = all.map(({ path, fileID, size, at }) =>
    h(
      'div',
      { class: 'card head' },
      h('a', { href: `wechat/file?fileID=${encodeURIComponent(fileID)}`, target: '_blank', rel: 'noreferrer' }, path),
      h('span', { class: 'quiet' }, `${sizeOf(size)} · ${when(at)}`),
    ),
  )
  const cut = total > all.length && h('p', { class: 'quiet' }, `一共 ${total} 个，这里是最新的 ${all.length} 个。`)
  return [cut, ...rows].filter(Boolean)
}

const sizeOf = (bytes) => (bytes < 1024 ? `${bytes} 字节` : `${(bytes / 1024).toFixed(1)} KB`)
