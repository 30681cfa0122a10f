import type { Person } from '../post/person'
import { el, face } from './dom'
import { FONTS, type PhoneSettings } from './settings'

/** Everyone who can hold a phone, as a list to choose from. */
export function peopleList(people: Person[], holder: string, choose: (openid: string) => void): HTMLElement {
  const rows = people.map(({ openid, name, role, remark }) => {
    const line = [role, remark].filter(Boolean).join('，')
    return el(
      'button',
      { class: 'person', role: 'radio', pressed: openid === holder, press: () => choose(openid) },
      face(name),
      el('span', {}, el('b', { text: name }), el('small', { text: line })),
    )
  })
  return el('div', { class: 'people', role: 'radiogroup', label: '谁拿着这部手机' }, ...rows)
}

function fontRow(font: number, change: (font: number) => void): HTMLElement {
  const steps = FONTS.map(([factor, text]) =>
    el('button', { text, role: 'radio', pressed: factor === font, press: () => change(factor) }),
  )
  return el(
    'div',
    { class: 'setting setting-font' },
    el('span', { text: '微信字体' }),
    el('div', { class: 'steps', role: 'radiogroup', label: '微信字体' }, ...steps),
  )
}

function toggleRow(name: string, line: string, pressed: boolean, change: (isOn: boolean) => void): HTMLElement {
  const toggle = el('button', { class: 'toggle', role: 'switch', label: name, pressed, press: () => change(!pressed) })
  return el('div', { class: 'setting' }, el('span', {}, name, el('small', { text: line })), toggle)
}

/** How a phone is set; a change is told at once. */
export function settingsList(settings: PhoneSettings, change: (next: Partial<PhoneSettings>) => void): HTMLElement {
  const { font, dark, offline, moments } = settings
  return el(
    'div',
    { class: 'settings' },
    fontRow(font, (next) => change({ font: next })),
    toggleRow('深色模式', '跟手机一起变暗', dark, (isOn) => change({ dark: isOn })),
    toggleRow('断开网络', '没有信号的时候', offline, (isOn) => change({ offline: isOn })),
    toggleRow('从朋友圈打开', '只能看这一页，不登录', moments, (isOn) => change({ moments: isOn })),
  )
}
