import { type IncomingMessage, request, type ServerResponse } from 'node:http'

/** Passes a request for `/cloud/…` on to the local cloud and its answer back, streams included. */
export function passToCloud(cloud: string, incoming: IncomingMessage, outgoing: ServerResponse): void {
  const target = new URL((incoming.url ?? '').replace(/^\/cloud\//, '/'), cloud)
  const passed = request(
    target,
    { method: incoming.method, headers: { ...incoming.headers, host: target.host } },
    (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(outgoing)
    },
  )
  passed.on('error', (problem) => {
    if (outgoing.headersSent) {
      outgoing.end()
      return
    }
    outgoing.writeHead(502, { 'content-type': 'application/json; charset=utf-8' })
    outgoing.end(JSON.stringify({ errCode: -1, errMsg: `the local cloud does not answer: ${problem.message}` }))
  })
  outgoing.on('close', () => passed.destroy())
  incoming.pipe(passed)
}

/** Follows the local cloud's event stream and calls back for each event until stopped; reconnects by itself. */
export function followCloud(cloud: string, told: (data: string) => void): () => void {
  let stopped = false
  let current: ReturnType<typeof request> | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  const again = () => {
    if (stopped) return
    clearTimeout(timer)
    timer = setTimeout(connect, 2000)
    timer.unref()
  }
  const connect = () => {
    current = request(new URL('/wechat/events', cloud), { headers: { accept: 'text/event-stream' } }, (answer) => {
      if (answer.statusCode !== 200) {
        answer.resume()
        again()
        return
      }
      let rest = ''
      answer.setEncoding('utf8')
      answer.on('data', (chunk: string) => {
        const blocks = (rest + chunk).split('\n\n')
        rest = blocks.pop() ?? ''
        for (const block of blocks) {
          const data = block.split('\n').flatMap((line) => (line.startsWith('data:') ? [line.slice(5).trim()] : []))
          if (data.length) told(data.join('\n'))
        }
      })
      answer.on('end', again)
      answer.on('error', again)
    })
    current.on('error', again)
    current.end()
  }
  connect()
  return () => {
    stopped = true
    clearTimeout(timer)
    current?.destroy()
  }
}
