import { wrapHandlers } from './events'
import { appConfig, payload } from './payload'
import { requirePlugin } from './plugins'
import { watchSetData, type Instance } from './set-data'
import { space } from './spaces'
import { join } from './urls'

export type AnyFunction = (this: unknown, ...args: unknown[]) => unknown
type Definition = Record<string, unknown>

/** A mini-program's App object. */
export interface AppObject {
  onLaunch?: AnyFunction
  onShow?: AnyFunction
  onHide?: AnyFunction
  onError?: AnyFunction
  onUnhandledRejection?: AnyFunction
  onPageNotFound?: AnyFunction
  onThemeChange?: AnyFunction
}

/** What `Page()` was called with, by path. */
export const pageFields: Record<string, { fields: Definition }> = {}

let app: AppObject = {}
let wx: unknown
let currentPages: () => unknown[] = () => []
let loading = ''
const loaded: Record<string, { exports: unknown }> = {}
const registered = new Set<string>()

/** The mini-program's App object; empty until app.js has run. */
export function getApp(): AppObject {
  return app
}

/** Hands the loader what modules receive; call once before anything is required. */
export function provide(given: { wx: unknown; currentPages: () => unknown[] }): void {
  wx = given.wx
  currentPages = given.currentPages
}

const LANGUAGE = `Object Function Array Number Boolean String Symbol Date Promise RegExp Error EvalError RangeError
ReferenceError SyntaxError TypeError URIError JSON Math Reflect Proxy Map Set WeakMap WeakSet ArrayBuffer DataView
Int8Array Uint8Array Uint8ClampedArray Int16Array Uint16Array Int32Array Uint32Array Float32Array Float64Array parseInt
parseFloat isNaN isFinite encodeURIComponent decodeURIComponent encodeURI decodeURI escape unescape NaN Infinity
setTimeout clearTimeout setInterval clearInterval console`
const browser = window as unknown as Record<string, unknown>
const globalObject: Definition = {}
for (const name of LANGUAGE.split(/\s+/)) {
  const value = browser[name]
  globalObject[name] = /^(set|clear)/.test(name) ? (value as AnyFunction).bind(window) : value
}

/** Runs a module of the mini-program once and gives its exports. */
export function requireModule(file: string): unknown {
  const name = [file, `${file}.js`, `${file}/index.js`].find((candidate) => payload.modules[candidate]) ?? file
  const before = loaded[name]
  if (before) return before.exports
  const run = payload.modules[name]
  if (!run) throw new Error(`module "${file}" is not defined`)
  const module = (loaded[name] = { exports: {} as unknown })
  run.apply(undefined, [
    (target: string) => requireModule(join(name, target)),
    module,
    module.exports,
    wx,
    registerApp,
    registerPage,
    registerComponent,
    registerBehavior,
    getApp,
    () => currentPages(),
    requirePlugin,
    appConfig,
    ...payload.hidden.map((hidden) => (hidden === 'globalThis' ? globalObject : undefined)),
  ])
  return module.exports
}

/** Registers a page or component with all the components it uses. */
export function loadComponent(path: string): void {
  if (registered.has(path)) return
  registered.add(path)
  const using = { ...appConfig.usingComponents, ...payload.json[path]?.usingComponents }
  for (const target of Object.values(using)) {
    if (!target.includes('://')) loadComponent(join(path, target))
  }
  const outer = loading
  loading = path
  try {
    requireModule(`${path}.js`)
  } finally {
    loading = outer
  }
}

function registerApp(definition: AppObject): void {
  app = definition
}

const copy = (data: unknown): Definition => JSON.parse(JSON.stringify(data ?? {})) as Definition

function registerPage(definition: Definition): void {
  const methods: Definition = {}
  const fields: Definition = {}
  for (const [name, value] of Object.entries(definition)) {
    if (name === 'data') continue
    if (typeof value === 'function') methods[name] = value
    else fields[name] = value
  }
  pageFields[loading] = { fields }
  const prepared = { data: copy(definition.data), methods: wrapHandlers(methods) }
  space
    .component(loading)
    .definition(prepared as never)
    .register()
}

function registerComponent(definition: Definition): void {
  const path = loading
  const { created, ...prepared } = { ...definition } as Definition & { created?: AnyFunction }
  const lifetimes = { ...((definition.lifetimes as Record<string, AnyFunction> | undefined) ?? {}) }
  const createdBefore = lifetimes.created ?? created
  lifetimes.created = function (this: unknown) {
    watchSetData(this as Instance, path)
    createdBefore?.call(this)
  }
  for (const name of ['attached', 'detached', 'ready', 'moved']) {
    if (typeof prepared[name] !== 'function') continue
    lifetimes[name] ??= prepared[name] as AnyFunction
    delete prepared[name]
  }
  // Taro passes an empty object where the adapter wants a list.
  for (const name of ['behaviors', 'externalClasses']) if (!Array.isArray(prepared[name])) delete prepared[name]
  if (prepared.data) prepared.data = copy(prepared.data)
  prepared.methods = wrapHandlers((definition.methods as Definition | undefined) ?? {})
  prepared.lifetimes = lifetimes
  space
    .component(path)
    .definition(prepared as never)
    .register()
}

function registerBehavior(definition: Definition): unknown {
  return space
    .behavior()
    .definition(definition as never)
    .register()
}
