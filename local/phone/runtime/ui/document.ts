import { make } from '../screen'
import { openPopup, popupButton } from './popup'
import { toast } from './toast'

/** A file as WeChat's reader shows it. */
export interface ShownDocument {
  name: string
  url: string
  size: number
  /** Whether the reader has a menu to send or keep the file. */
  showMenu: boolean
}

const sizeText = (bytes: number) =>
  bytes < 1024 * 1024 ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`

/** WeChat's reader: what the file is called, and the way to see it in the browser. */
export function showDocument({ name, url, size, showMenu }: ShownDocument): void {
  const open = make('a', { class: 'document-open', text: '在浏览器里打开' })
  open.href = url
  open.target = '_blank'
  const save = make('a', { class: 'document-open', text: '保存到电脑' })
  save.href = url
  save.download = name
  const send = popupButton('document-open', '转发给朋友', () => toast({ title: '已发送给 一家人', icon: 'success' }))
  const box = make(
    'div',
    { class: 'document', label: name },
    make('h2', { text: name }),
    make('p', { text: sizeText(size) }),
    open,
    save,
    showMenu && send,
    popupButton('document-close', '关闭', () => popup.close()),
  )
  const popup = openPopup('full', box, () => popup.close())
}
