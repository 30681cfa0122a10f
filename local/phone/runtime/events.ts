import * as glassEasel from 'glass-easel'

type Method = (this: unknown, ...args: unknown[]) => unknown

function plainTarget(target: glassEasel.Element) {
  const element = target.getBackendElement() as unknown as HTMLElement | null
  return {
    id: target.id || '',
    dataset: { ...(target.dataset ?? {}) },
    offsetLeft: element?.offsetLeft ?? 0,
    offsetTop: element?.offsetTop ?? 0,
  }
}

function elementOf(target: unknown): glassEasel.Element {
  const caller = target as { _$?: glassEasel.Element }
  return caller._$ ?? (target as glassEasel.Element)
}

/** The plain object that WeChat hands to a mini-program's event handler. */
export function plainEvent(event: glassEasel.ShadowedEvent<unknown>) {
  return {
    type: event.type,
    timeStamp: event.timeStamp,
    target: plainTarget(elementOf(event.target)),
    currentTarget: plainTarget(elementOf(event.currentTarget)),
    mark: event.mark ?? {},
    detail: event.detail,
    ...(event.extraFields ?? {}),
    mut: false,
  }
}

/**
 * Wraps a component's methods so that they get plain events.
 * What they return is dropped for events, because glass-easel would stop bubbling on `false`.
 */
export function wrapHandlers(methods: Record<string, unknown>): Record<string, Method> {
  const wrapped: Record<string, Method> = {}
  for (const [name, method] of Object.entries(methods)) {
    if (typeof method !== 'function') continue
    const original = method as Method
    const handler: Method = function (this: unknown, ...args) {
      if (!(args[0] instanceof glassEasel.Event)) return original.apply(this, args)
      const event = args[0] as unknown as glassEasel.ShadowedEvent<unknown>
      original.apply(this, [plainEvent(event), ...args.slice(1)])
      return undefined
    }
    Object.defineProperty(handler, 'length', { value: original.length })
    wrapped[name] = handler
  }
  return wrapped
}
