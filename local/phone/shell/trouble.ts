import { el } from './dom'

const NAMES: Record<string, string> = {
  error: '小程序出错了',
  rejection: '有一个承诺没人接',
  console: '小程序报告了错误',
  setData: '页面数据没能更新',
  unsupported: '本机不支持',
  page: '页面出错了',
  wxml: '页面模板有问题',
}

/** What went wrong on one phone, in red under it until it is put away. */
export class Trouble {
  readonly element = el('div', { class: 'trouble', role: 'alert' })
  private shown: { kind: string; message: string }[] = []

  constructor() {
    this.clear()
  }

  add(kind: string, message: string): void {
    this.shown.push({ kind, message })
    const count = this.shown.length > 1 ? `，一共 ${this.shown.length} 处` : ''
    this.element.hidden = false
    this.element.replaceChildren(
      el('button', { text: '知道了', press: () => this.clear() }),
      el('b', { text: `${NAMES[kind] ?? '出错了'}${count}` }),
      el('pre', { text: this.shown.map((error) => error.message).join('\n\n') }),
    )
  }

  clear(): void {
    this.shown = []
    this.element.hidden = true
    this.element.replaceChildren()
  }
}
