import { type IncomingMessage, type ServerResponse } from 'node:http'
import { type Clock } from '../clock'
import { type Host } from '../host/host'
import { CloudFault } from '../store/faults'
import { type Store } from '../store/store'
import { sendJson } from './http'
import { servePage } from './page'
import { type FileStorage } from './storage'

/** What can be looked at. */
export interface LookingParts {
  store: Store
  host: Host
  files: FileStorage
  clock: Clock
}

const PAGE = 20
const MOST_FILES = 200

/** The addresses that only show what is there, and the page made of them; false when the path is none of them. */
export function serveLooking(
  { store, host, files, clock }: LookingParts,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): boolean {
  if (request.method !== 'GET') return false
  const [room = '', name = '', item] = url.pathname.slice(1).split('/').map(decodeURIComponent)
  if (item !== undefined) return false
  if (room === '') return servePage(response, 'index.html')
  if (room === 'page') return servePage(response, name)
  if (room === 'collections') sendDocuments(store, name, url.searchParams, response)
  else if (room === 'timers') sendJson(response, { timers: timersOf(host) })
  else if (room === 'clock') sendJson(response, { now: clock.now(), offset: clock.offset })
  else if (room === 'files' && !name) sendJson(response, files.list(MOST_FILES))
  else return false
  return true
}

const timersOf = (host: Host) =>
  host
    .functions()
    .flatMap(({ name, timers }) =>
      timers.map((timer) => ({ functionName: name, name: timer.name, cron: timer.cron.text })),
    )

/** One page of documents by `_id`, as EJSON texts; `next` is the `after` of the following page, EJSON as well. */
function sendDocuments(store: Store, collection: string, wish: URLSearchParams, response: ServerResponse): void {
  const after = wish.get('after')
  const filter = wish.get('filter')
  const documents: string[] = []
  try {
    for (const range of after === null ? [{}] : rangesAfter(JSON.parse(after))) {
      const query = JSON.stringify(filter ? { $and: [range, JSON.parse(filter) as unknown] } : range)
      const limit = PAGE - documents.length
      if (limit > 0) documents.push(...store.find({ collection, query, order: '{"_id":1}', limit }))
    }
    const [last] = documents.slice(PAGE - 1).map((text) => (JSON.parse(text) as { _id: unknown })._id)
    sendJson(response, { documents, ...(last !== undefined && { next: JSON.stringify(last) }) })
  } catch (error) {
    if (!(error instanceof CloudFault)) throw error
    sendJson(response, { errMsg: error.message }, 400)
  }
}

// A condition compares within a type, and numbers come before texts.
const rangesAfter = (id: unknown) =>
  typeof id === 'string' ? [{ _id: { $gt: id } }] : [{ _id: { $gt: id } }, { _id: { $gte: '' } }]
