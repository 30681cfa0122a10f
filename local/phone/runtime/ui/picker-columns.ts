/** One column of a date or time picker: its rows and the number each row stands for. */
export interface Column {
  label: string
  numbers: number[]
  suffix: string
}

const span = (from: number, to: number) =>
  Array.from({ length: Math.max(0, to - from) + 1 }, (_row, index) => from + index)

type Parts = [number, number, number]

/** Reads `2026-11-22`, `2026-11` or `2026`; missing parts take those of the fallback. */
export function readDate(text: string, fallback: Parts): Parts {
  const parts = text.split('-').map(Number)
  return fallback.map((standard, place) => parts[place] || standard) as Parts
}

const lastDay = (year: number, month: number) => new Date(year, month, 0).getDate()

/** The columns of a date picker around a chosen date, within its start and end. */
export function dateColumns(chosen: Parts, start: string, end: string, fields: 'year' | 'month' | 'day'): Column[] {
  const first = readDate(start, [1970, 1, 1])
  const last = readDate(end, [2099, 12, 31])
  const [year, month] = chosen
  const isFirstYear = year <= first[0]
  const isLastYear = year >= last[0]
  const isFirstMonth = isFirstYear && month <= first[1]
  const isLastMonth = isLastYear && month >= last[1]
  const columns: Column[] = [
    { label: '年', suffix: '年', numbers: span(first[0], last[0]) },
    { label: '月', suffix: '月', numbers: span(isFirstYear ? first[1] : 1, isLastYear ? last[1] : 12) },
    {
      label: '日',
      suffix: '日',
      numbers: span(isFirstMonth ? first[2] : 1, Math.min(lastDay(year, month), isLastMonth ? last[2] : 31)),
    },
  ]
  return columns.slice(0, { year: 1, month: 2, day: 3 }[fields])
}

const readTime = (text: string, fallback: [number, number]): [number, number] => {
  const [hour, minute] = text.split(':').map(Number)
  return Number.isFinite(hour) && Number.isFinite(minute) ? [hour as number, minute as number] : fallback
}

/** The columns of a time picker around a chosen time, within its start and end. */
export function timeColumns(chosen: [number, number], start: string, end: string): Column[] {
  const first = readTime(start, [0, 0])
  const last = readTime(end, [23, 59])
  const from = chosen[0] <= first[0] ? first[1] : 0
  const to = chosen[0] >= last[0] ? last[1] : 59
  return [
    { label: '时', suffix: '时', numbers: span(first[0], last[0]) },
    { label: '分', suffix: '分', numbers: span(from, to) },
  ]
}

/** Reads `16:00`; now when it is empty. */
export function chosenTime(text: string): [number, number] {
  const now = new Date()
  return readTime(text, [now.getHours(), now.getMinutes()])
}

/** Today as year, month and day. */
export function today(): Parts {
  const now = new Date()
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()]
}

/** Two digits. */
export const two = (value: number) => String(value).padStart(2, '0')
