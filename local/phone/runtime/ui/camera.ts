import { lookAround, readCode, type SeenCode } from '../codes'
import { make } from '../screen'
import { openPopup, popupButton } from './popup'

interface Named {
  openid: string
  name: string
}

async function namesOf(): Promise<Named[]> {
  try {
    return (await (await fetch('/people')).json()) as Named[]
  } catch {
    return []
  }
}

async function codeInFile(file: File): Promise<string | undefined> {
  const picture = await createImageBitmap(file)
  return readCode(picture, picture.width, picture.height)
}

/** A field for what a camera cannot see here, such as a code printed on paper. */
function writtenCode(done: (text: string) => void): HTMLElement {
  const field = make('input', { class: 'camera-field', label: '码里的文字' })
  field.placeholder = '或者把码里的文字贴在这里'
  const submit = () => {
    if (field.value.trim()) done(field.value.trim())
  }
  field.onkeydown = (event) => {
    if (event.key === 'Enter') submit()
  }
  return make('div', { class: 'camera-line' }, field, popupButton('camera-use', '扫描', submit))
}

function albumPicture(done: (text: string) => void, failed: () => void): HTMLElement {
  const input = make('input', { type: 'file', label: '从相册选一张' })
  input.accept = 'image/*'
  input.onchange = () => {
    const file = input.files?.[0]
    if (file) void codeInFile(file).then((text) => (text ? done(text) : failed()), failed)
  }
  return make('label', { class: 'camera-album', text: '从相册选一张' }, input)
}

/**
 * The phone's camera: lists the square codes that other phones show, and takes a text instead.
 * Answers what was scanned, or undefined when the person turned away.
 */
export function scanWithCamera({ album }: { album: boolean }): Promise<string | undefined> {
  return new Promise((resolve) => {
    const finish = (text?: string) => {
      stop()
      popup.close()
      resolve(text)
    }
    const hint = make('p', { class: 'camera-hint', text: '在别的窗口里打开另一部手机，它显示的码会出现在这里' })
    const list = make('div', { class: 'camera-codes' })
    const box = make(
      'div',
      { class: 'camera', label: '扫一扫' },
      make('div', { class: 'camera-view' }, make('i', { class: 'camera-beam' })),
      list,
      hint,
      writtenCode(finish),
      album && albumPicture(finish, () => (hint.textContent = '这张图里没有认出码')),
      popupButton('camera-close', '关闭', () => finish()),
    )
    const known = new Set<string>()
    const names = namesOf()
    const add = async (codes: SeenCode[], isLive: boolean) => {
      const people = await names
      for (const { text, openid } of codes) {
        if (known.has(text)) continue
        known.add(text)
        const name = people.find((person) => person.openid === openid)?.name ?? openid
        const button = popupButton('camera-code', '', () => finish(text))
        button.append(
          make('b', { text: `${name}的手机` }),
          make('span', { text: isLive ? '正在显示' : '刚才显示过' }),
          make('small', { text }),
        )
        if (isLive) list.prepend(button)
        else list.append(button)
        hint.hidden = true
      }
    }
    const stop = lookAround((codes, isLive) => void add(codes, isLive))
    const popup = openPopup('full', box, () => finish())
  })
}
