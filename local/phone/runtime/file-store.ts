import { DIST, resolveUrl } from './urls'

/** A file on the phone. Files are gone when the mini-program is opened anew. */
export interface PhoneFile {
  bytes: Uint8Array<ArrayBuffer>
  /** Its media type, by its ending. */
  type: string
  /** Where the browser finds it. */
  url: string
}

const TYPES: Record<string, string> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  svg: 'image/svg+xml',
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  html: 'text/html',
  txt: 'text/plain',
}

const files = new Map<string, PhoneFile>()
let count = 0

/** The ending of a path, without its dot, in small letters. */
export const endingOf = (path: string): string => /\.(\w+)$/.exec(path)?.[1]?.toLowerCase() ?? ''

/** A path for a new temporary file, as WeChat makes them. */
export function tempPath(ending: string): string {
  count += 1
  return `wxfile://tmp_${Date.now().toString(36)}${count}.${ending}`
}

/** Keeps a file under its path; what was there is replaced. */
export function keepFile(path: string, bytes: Uint8Array<ArrayBuffer>): PhoneFile {
  const old = files.get(path)
  if (old) URL.revokeObjectURL(old.url)
  const type = TYPES[endingOf(path)] ?? 'application/octet-stream'
  const file = { bytes, type, url: URL.createObjectURL(new Blob([bytes], { type })) }
  files.set(path, file)
  return file
}

/** The file at a path of the phone. */
export function fileAt(path: string): PhoneFile | undefined {
  return files.get(path)
}

/** Takes a file away; whether there was one. */
export function removeFile(path: string): boolean {
  const file = files.get(path)
  if (file) URL.revokeObjectURL(file.url)
  return files.delete(path)
}

/** Paths below a folder of the phone, relative to it. */
export function filesIn(folder: string): string[] {
  const start = folder.endsWith('/') ? folder : `${folder}/`
  return Array.from(files.keys()).flatMap((path) => (path.startsWith(start) ? [path.slice(start.length)] : []))
}

/** The address a browser can load for anything a mini-program calls a picture or a file. */
export function addressOf(source: string): string {
  if (!source.startsWith('wxfile:')) return resolveUrl(source)
  // An address that fails: the file is not there.
  return files.get(source)?.url ?? `${DIST}no-such-file`
}

/** Bytes as base64. */
export function toBase64(bytes: Uint8Array): string {
  let binary = ''
  for (const byte of bytes) binary += String.fromCharCode(byte)
  return btoa(binary)
}

/** Base64 as bytes; throws when it is none. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text)
  return Uint8Array.from({ length: binary.length }, (_byte, place) => binary.charCodeAt(place))
}

/** An address that outlives this phone, for what stands beside it. */
export function lastingAddress(source: string): string {
  const file = files.get(source)
  return file ? `data:${file.type};base64,${toBase64(file.bytes)}` : addressOf(source)
}

/** Reads what a mini-program calls a file: on the phone, in the package or in the cloud; undefined when it is not there. */
export async function readSource(source: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  if (source.startsWith('wxfile:')) return files.get(source)?.bytes
  const data = /^data:[^,]*;base64,(.*)$/.exec(source)?.[1]
  if (data !== undefined) return fromBase64(data)
  try {
    const answer = await fetch(addressOf(source))
    return answer.ok ? new Uint8Array(await answer.arrayBuffer()) : undefined
  } catch {
    return undefined
  }
}
