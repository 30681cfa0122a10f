import { ApiFailure } from '../api-failure'
import { showCodes } from '../codes'
import { toBase64 } from '../file-store'
import { scanWithCamera } from '../ui/camera'
import { asyncApi } from './register'

interface ScanOptions {
  onlyFromCamera?: boolean
  scanType?: string[]
}

/** What stands in the mini-program codes that the local cloud draws, before the page. */
const CODE = 'wxacode:'

/** The page and scene of a mini-program code of ours; undefined for any other text. */
export function pathInCode(text: string): string | undefined {
  return text.startsWith(CODE) ? text.slice(CODE.length) : undefined
}

/** The camera. */
export function scanApis(): void {
  showCodes()
  asyncApi<ScanOptions>('scanCode', async ({ onlyFromCamera = false }) => {
    const text = await scanWithCamera({ album: !onlyFromCamera })
    if (text === undefined) throw new ApiFailure('scanCode:fail cancel')
    const rawData = toBase64(new TextEncoder().encode(text))
    const path = pathInCode(text)
    return path === undefined
      ? { result: text, scanType: 'QR_CODE', charSet: 'utf-8', rawData }
      : { result: '', scanType: 'WX_CODE', charSet: 'utf-8', path, rawData }
  })
}
