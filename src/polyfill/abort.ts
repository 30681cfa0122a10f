// The part of AbortController that react-query needs; mini-programs have none.
type Listener = (event: { type: 'abort' }) => void

class Signal {
  aborted = false
  reason: unknown
  onabort: Listener | null = null
  private listeners: Listener[] = []
  addEventListener(_: 'abort', listener: Listener) {
    this.listeners.push(listener)
  }
  removeEventListener(_: 'abort', listener: Listener) {
    this.listeners = this.listeners.filter((other) => other !== listener)
  }
  throwIfAborted() {
    if (this.aborted) throw this.reason
  }
  fire(reason: unknown) {
    if (this.aborted) return
    this.aborted = true
    this.reason = reason ?? new Error('aborted')
    const event = { type: 'abort' as const }
    this.onabort?.(event)
    for (const listener of this.listeners) listener(event)
  }
}

/** Aborts by flag and listener; fetch, which mini-programs lack, is not part of it. */
export class AbortController {
  signal = new Signal()
  abort(reason?: unknown) {
    this.signal.fire(reason)
  }
}
