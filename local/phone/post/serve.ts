import type { IncomingMessage, ServerResponse } from 'node:http'
import { buffer } from 'node:stream/consumers'
import type { SentCard } from './card'
import type { Post } from './post'

/** Pictures travel inside their card. */
const MOST_BYTES = 8_000_000

/** Tells every window that a card has reached the phones of these people. */
type Told = (event: { card: unknown; reached: string[] }) => void

const isText = (value: unknown): value is string => typeof value === 'string'

function cardIn(body: Record<string, unknown>): SentCard | undefined {
  const { from, to, title, path, imageUrl } = body
  if (!isText(from) || !isText(to) || !isText(title) || !isText(path)) return undefined
  return { from, to, title, path, ...(isText(imageUrl) && { imageUrl }) }
}

async function bodyOf(request: IncomingMessage): Promise<Record<string, unknown>> {
  const body = await buffer(request)
  if (body.length > MOST_BYTES) throw new Error('a card is at most 8 MB')
  return JSON.parse(body.toString('utf8')) as Record<string, unknown>
}

function answer(response: ServerResponse, body: unknown, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' })
  response.end(JSON.stringify(body))
}

/** `GET /post?openid=…` answers a person's mail, `POST /post` takes a card, `POST /post/look` what she has seen. */
export async function servePost(
  post: Post,
  told: Told,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    const url = new URL(request.url ?? '/', 'http://phone')
    if (request.method === 'GET') {
      answer(response, await post.mailOf(url.searchParams.get('openid') ?? ''))
      return
    }
    const body = await bodyOf(request)
    if (url.pathname === '/post/look') {
      post.look(String(body.openid), String(body.chat), Number(body.upTo) || 0)
      answer(response, {})
      return
    }
    const sent = cardIn(body)
    if (!sent) throw new Error('a card has from, to, title and path')
    const { card, reached } = await post.send(sent, Date.now())
    // The picture is fetched with the mail; events stay small.
    told({ card: { ...card, imageUrl: undefined }, reached })
    answer(response, { id: card.id })
  } catch (problem) {
    answer(response, { errMsg: problem instanceof Error ? problem.message : String(problem) }, 400)
  }
}
