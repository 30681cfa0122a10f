import { readFileSync } from 'node:fs'
import { type ServerResponse } from 'node:http'
import { extname, join } from 'node:path'

const FOLDER = join(__dirname, '../page')

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
}

// Documents hold what people wrote: no script but the page's own files ever runs here.
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** Serves the page on which a developer looks into the cloud; false for a file that it does not have. */
export function servePage(response: ServerResponse, name: string): boolean {
  const type = TYPES[extname(name)]
  if (!type || !/^[a-z-]+\.[a-z]+$/.test(name)) return false
  let body: Buffer
  try {
    body = readFileSync(join(FOLDER, name))
  } catch {
    return false
  }
  response.writeHead(200, {
    'content-type': type,
    'content-security-policy': POLICY,
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  })
  response.end(body)
  return true
}
