import type * as glassEasel from 'glass-easel'

/** Window settings of app.json and of a page's JSON, as far as the phone reads them. */
export interface PageConfig {
  navigationBarTitleText?: string
  navigationBarBackgroundColor?: string
  navigationBarTextStyle?: string
  navigationStyle?: 'default' | 'custom'
  backgroundColor?: string
  backgroundTextStyle?: string
  enablePullDownRefresh?: boolean
  onReachBottomDistance?: number
  disableScroll?: boolean
  usingComponents?: Record<string, string>
  component?: boolean
  singlePage?: { navigationBarFit?: 'float' | 'squeezed' }
}

/** One entry of the tab bar. */
export interface TabItem {
  pagePath: string
  text: string
  iconPath?: string
  selectedIconPath?: string
}

type Plugins = Record<string, { version: string; provider: string }>

interface SubPackage {
  root: string
  pages: string[]
  plugins?: Plugins
}

/** The parts of app.json that the phone reads. */
export interface AppConfig {
  pages: string[]
  entryPagePath?: string
  window?: PageConfig
  subPackages?: SubPackage[]
  subpackages?: SubPackage[]
  tabBar?: { color?: string; selectedColor?: string; backgroundColor?: string; borderStyle?: string; list: TabItem[] }
  usingComponents?: Record<string, string>
  darkmode?: boolean
  plugins?: Plugins
  singlePage?: PageConfig['singlePage']
}

export type TemplateMap = Record<string, glassEasel.template.ComponentTemplate['groupList']>
export type ModuleFunction = (...names: unknown[]) => void

/** The compiled mini-program, as `compile/index.ts` writes it. */
export interface Payload {
  modules: Record<string, ModuleFunction>
  hidden: string[]
  json: Record<string, PageConfig>
  css: Record<string, string>
  theme: Partial<Record<'light' | 'dark', Record<string, string>>>
  wxNames: string[]
  warnings: string[]
  templates: TemplateMap
  tags: TemplateMap
  /** Set instead of everything else when there is nothing to run yet. */
  problem?: string
}

declare global {
  interface Window {
    __weapp: Payload
  }
}

/** The mini-program this phone runs. */
export const payload: Payload = window.__weapp

/** Its app.json. */
export const appConfig: AppConfig = (payload.json?.app as AppConfig | undefined) ?? { pages: [] }
