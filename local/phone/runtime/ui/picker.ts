import { report } from '../instruments'
import { make } from '../screen'
import { chosenTime, type Column, dateColumns, readDate, timeColumns, today, two } from './picker-columns'
import { openPopup, popupButton } from './popup'
import { makeWheel, type Wheel } from './wheel'

/** What a `picker` tag asks for. */
export interface PickerRequest {
  mode: 'selector' | 'multiSelector' | 'time' | 'date' | 'region'
  range: unknown
  rangeKey: string
  value: unknown
  start: string
  end: string
  fields: 'year' | 'month' | 'day'
  title: string
  /** The range as it is now: the app may change it while the picker is open. */
  rangeNow(): unknown
  columnChanged(column: number, value: number): void
}

type Rows = string[][]

function rowsOf(request: PickerRequest, range: unknown): Rows {
  const columns = (request.mode === 'multiSelector' ? range : [range]) as unknown[][]
  return (columns ?? []).map((column) =>
    (column ?? []).map((row) =>
      String(
        request.rangeKey && typeof row === 'object' && row ? (row as Record<string, unknown>)[request.rangeKey] : row,
      ),
    ),
  )
}

function frame(title: string, wheels: Wheel[], finish: (confirmed: boolean) => void) {
  const box = make(
    'div',
    { class: 'picker', label: title || '选择' },
    make(
      'div',
      { class: 'picker-head' },
      popupButton('picker-cancel', '取消', () => finish(false)),
      make('h2', { text: title }),
      popupButton('picker-confirm', '确定', () => finish(true)),
    ),
    make('div', { class: 'picker-body' }, make('i', { class: 'picker-band' }), ...wheels.map((wheel) => wheel.element)),
  )
  return openPopup('sheet', box, () => finish(false))
}

function pickRows(request: PickerRequest): Promise<unknown> {
  const isMulti = request.mode === 'multiSelector'
  const start = isMulti ? ((request.value ?? []) as number[]) : [Number(request.value) || 0]
  return new Promise((resolve) => {
    const refill = () =>
      setTimeout(() => {
        rowsOf(request, request.rangeNow()).forEach((rows, column) => {
          const wheel = wheels[column]
          const shown = Array.from(wheel?.element.children ?? []).map((row) => row.textContent)
          if (wheel && shown.join('\n') !== rows.join('\n')) wheel.fill(rows, Math.min(wheel.index(), rows.length - 1))
        })
      }, 60)
    const wheels = rowsOf(request, request.range).map((rows, column) =>
      makeWheel(`第 ${column + 1} 列`, rows, Number(start[column]) || 0, (index) => {
        if (!isMulti) return
        request.columnChanged(column, index)
        refill()
      }),
    )
    const popup = frame(request.title, wheels, (confirmed) => {
      popup.close()
      const chosen = wheels.map((wheel) => wheel.index())
      if (!confirmed) resolve(undefined)
      else resolve(isMulti ? chosen : String(chosen[0] ?? 0))
    })
  })
}

function pickNumbers(
  request: PickerRequest,
  chosen: number[],
  columnsOf: (chosen: number[]) => Column[],
  write: (chosen: number[]) => string,
): Promise<unknown> {
  const texts = (column: Column) => column.numbers.map((value) => two(value) + column.suffix)
  return new Promise((resolve) => {
    let columns = columnsOf(chosen)
    const read = () => columns.map((column, place) => column.numbers[wheels[place]?.index() ?? 0] ?? chosen[place] ?? 0)
    const refit = () => {
      const values = read()
      columns = columnsOf(values)
      columns.forEach((column, place) => {
        const wheel = wheels[place]
        const wanted = values[place] ?? 0
        if (!wheel || wheel.element.children.length === column.numbers.length) {
          const first = wheel?.element.firstElementChild?.textContent
          if (!wheel || first === texts(column)[0]) return
        }
        const index = column.numbers.indexOf(wanted)
        wheel.fill(
          texts(column),
          index < 0 ? (wanted < (column.numbers[0] ?? 0) ? 0 : column.numbers.length - 1) : index,
        )
      })
    }
    const wheels: Wheel[] = columns.map((column, place) =>
      makeWheel(column.label, texts(column), Math.max(0, column.numbers.indexOf(chosen[place] ?? 0)), refit),
    )
    const popup = frame(request.title, wheels, (confirmed) => {
      popup.close()
      resolve(confirmed ? write(read()) : undefined)
    })
  })
}

/** Opens a picker from below; answers what WeChat's `change` carries as value, or undefined when it was cancelled. */
export function openPicker(request: PickerRequest): Promise<unknown> {
  const value = String(request.value ?? '')
  if (request.mode === 'selector' || request.mode === 'multiSelector') return pickRows(request)
  if (request.mode === 'time') {
    const columnsOf = (chosen: number[]) => timeColumns(chosen as [number, number], request.start, request.end)
    return pickNumbers(request, chosenTime(value), columnsOf, (chosen) => chosen.map(two).join(':'))
  }
  if (request.mode === 'date') {
    const columnsOf = (chosen: number[]) =>
      dateColumns([chosen[0] ?? 1970, chosen[1] ?? 1, chosen[2] ?? 1], request.start, request.end, request.fields)
    const date = readDate(value, today()).slice(0, { year: 1, month: 2, day: 3 }[request.fields])
    return pickNumbers(request, date, columnsOf, (chosen) => chosen.map(two).join('-'))
  }
  report('unsupported', `picker mode="${request.mode}": fail local phone does not support`)
  return Promise.resolve(undefined)
}
