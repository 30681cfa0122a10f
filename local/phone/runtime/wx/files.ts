import { ApiFailure } from '../api-failure'
import { endingOf, fileAt, filesIn, fromBase64, keepFile, removeFile, tempPath, toBase64 } from '../file-store'
import { record, report } from '../instruments'
import { settings } from '../settings'
import { showDocument } from '../ui/document'
import { toast } from '../ui/toast'
import { resolveUrl } from '../urls'
import { busy } from './busy'
import { type ApiOptions, asyncApi, syncApi } from './register'

interface FileOptions extends ApiOptions {
  filePath?: string
  path?: string
  dirPath?: string
  data?: string | ArrayBuffer
  encoding?: string
}

const USER = 'wxfile://usr/'
const notFound = (api: string, path: string) => new ApiFailure(`${api}:fail no such file or directory, open '${path}'`)

function bytesFrom(data: string | ArrayBuffer = '', encoding = 'utf8'): Uint8Array<ArrayBuffer> {
  if (typeof data !== 'string') return new Uint8Array(data)
  if (encoding === 'base64') return fromBase64(data)
  if (encoding !== 'utf8' && encoding !== 'utf-8') throw new ApiFailure(`writeFile:fail invalid encoding ${encoding}`)
  return new TextEncoder().encode(data)
}

function read({ filePath = '', encoding }: FileOptions): string | ArrayBuffer {
  const bytes = fileAt(filePath)?.bytes
  if (!bytes) throw notFound('readFile', filePath)
  if (encoding === undefined) return bytes.slice().buffer
  return encoding === 'base64' ? toBase64(bytes) : new TextDecoder().decode(bytes)
}

function write({ filePath = '', data, encoding }: FileOptions): void {
  if (!filePath.startsWith(USER)) throw new ApiFailure(`writeFile:fail permission denied, open ${filePath}`)
  keepFile(filePath, bytesFrom(data, encoding))
}

function check({ path = '' }: FileOptions): void {
  if (!fileAt(path)) throw notFound('access', path)
}

function unlink({ filePath = '' }: FileOptions): void {
  if (!removeFile(filePath)) throw notFound('unlink', filePath)
}

/** Runs a file operation with WeChat's callbacks, in a later task. */
function later(name: string, act: (options: FileOptions) => object | void) {
  return (options: FileOptions) => {
    setTimeout(() => {
      let answer: object
      try {
        answer = { errMsg: `${name}:ok`, ...act(options) }
        options.success?.(answer)
      } catch (problem) {
        answer = { errMsg: problem instanceof ApiFailure ? problem.message : `${name}:fail ${String(problem)}` }
        options.fail?.(answer)
      }
      options.complete?.(answer)
    }, 0)
  }
}

const manager: Record<string, unknown> = {
  writeFile: later('writeFile', write),
  readFile: later('readFile', (options) => ({ data: read(options) })),
  access: later('access', check),
  unlink: later('unlink', unlink),
  readdir: later('readdir', ({ dirPath = '' }) => ({ files: filesIn(dirPath) })),
  writeFileSync: (filePath: string, data: string | ArrayBuffer, encoding?: string) =>
    write({ filePath, data, encoding }),
  readFileSync: (filePath: string, encoding?: string) => read({ filePath, encoding }),
  accessSync: (path: string) => check({ path }),
  unlinkSync: (filePath: string) => unlink({ filePath }),
  readdirSync: (dirPath: string) => filesIn(dirPath),
}

/** What the file system has here; anything else says that it has not. */
const fileSystem = new Proxy(manager, {
  get(target, name) {
    if (name in target || typeof name === 'symbol' || name === 'then') return Reflect.get(target, name) as unknown
    return () => {
      const message = `${name}:fail local phone does not support`
      report('unsupported', message)
      throw new Error(message)
    }
  },
})

/** Fetches a file onto the phone; answers its path. */
async function download(url: string, filePath?: string): Promise<{ statusCode: number; path: string }> {
  if (settings.offline) throw new ApiFailure('downloadFile:fail request:fail net::ERR_INTERNET_DISCONNECTED')
  let answer: Response
  try {
    answer = await fetch(resolveUrl(url))
  } catch (problem) {
    throw new ApiFailure(`downloadFile:fail ${String(problem)}`)
  }
  const path = filePath ?? tempPath(endingOf(new URL(answer.url).pathname) || 'bin')
  keepFile(path, new Uint8Array(await answer.arrayBuffer()))
  return { statusCode: answer.status, path }
}

/** Files on the phone, fetching them and showing them. */
export function fileApis(): void {
  syncApi('getFileSystemManager', () => fileSystem)
  asyncApi<{ url: string; filePath?: string }>('downloadFile', async ({ url, filePath }) => {
    const { statusCode, path } = await busy(download(url, filePath))
    return { statusCode, ...(filePath ? { filePath: path } : { tempFilePath: path }) }
  })
  asyncApi<{ filePath: string; fileType?: string; showMenu?: boolean }>(
    'openDocument',
    ({ filePath, fileType, showMenu = false }) => {
      const file = fileAt(filePath)
      if (!file) throw notFound('openDocument', filePath)
      const name = filePath.split('/').pop() ?? ''
      const type = fileType ?? endingOf(filePath)
      if (!/^(docx?|xlsx?|pptx?|pdf)$/.test(type)) throw new ApiFailure('openDocument:fail filetype not supported')
      record.documents.push({ name, path: filePath, type, size: file.bytes.length })
      showDocument({ name, url: file.url, size: file.bytes.length, showMenu })
    },
  )
  asyncApi<{ filePath: string; fileName?: string }>('shareFileMessage', ({ filePath, fileName }) => {
    if (!fileAt(filePath)) throw notFound('shareFileMessage', filePath)
    record.sentFiles.push({ name: fileName ?? filePath.split('/').pop() ?? '', path: filePath })
    toast({ title: '已发送给 一家人', icon: 'success' })
  })
}
