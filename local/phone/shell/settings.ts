import { byId, el } from './dom'
import { currentPath, keepAddress, openPhone, phoneWindow, state } from './phone-frame'

const STEPS: [number, string][] = [
  [1, '标准'],
  [1.18, '大'],
  [1.4, '更大'],
  [1.75, '关怀'],
]

function fontRow(): HTMLElement {
  const steps = STEPS.map(([factor, name]) => {
    const button = el('button', { text: name, role: 'radio', pressed: factor === state.font })
    button.onclick = () => {
      state.font = factor
      openPhone({ path: currentPath() })
      showSettings()
    }
    return button
  })
  const group = el('div', { class: 'steps', role: 'radiogroup', label: '微信字体' }, ...steps)
  return el('div', { class: 'setting' }, el('span', { text: '字体' }), group)
}

function toggleRow(name: string, isOn: boolean, change: (isOn: boolean) => void): HTMLElement {
  const toggle = el('button', { class: 'toggle', role: 'switch', label: name, pressed: isOn })
  toggle.onclick = () => {
    change(!isOn)
    keepAddress()
    showSettings()
  }
  return el('div', { class: 'setting' }, el('span', { text: name }), toggle)
}

/** Shows the phone's settings: type size, dark mode, network. */
export function showSettings(): void {
  byId('settings').replaceChildren(
    fontRow(),
    toggleRow('深色模式', state.dark, (isOn) => {
      state.dark = isOn
      phoneWindow()?.__phone?.change({ dark: isOn })
    }),
    toggleRow('断开网络', state.offline, (isOn) => {
      state.offline = isOn
      phoneWindow()?.__phone?.change({ offline: isOn })
    }),
  )
}
