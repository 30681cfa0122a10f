import Taro from '@tarojs/taro'
import { create } from 'zustand'
import { recall, remember } from './remember'

/** The smallest type factor of care mode (大字模式). */
export const careFactor = 1.375
/** From this factor on, rows become columns. */
const largeFactor = 1.3

/** How this phone wants things to look. `f` multiplies type; `large` means rows become columns. */
export interface Appearance {
  f: number
  care: boolean
  large: boolean
  dark: boolean
}

interface Settings {
  systemFactor: number
  /** What she chose on this phone; null while she chose nothing. */
  chosen: boolean | null
  dark: boolean
}

function systemFactor(): number {
  const { fontSizeScaleFactor } = Taro.getAppBaseInfo() as { fontSizeScaleFactor?: number }
  const factor = Number(fontSizeScaleFactor)
  return Number.isFinite(factor) && factor > 0 ? Math.min(2, Math.max(1, factor)) : 1
}

function systemIsDark(): boolean {
  return Taro.getAppBaseInfo().theme === 'dark'
}

/** Care mode follows the font setting of the phone, WeChat's own 关怀模式 among them, until she chooses here. */
function appearanceOf({ systemFactor, chosen, dark }: Settings): Appearance {
  const care = chosen ?? systemFactor >= careFactor
  const f = care ? Math.max(careFactor, systemFactor) : systemFactor
  return { f, care, dark, large: f >= largeFactor }
}

interface Store {
  settings: Settings
  look: Appearance
}

const useStore = create<Store>(() => {
  const settings = { systemFactor: systemFactor(), chosen: recall<boolean>('care') ?? null, dark: systemIsDark() }
  return { settings, look: appearanceOf(settings) }
})

function change(part: Partial<Settings>) {
  const before = useStore.getState().settings
  const settings = { ...before, ...part }
  const changed = (Object.keys(part) as (keyof Settings)[]).some((key) => before[key] !== settings[key])
  if (changed) useStore.setState({ settings, look: appearanceOf(settings) })
}

/** The appearance now, following font setting, theme and care mode. */
export function useAppearance(): Appearance {
  return useStore((store) => store.look)
}

/** The appearance now, outside of components. */
export function appearanceNow(): Appearance {
  return useStore.getState().look
}

/** Switches care mode on or off and remembers it on this phone. */
export function setCare(care: boolean): void {
  remember('care', care)
  change({ chosen: care })
}

/** Follows theme and font setting from now on; to be called once at launch. */
export function followAppearance(): void {
  Taro.onThemeChange(({ theme }) => change({ dark: theme === 'dark' }))
  Taro.onAppShow(() => change({ systemFactor: systemFactor(), dark: systemIsDark() }))
}
