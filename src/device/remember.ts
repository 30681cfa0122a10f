import Taro from '@tarojs/taro'

const prefix = 'dandelion:'

/** What the phone remembers under a name, or null; a full or broken storage counts as nothing remembered. */
export function recall<T>(name: string): T | null {
  try {
    const kept: unknown = Taro.getStorageSync(prefix + name)
    return kept === '' || kept === undefined ? null : (kept as T)
  } catch {
    return null
  }
}

/** Remembers a plain value under a name; says whether it could. */
export function remember(name: string, value: unknown): boolean {
  try {
    Taro.setStorageSync(prefix + name, value)
    return true
  } catch {
    return false
  }
}

/** Forgets what is remembered under a name. */
export function forget(name: string): void {
  try {
    Taro.removeStorageSync(prefix + name)
  } catch {
    // Nothing was remembered, or storage is gone: either way it is forgotten.
  }
}

/** Forgets everything that is remembered, but for the names given. */
export function forgetAll(but: readonly string[]): void {
  try {
    const { keys } = Taro.getStorageInfoSync()
    const ours = keys.filter((key) => key.startsWith(prefix) && !but.includes(key.slice(prefix.length)))
    for (const key of ours) Taro.removeStorageSync(key)
  } catch {
    // Storage is gone: it is forgotten.
  }
}
