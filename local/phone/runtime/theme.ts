import { appConfig, type PageConfig, payload, type TabItem } from './payload'
import { settings } from './settings'

/** The theme the mini-program is told: dark only when it has declared that it can be. */
export function themeName(): 'light' | 'dark' {
  return settings.dark && appConfig.darkmode ? 'dark' : 'light'
}

/** Replaces a `@name` of theme.json by its value in the current theme. */
export function themed(value: string | undefined): string | undefined {
  if (!value?.startsWith('@')) return value
  return payload.theme[themeName()]?.[value.slice(1)] ?? undefined
}

/** A page's window settings over those of the app, with the theme's values. */
export function pageConfig(route: string): PageConfig {
  const merged: PageConfig = { ...appConfig.window, ...payload.json[route] }
  return {
    ...merged,
    navigationBarBackgroundColor: themed(merged.navigationBarBackgroundColor) ?? '#000000',
    navigationBarTextStyle: themed(merged.navigationBarTextStyle) ?? 'white',
    backgroundColor: themed(merged.backgroundColor) ?? '#ffffff',
    backgroundTextStyle: themed(merged.backgroundTextStyle) ?? 'dark',
  }
}

/** The tab bar's items with the theme's icons. */
export function tabItems(): TabItem[] {
  return (appConfig.tabBar?.list ?? []).map((item) => ({
    ...item,
    iconPath: themed(item.iconPath),
    selectedIconPath: themed(item.selectedIconPath),
  }))
}

/** The style sheet text of a file, with `prefers-color-scheme` answered by the phone and not by the browser. */
export function themedCss(css: string): string {
  const holds = (scheme: string) => (scheme === themeName() ? 'all' : 'not all')
  return css.replace(/\(\s*prefers-color-scheme\s*:\s*(dark|light)\s*\)/g, (_all, scheme: string) => holds(scheme))
}
