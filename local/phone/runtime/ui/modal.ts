import { make } from '../screen'
import { openPopup, popupButton } from './popup'

export interface ModalOptions {
  title?: string
  content?: string
  showCancel?: boolean
  cancelText?: string
  confirmText?: string
  cancelColor?: string
  confirmColor?: string
  editable?: boolean
  placeholderText?: string
}

export interface ModalAnswer {
  confirm: boolean
  cancel: boolean
  content: string | null
}

/** WeChat's dialog with one or two buttons; `editable` gives it a field. */
export function modal(options: ModalOptions): Promise<ModalAnswer> {
  return new Promise((resolve) => {
    const field = options.editable ? make('input', { class: 'modal-field', label: options.title ?? '输入' }) : undefined
    if (field) {
      field.value = options.content ?? ''
      field.placeholder = options.placeholderText ?? ''
    }
    const finish = (confirm: boolean) => {
      popup.close()
      resolve({ confirm, cancel: !confirm, content: confirm && field ? field.value : null })
    }
    const cancel = popupButton('modal-cancel', options.cancelText ?? '取消', () => finish(false), options.cancelColor)
    const confirm = popupButton(
      'modal-confirm',
      options.confirmText ?? '确定',
      () => finish(true),
      options.confirmColor,
    )
    const isSingle = options.showCancel === false
    const box = make(
      'div',
      { class: 'modal', role: 'alertdialog', label: options.title || options.content || '' },
      Boolean(options.title) && make('h2', { text: options.title ?? '' }),
      field ?? (Boolean(options.content) && make('p', { text: options.content ?? '' })),
      make('div', { class: 'modal-buttons' }, !isSingle && cancel, confirm),
    )
    const popup = openPopup('dialog', box)
    field?.focus()
  })
}
