import { make } from '../screen'
import { openPopup, popupButton } from './popup'

interface SheetOptions {
  itemList: string[]
  itemColor?: string
  alertText?: string
}

/** WeChat's action sheet; answers the index tapped, or undefined when it was cancelled. */
export function sheet(options: SheetOptions): Promise<number | undefined> {
  return new Promise((resolve) => {
    const finish = (index?: number) => {
      popup.close()
      resolve(index)
    }
    const items = options.itemList.map((item, index) =>
      popupButton('sheet-item', item, () => finish(index), options.itemColor),
    )
    const box = make(
      'div',
      { class: 'sheet', label: options.alertText ?? '操作' },
      Boolean(options.alertText) && make('p', { class: 'sheet-title', text: options.alertText ?? '' }),
      ...items,
      popupButton('sheet-item sheet-cancel', '取消', () => finish()),
    )
    const popup = openPopup('sheet', box, () => finish())
  })
}
