import { ApiFailure } from '../api-failure'
import { opening } from '../settings'
import { asyncApi, syncApi, wx } from './register'

const LIMIT_KB = 10240
// A single page in Moments has a storage of its own.
const prefix = `phone${opening.isSinglePage ? '-moments' : ''}:${opening.openid}:`

const keys = () =>
  Array.from({ length: localStorage.length }, (_key, index) => localStorage.key(index) ?? '')
    .filter((key) => key.startsWith(prefix))
    .map((key) => key.slice(prefix.length))

function read(key: string): { found: boolean; data: unknown } {
  const text = localStorage.getItem(prefix + key)
  if (text === null) return { found: false, data: '' }
  return { found: true, data: (JSON.parse(text) as { data: unknown }).data }
}

const write = (key: string, data: unknown) => localStorage.setItem(prefix + key, JSON.stringify({ data }))
const remove = (key: string) => localStorage.removeItem(prefix + key)
const clear = () => keys().forEach(remove)

function info() {
  const characters = keys().reduce((sum, key) => sum + (localStorage.getItem(prefix + key)?.length ?? 0), 0)
  return { keys: keys(), currentSize: Math.ceil(characters / 1024), limitSize: LIMIT_KB }
}

interface Entry {
  key: string
  data: unknown
}

/** Storage, kept apart for each person who holds the phone. */
export function storageApis(): void {
  syncApi('getStorageSync', (key: string) => read(key).data)
  syncApi('setStorageSync', write)
  syncApi('removeStorageSync', remove)
  syncApi('clearStorageSync', clear)
  syncApi('getStorageInfoSync', info)
  syncApi('batchGetStorageSync', (list: string[]) => list.map((key) => read(key).data))
  syncApi('batchSetStorageSync', (list: { key: string; value: unknown }[]) =>
    list.forEach((one) => write(one.key, one.value)),
  )
  asyncApi<Entry>('getStorage', ({ key }) => {
    const { found, data } = read(key)
    if (!found) throw new ApiFailure('getStorage:fail data not found')
    return { data }
  })
  asyncApi<Entry>('setStorage', ({ key, data }) => write(key, data))
  asyncApi<Entry>('removeStorage', ({ key }) => remove(key))
  asyncApi('clearStorage', clear)
  asyncApi('getStorageInfo', info)
  wx.env = { USER_DATA_PATH: 'wxfile://usr' }
}
