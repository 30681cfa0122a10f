// One environment, real or local, through the genuine SDK.
import { createRequire } from 'node:module'
import path from 'node:path'
import { startLocalCloud } from '../cloud/server'
import collections from '../../cloudfunctions/core/ports/collections.json'

/** A document as the SDK brings it. */
export type Doc = { _id: string } & Record<string, unknown>

interface Query {
  where(terms: object): Query
  orderBy(field: string, direction: 'asc' | 'desc'): Query
  limit(count: number): Query
  get(): Promise<{ data: Doc[] }>
  count(): Promise<{ total: number }>
}

/** What is used of `wx-server-sdk`; its own types cannot be awaited. */
interface Sdk {
  init(options: { env: string }): void
  database(): {
    command: { gt(value: string): unknown }
    createCollection(name: string): Promise<unknown>
    collection(name: string): Query & {
      add(options: { data: Doc[] }): Promise<unknown>
      doc(id: string): { set(options: { data: object }): Promise<unknown>; remove(): Promise<unknown> }
    }
  }
  downloadFile(options: { fileID: string }): Promise<{ fileContent: Buffer }>
  uploadFile(options: { cloudPath: string; fileContent: Buffer }): Promise<{ fileID: string }>
}

/** Where an environment is: a running local cloud, the data folder of one, or a real one named in the variables. */
export interface Where {
  url?: string
  data?: string
}

/** An open environment; `close` when done. */
export interface Environment {
  name: string
  /** Documents after an id, in the order of ids, at most `limit`. */
  page: (collection: string, after: string, limit: number) => Promise<Doc[]>
  count: (collection: string) => Promise<number>
  /** Adds documents; throws when one is there already. */
  add: (collection: string, docs: Doc[]) => Promise<void>
  /** Puts one document in the place of whatever is there. */
  put: (collection: string, doc: Doc) => Promise<void>
  /** Removes a document; one that is gone is no fault. */
  remove: (collection: string, id: string) => Promise<void>
  /** Makes a collection that is not there yet. */
  make: (collection: string) => Promise<void>
  /** A file's bytes; null when there is none, and a fault when nobody knows. */
  download: (fileID: string) => Promise<Buffer | null>
  /** Keeps a file at a path; its id. */
  upload: (path: string, bytes: Buffer) => Promise<string>
  close: () => Promise<void>
}

const indexesFile = path.resolve(__dirname, '../../cloudfunctions/core/ports/collections.json')

/** Every collection there is, by name. */
export const collectionNames: readonly string[] = Object.keys(collections)

/** Opens an environment; throws one sentence when it is not named well enough. */
export async function openEnvironment(where: Where): Promise<Environment> {
  const cloud = where.data === undefined ? undefined : await startLocalCloud({ dataDir: where.data, indexesFile })
  const url = cloud?.url ?? where.url
  const name = url === undefined ? fromVariables() : pointAt(url)
  const sdk = createRequire(__filename)('wx-server-sdk') as Sdk
  sdk.init({ env: name })
  const database = sdk.database()
  const page = async (collection: string, after: string, limit: number) => {
    const all = database.collection(collection)
    const rest = after === '' ? all : all.where({ _id: database.command.gt(after) })
    const docs = (await rest.orderBy('_id', 'asc').limit(limit).get()).data
    const odd = docs.find(({ _id }) => typeof _id !== 'string')
    if (odd) throw new Error(`${collection} holds an id that is no text: ${String(odd._id)}.`)
    return docs
  }
  return {
    name,
    page,
    count: async (collection) => (await database.collection(collection).count()).total,
    add: async (collection, docs) => void (await database.collection(collection).add({ data: docs })),
    put: async (collection, { _id, ...data }) => {
      const isBare = Object.keys(data).length === 0
      if (isBare)
        await database
          .collection(collection)
          .add({ data: [{ _id }] })
          .catch(unlessThere)
      else await database.collection(collection).doc(_id).set({ data })
    },
    remove: async (collection, id) => void (await database.collection(collection).doc(id).remove()),
    make: async (collection) => {
      const isThere = await page(collection, '', 1).then(
        () => true,
        () => false,
      )
      if (!isThere) await database.createCollection(collection)
    },
    download: (fileID) =>
      sdk.downloadFile({ fileID }).then(
        ({ fileContent }) => fileContent,
        (error: unknown) => {
          if (/STORAGE_FILE_NONEXIST|-503003/.test(wordsOf(error))) return null
          throw error
        },
      ),
    upload: async (cloudPath, fileContent) => (await sdk.uploadFile({ cloudPath, fileContent })).fileID,
    close: async () => void (await cloud?.close()),
  }
}

/** What an error of the SDK says, code and words. */
const wordsOf = (error: unknown): string =>
  typeof error === 'object' && error !== null
    ? ['code', 'errCode', 'errMsg', 'message'].map((key) => String(Reflect.get(error, key))).join(' ')
    : String(error)

function unlessThere(error: unknown): void {
  if (!/E11000/.test(wordsOf(error))) throw error
}

function fromVariables(): string {
  const needed = ['TCB_ENV', 'TENCENTCLOUD_SECRETID', 'TENCENTCLOUD_SECRETKEY']
  const missing = needed.filter((key) => !process.env[key])
  if (missing.length > 0)
    throw new Error(`Set ${missing.join(', ')} for a real environment, or name one with --data or --url.`)
  return process.env.TCB_ENV ?? ''
}

/** Points the SDK at a local cloud; these variables are what its functions are given, too. */
function pointAt(url: string): string {
  const name = 'local-env'
  const variables = {
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${url.replace(/\/$/, '')}/admin` }),
    ...{ TENCENTCLOUD_RUNENV: 'SCF', TENCENTCLOUD_REGION: 'ap-shanghai', SCF_NAMESPACE: name, TCB_ENV: name },
    ...{ TENCENTCLOUD_SECRETID: 'local-id', TENCENTCLOUD_SECRETKEY: 'local-key', TENCENTCLOUD_SESSIONTOKEN: 'local' },
    ...{ TCB_CONTEXT_KEYS: 'TCB_ENV', SILENCE: 'true' },
  }
  Object.assign(process.env, variables)
  return name
}
