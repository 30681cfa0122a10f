import { requestFailed, updateFailed } from './faults'
import { refuseFieldNames } from './field-names'
import { shellText } from './shell-text'
import { applyUpdate, readUpdate } from './update'
import { equalFields } from './upsert'
import { isPlainObject, sameValue, type Doc } from './values'

/** What a request asks to do with each document it finds, and the document it makes when it finds none. */
export interface Changer {
  change: (doc: Doc) => Doc
  /** For an upsert; without `_id` when neither query nor data says one. */
  make: () => Doc
}

/** From what a request sends to what it does: operators alter a document, or a whole document replaces it. */
export function changerOf(data: Doc, replaces: boolean, query: Doc, now: number): Changer {
  if (replaces) return replacer(data, query)
  const odd = Object.keys(data).find((key) => !key.startsWith('$'))
  if (odd !== undefined) throw updateFailed(`Unknown modifier: ${odd}`)
  for (const [operator, fields] of Object.entries(data)) {
    if (STORING.includes(operator) && isPlainObject(fields))
      Object.values(fields).forEach((one) => refuseFieldNames(one))
    if (ADDING.includes(operator) && isPlainObject(fields)) Object.values(fields).forEach(refuseAddedNames)
  }
  const update = readUpdate(data, now)
  return {
    change: (doc) => applyUpdate(doc, update, query),
    make: () => applyUpdate(equalFields(query), update, query, true),
  }
}

// The others take conditions or numbers, which may hold operators.
const STORING = ['$set', '$setOnInsert', '$min', '$max']
const ADDING = ['$push', '$addToSet']

function replacer(data: Doc, query: Doc): Changer {
  refuseFieldNames(data)
  const { _id: id, ...rest } = data
  return {
    change: (doc) => {
      if (id === undefined || sameValue(id, doc._id)) return { _id: doc._id, ...rest }
      throw requestFailed(
        `After applying the update, the (immutable) field '_id' was found to have been altered to _id: ${shellText(id)}`,
      )
    },
    make: () => {
      const wanted = equalFields(query)._id ?? id
      return wanted === undefined ? rest : { _id: wanted, ...rest }
    },
  }
}

const refuseAddedNames = (argument: unknown) =>
  refuseFieldNames(isPlainObject(argument) && '$each' in argument ? argument.$each : argument)
