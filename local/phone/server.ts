import { createHash } from 'node:crypto'
import { createReadStream, statSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { phoneAssets } from './bundle'
import { followCloud, passToCloud } from './cloud-proxy'
import { compileDist } from './compile'
import type { Templates } from './post/message'
import type { Person } from './post/person'
import { Post } from './post/post'
import { servePost } from './post/serve'
import { watchFolder } from './watch'

export type { Person } from './post/person'

/** What the phone needs to run. */
export interface PhoneOptions {
  /** The compiled mini-program, `dist/weapp`. */
  dist: string
  /** Where the local cloud answers, as `http://127.0.0.1:8521`. */
  cloud: { url: string }
  /** 0 or none for any free port. */
  port?: number
  /** Who can hold the phone. */
  people?: Person[] | (() => Person[] | Promise<Person[]>)
  /** What the message templates and their fields are called. */
  templates?: Templates
  /** Compiles anew and reloads the browser when `dist` changes. */
  watch?: boolean
  /** Answers a request before the phone does; true when it has. */
  also?: (request: IncomingMessage, response: ServerResponse) => boolean
}

export interface RunningPhone {
  /** Ends with a slash. */
  url: string
  /** WXML warnings of the compiled mini-program. */
  warnings: string[]
  close(): Promise<void>
}

const TYPES: Record<string, string> = {
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.mp3': 'audio/mpeg',
}

// Pages of the phone are written into frames, so inline styles are needed; scripts are ours alone, and never from text.
const POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'self'",
].join('; ')

interface Weapp {
  script: string
  warnings: string[]
  problem?: string
}

function compiled(dist: string): Weapp {
  try {
    return compileDist(dist)
  } catch (problem) {
    const text = problem instanceof Error ? problem.message : String(problem)
    return { script: `window.__weapp=${JSON.stringify({ problem: text })}`, warnings: [], problem: text }
  }
}

/** Serves the phone on 127.0.0.1 until it is closed. */
export async function startPhone(options: PhoneOptions): Promise<RunningPhone> {
  const { dist, cloud } = options
  const assets = await phoneAssets()
  let weapp = compiled(dist)
  const listeners = new Set<ServerResponse>()
  const tell = (event: string, data: string) => {
    for (const listener of listeners) listener.write(`event: ${event}\ndata: ${data.replace(/\n/g, ' ')}\n\n`)
  }
  const people = async () => (typeof options.people === 'function' ? options.people() : (options.people ?? []))

  const post = new Post(people)

  const server = createServer((request, response) => {
    if (options.also?.(request, response)) return
    const pathname = new URL(request.url ?? '/', 'http://phone').pathname
    const asset = assets[pathname]
    if (asset) sendKept(request, response, asset.type, asset.body)
    else if (pathname === '/weapp.js') sendKept(request, response, 'text/javascript', weapp.script)
    else if (pathname === '/people') void sendPeople(response, people)
    else if (pathname === '/templates') send(response, 'application/json', JSON.stringify(options.templates ?? {}))
    else if (pathname === '/post' || pathname.startsWith('/post/'))
      void servePost(post, (event) => tell('card', JSON.stringify(event)), request, response)
    else if (pathname === '/events') listen(response, listeners)
    else if (pathname.startsWith('/cloud/')) passToCloud(cloud.url, request, response)
    else if (pathname.startsWith('/dist/'))
      sendFile(response, dist, decodeURIComponent(pathname.slice('/dist/'.length)))
    else send(response, 'text/plain', 'not found', 404)
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port ?? 0, '127.0.0.1', resolve)
  })
  const stopFollowing = followCloud(cloud.url, (data) => tell('wechat', data))
  const stopWatching = options.watch
    ? watchFolder(dist, () => {
        const next = compiled(dist)
        // A build that is still writing has no app.json yet, or half a file: the last good one stays.
        if (next.problem && !weapp.problem) return
        weapp = next
        tell('reload', '{}')
      })
    : () => undefined
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    get warnings() {
      return weapp.warnings
    },
    close: () =>
      new Promise((resolve) => {
        stopFollowing()
        stopWatching()
        for (const listener of listeners) listener.end()
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function send(response: ServerResponse, type: string, body: string, status = 200): void {
  response.setHeader('content-type', `${type}; charset=utf-8`)
  response.setHeader('content-security-policy', POLICY)
  if (!response.hasHeader('cache-control')) response.setHeader('cache-control', 'no-store')
  response.writeHead(status).end(body)
}

/** Sends what a browser may keep while it is the same: it asks each time, and need not compile the scripts anew. */
function sendKept(request: IncomingMessage, response: ServerResponse, type: string, body: string): void {
  const etag = `"${createHash('sha1').update(body).digest('hex')}"`
  response.setHeader('etag', etag)
  response.setHeader('cache-control', 'no-cache')
  if (request.headers['if-none-match'] !== etag) return send(response, type, body)
  response.writeHead(304).end()
}

async function sendPeople(response: ServerResponse, people: () => Promise<Person[]>): Promise<void> {
  try {
    send(response, 'application/json', JSON.stringify(await people()))
  } catch (problem) {
    send(response, 'application/json', JSON.stringify({ errMsg: String(problem) }), 500)
  }
}

function listen(response: ServerResponse, listeners: Set<ServerResponse>): void {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
  response.write(': hello\n\n')
  listeners.add(response)
  response.on('close', () => listeners.delete(response))
}

function sendFile(response: ServerResponse, folder: string, name: string): void {
  const file = path.join(folder, path.normalize(`/${name}`))
  const type = TYPES[path.extname(file).toLowerCase()]
  if (!type || !statSync(file, { throwIfNoEntry: false })?.isFile()) {
    send(response, 'text/plain', 'not found', 404)
    return
  }
  response.writeHead(200, { 'content-type': type, 'cache-control': 'no-cache' })
  createReadStream(file).pipe(response)
}
