import { type Cost } from '../store/cost'
import { invalidParam } from '../store/faults'
import { type Store } from '../store/store'

/** Parameters as the SDK sends them. */
export type Params = Record<string, unknown>

/** What goes beside `requestId` in the answer. */
export type Answer = { data?: Record<string, unknown>; transactionId?: string }

/** One action of the protocol on the store. */
export type DatabaseAction = (store: Store, params: Params, cost: Cost) => Promise<Answer> | Answer

/** The database actions of the protocol, each from request to answer. */
export const databaseActions: Record<string, DatabaseAction> = {
  'database.addCollection': async (store, params) => {
    await store.createCollection(text(params, 'collectionName'))
    return {}
  },

  'database.insertDocument': async (store, params, cost) => {
    const documents = Array.isArray(params.data) ? (params.data as string[]) : [text(params, 'data')]
    const collection = text(params, 'collectionName')
    return { data: { insertedIds: await store.insert(collection, documents, transactionOf(params), cost) } }
  },

  'database.getDocument': async (store, params, cost) => {
    const limit = params.queryType === 'DOC' ? 1 : numberOf(params, 'limit')
    const offset = numberOf(params, 'offset')
    const order = optional(params, 'order')
    const request = { ...selection(params), order, offset, limit, projection: optional(params, 'projection') }
    const list = await store.seen(() => store.find(request, cost))
    return { data: { list, limit: limit ?? 100, offset: offset ?? 0 } }
  },

  'database.calculateDocument': async (store, params, cost) => ({
    data: { total: await store.seen(() => store.count(selection(params), cost)) },
  }),

  'database.modifyDocument': async (store, params, cost) => {
    const { updated, upsertedId } = await store.modify(modification(params), cost)
    return { data: { updated, upsert_id: upsertedId ?? null } }
  },

  'database.modifyAndReturnDoc': async (store, params, cost) => {
    const { matched, doc } = await store.modify({ ...modification(params), multi: false }, cost)
    return { data: { updated: matched, doc: doc ?? null } }
  },

  'database.removeDocument': async (store, params, cost) => {
    const multi = params.multi !== false && params.queryType !== 'DOC'
    return { data: { deleted: await store.remove({ ...selection(params), multi }, cost) } }
  },

  'database.aggregateDocuments': async (store, params, cost) => {
    const stages = params.stages as { stageKey: string; stageValue: string }[] | undefined
    if (!Array.isArray(stages)) throw invalidParam('stages is missing')
    const collection = text(params, 'collectionName')
    return { data: { list: await store.seen(() => store.aggregate(collection, stages, cost)) } }
  },

  'database.startTransaction': (store) => ({ transactionId: store.begin() }),

  'database.commitTransaction': async (store, params, cost) => {
    await store.commit(text(params, 'transactionId'), cost)
    return {}
  },

  'database.abortTransaction': (store, params) => {
    store.abort(text(params, 'transactionId'))
    return {}
  },
}

function selection(params: Params) {
  return {
    collection: text(params, 'collectionName'),
    query: optional(params, 'query'),
    transactionId: transactionOf(params),
  }
}

function modification(params: Params) {
  return {
    ...selection(params),
    data: text(params, 'data'),
    replaces: params.merge === false,
    multi: params.multi !== false && params.queryType !== 'DOC',
    upsert: params.upsert === true,
  }
}

function text(params: Params, key: string): string {
  const value = params[key]
  if (typeof value !== 'string' || !value) throw invalidParam(`${key} is missing`)
  return value
}

const optional = (params: Params, key: string) =>
  typeof params[key] === 'string' ? (params[key] as string) : undefined

const numberOf = (params: Params, key: string) =>
  typeof params[key] === 'number' ? (params[key] as number) : undefined

const transactionOf = (params: Params) => optional(params, 'transactionId')
