import { useRouter } from '@tarojs/taro'
import { useCallback } from 'react'

/** The values of this page's query by name; empty where one is not there or cannot be read. */
export function useQuery(): (name: string) => string {
  const { params } = useRouter()
  return useCallback((name: string) => readable(params[name]), [params])
}

function readable(value: string | undefined): string {
  try {
    return value ? decodeURIComponent(value) : ''
  } catch {
    // Handed on by an app that had read it already.
    return value ?? ''
  }
}
