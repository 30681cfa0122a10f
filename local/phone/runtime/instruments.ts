import { opening } from './settings'

/** One setData as it crossed from logic to view. */
export interface SetDataRecord {
  /** Page or component path. */
  page: string
  bytes: number
  keys: string[]
  /** Elements on the page after it. */
  nodes: number
  /** Whether it was the page's first. */
  first: boolean
  milliseconds: number
}

/** One call of the `wx` API. */
export interface CallRecord {
  api: string
  args: unknown
}

/** A card that the app handed over for sharing. */
export interface ShareCard {
  from: 'button' | 'menu' | 'timeline'
  title: string
  path: string
  imageUrl?: string
  query?: string
}

/** A picture in the phone's album; `path` is where `__phone.file` finds it. */
export interface SavedPicture {
  path: string
  size: number
}

/** An entry of the phone's calendar, as it was asked for; times in seconds since 1970. */
export interface CalendarRecord {
  title: string
  startTime: number
  endTime?: number
  location?: string
  description?: string
  alarm?: boolean
  alarmOffset?: number
}

/** A file in WeChat's reader. */
export interface DocumentRecord {
  name: string
  path: string
  type: string
  size: number
}

export interface AppError {
  kind: 'error' | 'rejection' | 'console' | 'setData' | 'unsupported' | 'page' | 'wxml'
  message: string
}

/** Everything the phone writes down; tests and the shell read it as `__phone`. */
export const record = {
  errors: [] as AppError[],
  warnings: [] as string[],
  setData: [] as SetDataRecord[],
  calls: [] as CallRecord[],
  shares: [] as ShareCard[],
  /** Pictures that were put into the album. */
  album: [] as SavedPicture[],
  calendar: [] as CalendarRecord[],
  /** Files that were opened in WeChat's reader. */
  documents: [] as DocumentRecord[],
  /** Files that were sent to a chat. */
  sentFiles: [] as { name: string; path: string }[],
  /** Texts that were read aloud. */
  spoken: [] as string[],
  /** Milliseconds since navigation start, by name: launch, firstSetData, firstPaint … */
  marks: {} as Record<string, number>,
}

/** Notes the first time something happened. */
export function mark(name: string): void {
  record.marks[name] ??= Math.round(performance.now())
}

/** Tells the shell around the phone. */
export function tellShell(kind: string, detail: unknown): void {
  if (opening.embedded) window.parent.postMessage({ phone: kind, detail }, location.origin)
}

const KEPT = 200

/** Puts a fault of the app where a person and a test see it. */
export function report(kind: AppError['kind'], message: string): void {
  const error: AppError = { kind, message: message.slice(0, 4000) }
  record.errors.push(error)
  if (record.errors.length > KEPT) record.errors.shift()
  tellShell('error', error)
}

/** Readable text of anything that can be thrown. */
export function textOf(thrown: unknown): string {
  if (thrown instanceof Error) {
    const stack = thrown.stack ?? ''
    return stack.includes(thrown.message) ? stack : `${thrown.message}\n${stack}`
  }
  if (typeof thrown === 'object' && thrown !== null) {
    if ('errMsg' in thrown) return String(thrown.errMsg)
    try {
      return JSON.stringify(thrown)
    } catch {
      return Object.prototype.toString.call(thrown)
    }
  }
  return String(thrown)
}

type Forward = (kind: 'error' | 'rejection', detail: unknown) => void

const write = console.error.bind(console)
let forwardToApp: Forward = () => undefined

/** Reports something the app threw, and hands it to the app's own handlers, as WeChat does. */
export function fault(kind: 'error' | 'rejection', thrown: unknown): void {
  report(kind, textOf(thrown))
  write(thrown)
  forwardToApp(kind, thrown)
}

/** Starts listening for everything that goes wrong; `forward` hands it to the app's own handlers. */
export function watchErrors(forward: Forward): void {
  forwardToApp = forward
  console.error = (...parts: unknown[]) => {
    report('console', parts.map(textOf).join(' '))
    write(...parts)
  }
  addEventListener('error', (event) => fault('error', event.error ?? event.message))
  addEventListener('unhandledrejection', (event) => fault('rejection', event.reason))
}
