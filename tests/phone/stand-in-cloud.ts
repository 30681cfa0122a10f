import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'

/** A cloud that only echoes: enough to try the phone itself, not the app. */
export interface StandInCloud {
  url: string
  consents: { openid: string; templateIds: string[] }[]
  /** What was uploaded, by path; what is put here can be fetched. */
  files: Map<string, Buffer>
  /** Sends a service notification. */
  send(message: { openid: string; templateId: string; page?: string; data: Record<string, string> }): void
  close(): Promise<void>
}

async function bodyOf(request: IncomingMessage): Promise<Record<string, unknown>> {
  let text = ''
  for await (const chunk of request) text += String(chunk)
  return JSON.parse(text || '{}') as Record<string, unknown>
}

function answer(response: ServerResponse, body: unknown): void {
  response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' })
  response.end(JSON.stringify(body))
}

function sendFile(response: ServerResponse, file: Buffer | undefined): void {
  response.writeHead(file ? 200 : 404, { 'content-type': 'image/png' }).end(file)
}

/** Starts the echoing cloud on any free port. */
export async function startStandInCloud(): Promise<StandInCloud> {
  const consents: StandInCloud['consents'] = []
  const messages: { openid: string }[] = []
  const files: StandInCloud['files'] = new Map()
  const streams = new Set<ServerResponse>()

  const serve = async (request: IncomingMessage, response: ServerResponse) => {
    const url = new URL(request.url ?? '/', 'http://cloud')
    if (url.pathname === '/functions/echo') answer(response, { result: await bodyOf(request) })
    else if (url.pathname.startsWith('/functions/')) {
      answer(response, { errCode: -501000, errMsg: 'FunctionName parameter could not be found' })
    } else if (url.pathname === '/wechat/consent') {
      consents.push((await bodyOf(request)) as unknown as (typeof consents)[number])
      answer(response, { ok: true })
    } else if (url.pathname === '/wechat/messages') {
      answer(response, { messages: messages.filter((one) => one.openid === url.searchParams.get('openid')) })
    } else if (url.pathname === '/wechat/events') {
      response.writeHead(200, { 'content-type': 'text/event-stream' })
      response.write(': open\n\n')
      streams.add(response)
    } else if (url.pathname.startsWith('/files/') && request.method === 'PUT') {
      files.set(decodeURIComponent(url.pathname.slice('/files/'.length)), await buffer(request))
      response.writeHead(200).end()
    } else if (url.pathname.startsWith('/files/') || url.pathname === '/wechat/file') {
      const path = url.searchParams.get('fileID')?.replace('cloud://local-env.local-bucket/', '')
      sendFile(response, files.get(path ?? decodeURIComponent(url.pathname.slice('/files/'.length))))
    } else {
      response.writeHead(404).end()
    }
  }
  const server = createServer((request, response) => void serve(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    consents,
    files,
    send(message) {
      const kept = { ...message, id: messages.length + 1, at: Date.now() }
      messages.push(kept)
      for (const stream of streams) stream.write(`event: message\ndata: ${JSON.stringify(kept)}\n\n`)
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
