import { byId, el } from './dom'

const NAMES: Record<string, string> = {
  error: '小程序出错了',
  rejection: '有一个承诺没人接',
  console: '小程序报告了错误',
  setData: '页面数据没能更新',
  unsupported: '本机不支持',
  page: '页面出错了',
  wxml: '页面模板有问题',
}

let shown: { kind: string; message: string }[] = []

function draw(): void {
  const box = byId('errors')
  box.hidden = !shown.length
  const last = shown[shown.length - 1]
  if (!last) return
  const clear = el('button', { text: '知道了' })
  clear.onclick = clearErrors
  const count = shown.length > 1 ? `，一共 ${shown.length} 处` : ''
  box.replaceChildren(
    clear,
    el('b', { text: `${NAMES[last.kind] ?? '出错了'}${count}` }),
    el('pre', { text: shown.map((error) => error.message).join('\n\n') }),
  )
}

/** Shows an error of the app in red, with its stack. */
export function addError(error: { kind: string; message: string }): void {
  shown.push(error)
  draw()
}

/** Takes the errors off the page. */
export function clearErrors(): void {
  shown = []
  draw()
}
