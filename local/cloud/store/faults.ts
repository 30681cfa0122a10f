import { shellText } from './shell-text'

/** An answer the platform gives as `{code, message}`; everything else that is thrown is a bug of the local cloud. */
export class CloudFault extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message)
  }
}

const CHECK = 'Please check your request, but if the problem'

/** Refuses loudly, and recognisably different from "not allowed", what this emulator cannot do. */
export const unsupported = (what: string) =>
  new CloudFault('DATABASE_REQUEST_FAILED', `local cloud does not support ${what}`)

/** The general database failure, errCode -502001. */
export const requestFailed = (message: string) => new CloudFault('DATABASE_REQUEST_FAILED', message)

/** An update the database refused, with MongoDB's own sentence. */
export const updateFailed = (message: string) =>
  requestFailed(`[FailedOperation.Update] multiple write errors: [{write errors: [{${message}}]}, {<nil>}]`)

/** A document the database refused to take in, with MongoDB's own sentence. */
export const insertFailed = (message: string) =>
  requestFailed(`[FailedOperation.Insert] multiple write errors: [{write errors: [{${message}}]}, {<nil>}]`)

/** A parameter the platform would not accept, errCode -501007. */
export const invalidParam = (message: string) => new CloudFault('INVALID_PARAM', message)

/** A collection nobody created, errCode -502005. */
export const noCollection = (name: string) =>
  new CloudFault(
    'DATABASE_COLLECTION_NOT_EXIST',
    `[ResourceNotFound] Db or Table not exist: ${name}. ${CHECK} cannot be solved, contact us.`,
  )

/** A collection made a second time. */
export const collectionExists = () => requestFailed(`[CreateTable] Table exist. ${CHECK} cannot be solved, contact us.`)

/** A unique key taken already; `verb` is Insert or Update. */
export const duplicateKey = (verb: string, collection: string, index: string, values: unknown[]) => {
  const key = values.map((value) => `: ${value === undefined ? 'undefined' : shellText(value)}`).join(', ')
  const e11000 = `E11000 duplicate key error collection: tnt-local.${collection} index: ${index} dup key: { ${key} }`
  const cause =
    index === '_id_'
      ? `multiple write errors: [{write errors: [{${e11000}}]}, {<nil>}]`
      : `bulk write error: [{${e11000}}]`
  return requestFailed(`[FailedOperation.${verb}] ${cause}`)
}

/** Two writers on one document, one of them in a transaction: the later one loses at once. */
export const conflict = () =>
  new CloudFault(
    'DATABASE_TRANSACTION_CONFLICT',
    '[ResourceUnavailable.TransactionConflict] Transaction is conflict, maybe resource operated by others. ' +
      `${CHECK} persists, contact us.`,
  )

/** The transaction was finished, rolled back by a conflict, or is older than 30 seconds. */
export const noTransaction = () =>
  new CloudFault(
    'DATABASE_TRANSACTION_FAIL',
    '[ResourceUnavailable.TransactionNotExist] Transaction does not exist on the server, transaction must be commit ' +
      `or abort in 30 seconds. ${CHECK} persists, contact us.`,
  )
