import { lookAround, readCode, type SeenCode } from '../codes'
import { make } from '../screen'
import { opening } from '../settings'
import { openPopup, popupButton } from './popup'

interface Named {
  openid: string
  name: string
}

type ShownCode = SeenCode & { when: string }

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

function codeButton({ text, openid, when }: ShownCode, people: Named[], done: (text: string) => void): HTMLElement {
  const name = people.find((person) => person.openid === openid)?.name ?? openid
  const button = popupButton('camera-code', '', () => done(text))
  button.append(make('b', { text: `${name}的手机` }), make('span', { text: when }), make('small', { text }))
  return button
}

/**
 * The phone's camera: lists the square codes that other phones show, and takes a text instead.
 * Answers what was scanned, or undefined when the person turned away.
 */
export function scanWithCamera({ album }: { album: boolean }): Promise<string | undefined> {
  return new Promise((resolve) => {
    const names = namesOf()
    const finish = (text?: string) => {
      stop()
      popup.close()
      resolve(text)
    }
    const other = make('a', { text: '再开一部手机' })
    other.href = '/'
    other.target = '_blank'
    const where = opening.embedded ? '桌上别的手机' : '别的窗口里的手机'
    const hint = make(
      'p',
      { class: 'camera-hint', text: `${where}显示的码，会出现在这里。` },
      !opening.embedded && other,
    )
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
    let drawn = ''
    const stop = lookAround(({ live, before }) => {
      const shown = new Map(before.map((code) => [code.text, { ...code, when: '刚才显示过' }]))
      for (const code of Array.from(live.values()).flat()) shown.set(code.text, { ...code, when: '正在显示' })
      const texts = Array.from(shown.keys()).join('\n')
      // A list that stays the same is left alone: a finger may be on it.
      if (texts === drawn) return
      drawn = texts
      void names.then((people) => {
        list.replaceChildren(...Array.from(shown.values(), (code) => codeButton(code, people, finish)))
      })
    })
    const popup = openPopup('full', box, () => finish())
  })
}
