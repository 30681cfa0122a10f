type Listener = (...args: unknown[]) => void

/** The channel between a page and the one it opened; what is emitted before anyone listens is kept, as in WeChat. */
export function createEventChannel() {
  const listeners = new Map<string, { listener: Listener; once: boolean }[]>()
  const waiting = new Map<string, unknown[][]>()

  const add = (name: string, listener: Listener, once: boolean) => {
    listeners.set(name, [...(listeners.get(name) ?? []), { listener, once }])
    const kept = waiting.get(name) ?? []
    waiting.delete(name)
    for (const args of kept) channel.emit(name, ...args)
  }
  const channel = {
    on: (name: string, listener: Listener) => add(name, listener, false),
    once: (name: string, listener: Listener) => add(name, listener, true),
    off(name: string, listener?: Listener) {
      const left = listener ? (listeners.get(name) ?? []).filter((entry) => entry.listener !== listener) : []
      listeners.set(name, left)
    },
    emit(name: string, ...args: unknown[]) {
      const entries = listeners.get(name) ?? []
      if (!entries.length) {
        waiting.set(name, [...(waiting.get(name) ?? []), args])
        return
      }
      const lasting = entries.filter((entry) => !entry.once)
      listeners.set(name, lasting)
      for (const entry of entries) entry.listener(...args)
    },
  }
  return channel
}

export type EventChannel = ReturnType<typeof createEventChannel>
