import { requestFailed } from './faults'
import { applyUpdate, refuseFieldNames } from './update'
import { isPlainObject, type Doc } from './values'

/** From what a request sends to a change of one document: operators alter it, or a whole document replaces it. */
export function changerOf(data: Doc, replaces: boolean, query: Doc, now: number): (doc: Doc) => Doc {
  if (replaces) return replacer(data)
  const odd = Object.keys(data).find((key) => !key.startsWith('$'))
  if (odd !== undefined) throw requestFailed(`Unknown modifier: ${odd}. Expected a valid update modifier`)
  for (const [operator, fields] of Object.entries(data)) {
    if (STORING.includes(operator) && isPlainObject(fields)) Object.values(fields).forEach(refuseStoredNames)
  }
  return (doc) => applyUpdate(doc, data, query, now)
}

// The others take conditions or numbers, which may hold operators.
const STORING = ['$set', '$setOnInsert', '$push', '$addToSet', '$min', '$max']

function replacer(data: Doc): (doc: Doc) => Doc {
  refuseFieldNames(data)
  const { _id: id, ...rest } = data
  return (doc) => {
    if (id === undefined || id === doc._id) return { _id: doc._id, ...rest }
    throw requestFailed(`the (immutable) field '_id' was found to have been altered to _id: ${JSON.stringify(id)}`)
  }
}

// Arguments such as {$each: […]} are clauses, not values to be stored.
function refuseStoredNames(argument: unknown): void {
  const isClause = isPlainObject(argument) && Object.keys(argument).some((key) => key.startsWith('$'))
  if (!isClause) refuseFieldNames(argument)
}
