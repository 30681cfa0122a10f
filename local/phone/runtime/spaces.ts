import * as glassEasel from 'glass-easel'
import { MiniProgramEnv } from 'glass-easel-miniprogram-adapter'
import { fault, record } from './instruments'
import { payload } from './payload'
import { speak, spokenProperties } from './tags/spoken'
import { tags } from './tags'
import { type Behaviour, type Data, place, type Tag, type TagDefinition } from './tags/tag'
import { tagTemplates } from './tags/templates'

/** The environment all pages share. */
export const env = new MiniProgramEnv()
const tagSpace = env.createCodeSpace('tags', false)

/** The mini-program's own code space. */
export const space = env.createCodeSpace('main', true)

type Prepare = (is: string, options?: unknown) => [Record<string, unknown>, unknown]
type WithPrepare = { prepareComponentOptions: Prepare }
type Caller = {
  _$: glassEasel.GeneralComponent
  data: Data
  setData(values: Data): void
  triggerEvent(name: string, detail: unknown, options: object): void
}

/** Adds options to every component of a code space; the adapter has no public door for them. */
function withOptions(codeSpace: unknown, extra: Record<string, unknown>): void {
  const open = codeSpace as WithPrepare
  const original = open.prepareComponentOptions.bind(open)
  open.prepareComponentOptions = (is, options) => {
    const [prepared, isolation] = original(is, options)
    return [{ ...prepared, ...extra }, isolation]
  }
}

// Ids and classes on the page are those of the WXML: tests and `label for` look for them. A page's styles reach its
// components; Taro asks for that anyway.
const plainNames = {
  styleScope: glassEasel.StyleScopeManager.globalScope(),
  extraStyleScope: null,
  idPrefixGenerator: null,
}
withOptions(space, { ...plainNames, writeIdToDOM: true })
withOptions(tagSpace, plainNames)

function tagFor(caller: Caller): Tag {
  const host = caller._$.getBackendElement() as unknown as HTMLElement
  return {
    host,
    doc: host.ownerDocument,
    node: caller._$,
    get data() {
      return caller.data
    },
    fire: (name, detail = {}, options = {}) => caller.triggerEvent(name, detail, options),
    set: (values) => caller.setData(values),
    listen: (name, react, capture = false) => {
      caller._$.addListener(name, (event) => react(event), { capture })
    },
  }
}

function registerTag(name: string, definition: TagDefinition): void {
  const is = `tag/${name}`
  const properties = { ...spokenProperties, ...definition.properties }
  const live = new WeakMap<object, { tag: Tag; behaviour: Behaviour }>()
  const observers: Record<string, (this: Caller) => void> = {}
  for (const property of Object.keys(properties)) {
    observers[property] = function () {
      const here = live.get(this._$)
      if (!here) return
      if (property in spokenProperties) speak(here.tag, property)
      here.behaviour.changed?.(property)
    }
  }
  const attached = function (this: Caller) {
    if (definition.virtualHost) return
    const tag = tagFor(this)
    const behaviour = definition.attach?.(tag) ?? {}
    live.set(this._$, { tag, behaviour })
    place(tag.host, tag, behaviour)
    for (const property of Object.keys(spokenProperties)) {
      if (tag.data[property] !== null) speak(tag, property)
    }
  }
  const groupList = payload.tags
  tagSpace.addCompiledTemplate(is, { groupList, content: groupList[is] } as never)
  tagSpace.addComponentStaticConfig(is, { component: true, styleIsolation: 'isolated' as never })
  const definitionObject = {
    options: { virtualHost: definition.virtualHost ?? false },
    properties,
    observers,
    lifetimes: { attached },
  }
  const registered: unknown = tagSpace
    .component(is)
    .definition(definitionObject as never)
    .register()
  space.getComponentSpace().setGlobalUsingComponent(name, (registered as { _$: never })._$)
}

/** Taro writes every property a tag can have, those of other platforms too, and leaves out values by writing null. */
const HARMLESS = /is not a valid property|but get null value/

/** Registers the built-in tags and the mini-program's templates; call once, before any page. */
export function prepareSpaces(): void {
  glassEasel.addGlobalErrorListener((error) => {
    fault('error', error)
    return false
  })
  glassEasel.addGlobalWarningListener((message) => {
    if (!HARMLESS.test(message)) record.warnings.push(message)
    return false
  })
  for (const name of Object.keys(tagTemplates)) registerTag(name, tags[name] ?? {})
  for (const [path, config] of Object.entries(payload.json)) {
    if (path !== 'app') space.addComponentStaticConfig(path, config as never)
  }
  for (const [path, content] of Object.entries(payload.templates)) {
    space.addCompiledTemplate(path, { groupList: payload.templates, content } as never)
  }
}
