import { createHmac } from 'node:crypto'
import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { type IncomingMessage, type ServerResponse } from 'node:http'
import { dirname, extname, join, relative, resolve, sep } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { invalidParam } from '../store/faults'
import { type Answer, type Params } from './database'

const TYPES: Record<string, string> = {
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.svg': 'image/svg+xml',
  '.webp': 'image/webp',
  '.csv': 'text/csv; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.pdf': 'application/pdf',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  '.html': 'text/html; charset=utf-8',
}

// Files hold what people sent: opened by themselves, no script of theirs runs at this origin.
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox"

/** The storage actions of the protocol. */
export const storageActions = [
  'storage.getUploadMetadata',
  'storage.batchGetDownloadUrl',
  'storage.batchDeleteFile',
] as const

const MAX_FILES = 50
/** Seconds that an address is good for when nothing is said. */
const DEFAULT_AGE = 7200

/** Files of the local cloud, kept below one folder and called `cloud://local-env.local-bucket/<path>`. */
export class FileStorage {
  private uploads = 0

  constructor(
    private readonly folder: string,
    private readonly url: () => string,
    private readonly clock: () => number,
  ) {}

  static readonly prefix = 'cloud://local-env.local-bucket/'

  /** The storage actions of the protocol; undefined for any other action. */
  answer(action: string, params: Params): Answer | undefined {
    const known = storageActions.find((each) => each === action)
    switch (known) {
      case 'storage.getUploadMetadata': {
        const path = String(params.path ?? '')
        if (!this.diskPath(path)) throw invalidParam(`path ${path} is not allowed`)
        const url = `${this.url()}/files/${path.split('/').map(encodeURIComponent).join('/')}`
        const fileId = FileStorage.prefix + path
        return { data: { url, token: 'local', authorization: 'local', fileId, cosFileId: 'local' } }
      }
      case 'storage.batchGetDownloadUrl':
        return { data: { download_list: listOf(params.file_list).map((file) => this.download(file as Params)) } }
      case 'storage.batchDeleteFile':
        return { data: { delete_list: listOf(params.fileid_list).map((id) => this.remove(String(id))) } }
      case undefined:
        return undefined
    }
  }

  /**
   * Serves PUT, GET and HEAD of `/files/<path>`; the path is percent-encoded. A file is read by the address that
   * `getTempFileURL` gave, as long as that is good; any other gets 403.
   */
  async serve(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    const path = decoded(url.pathname.slice('/files/'.length))
    const file = this.diskPath(path)
    if (!file) return fail(response, 403, 'AccessDenied')
    if (request.method === 'PUT') {
      const part = `${file}.${process.pid}-${this.uploads++}.part`
      mkdirSync(dirname(file), { recursive: true })
      try {
        await pipeline(request, createWriteStream(part))
        renameSync(part, file)
      } finally {
        rmSync(part, { force: true })
      }
      response.writeHead(200).end()
      return
    }
    const until = Number(url.searchParams.get('t'))
    const isSigned = url.searchParams.get('sign') === this.sign(path, until)
    if (!isSigned || this.clock() > until * 1000) return fail(response, 403, 'AccessDenied')
    await this.send(request, response, file)
  }

  /** The newest files, at most so many, and how many there are. */
  list(most: number) {
    const names = existsSync(this.folder) ? (readdirSync(this.folder, { recursive: true }) as string[]) : []
    const files = names.flatMap((name) => {
      const found = statSync(join(this.folder, name), { throwIfNoEntry: false })
      if (!found?.isFile() || name.endsWith('.part')) return []
      const path = name.split(sep).join('/')
      return { path, fileID: FileStorage.prefix + path, size: found.size, at: found.mtimeMs }
    })
    return { files: files.sort((a, b) => b.at - a.at).slice(0, most), total: files.length }
  }

  /** Serves a file by its fileID, as WeChat shows `cloud://` pictures to a phone. */
  async serveId(request: IncomingMessage, response: ServerResponse, fileID: string): Promise<void> {
    const file = this.diskPath(fileID.slice(FileStorage.prefix.length))
    if (!fileID.startsWith(FileStorage.prefix) || !file) return fail(response, 403, 'AccessDenied')
    await this.send(request, response, file)
  }

  private async send(request: IncomingMessage, response: ServerResponse, file: string): Promise<void> {
    if (!isFile(file)) return fail(response, 404, 'NoSuchKey')
    response.writeHead(200, {
      'content-type': TYPES[extname(file).toLowerCase()] ?? 'application/octet-stream',
      'content-length': statSync(file).size,
      'content-security-policy': POLICY,
      'x-content-type-options': 'nosniff',
    })
    if (request.method === 'HEAD') response.end()
    else await pipeline(createReadStream(file), response)
  }

  private download(file: Params): Params {
    const fileID = String(file.fileid)
    const path = this.pathOf(fileID)
    if (!path) return { code: 'STORAGE_FILE_NONEXIST', fileID, tempFileURL: '' }
    // The SDK encodes this address itself before it fetches.
    const maxAge = Number(file.max_age ?? DEFAULT_AGE)
    const until = Math.floor(this.clock() / 1000) + maxAge
    const tempFileURL = `${this.url()}/files/${path}?sign=${this.sign(path, until)}&t=${until}`
    return { code: 'SUCCESS', fileID, tempFileURL, maxAge }
  }

  private sign(path: string, until: number): string {
    return createHmac('sha256', this.folder).update(`${until} ${path}`).digest('hex').slice(0, 32)
  }

  private remove(fileID: string): Params {
    const path = this.pathOf(fileID)
    const file = path === undefined ? undefined : this.diskPath(path)
    if (!file) return { code: 'STORAGE_FILE_NONEXIST', fileID }
    rmSync(file)
    return { code: 'SUCCESS', fileID }
  }

  private pathOf(fileID: string): string | undefined {
    if (!fileID.startsWith(FileStorage.prefix)) return undefined
    const path = fileID.slice(FileStorage.prefix.length)
    const file = this.diskPath(path)
    return file && existsSync(file) && isFile(file) ? path : undefined
  }

  // Undefined for anything that would leave the folder.
  private diskPath(path: string): string | undefined {
    if (!path || path.startsWith('/') || /[\0\\]/.test(path)) return undefined
    const parts = path.split('/')
    if (parts.some((part) => part === '' || part === '.' || part === '..')) return undefined
    const file = resolve(join(this.folder, ...parts))
    const inside = relative(this.folder, file)
    return inside && !inside.startsWith(`..${sep}`) && inside !== '..' ? file : undefined
  }
}

function listOf(value: unknown): unknown[] {
  if (!Array.isArray(value) || !value.length) throw invalidParam('the file list is empty')
  if (value.length > MAX_FILES) throw invalidParam(`at most ${MAX_FILES} files at a time`)
  return value as unknown[]
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return ''
  }
}

const isFile = (file: string) => statSync(file, { throwIfNoEntry: false })?.isFile() === true

function fail(response: ServerResponse, status: number, code: string): void {
  const body =
    `<?xml version='1.0' encoding='utf-8' ?><Error><Code>${code}</Code><Message>${code}</Message>` +
    '<RequestId>local</RequestId><TraceId>local</TraceId></Error>'
  response.writeHead(status, { 'content-type': 'application/xml' }).end(body)
}
