'use strict'
// Runs a test's own code against a real environment with the genuine SDK, outside any function; every collection it
// names gets the scratch prefix. Started by remote.ts, one for each suite.
const cloud = require('wx-server-sdk')

const scratch = (name) => process.env.SCRATCH_COLLECTIONS + name

cloud.init({ env: process.env.TCB_ENV })
const db = cloud.database({ throwOnNotFound: false })
prefixed(db)
const { createCollection, startTransaction, runTransaction } = db
db.createCollection = (name) => createCollection.call(db, scratch(name))
db.startTransaction = async () => prefixed(await startTransaction.call(db))
db.runTransaction = (work, times) => runTransaction.call(db, (transaction) => work(prefixed(transaction)), times)

const pipelines = Object.getPrototypeOf(db.command.aggregate.pipeline())
const { lookup } = pipelines
pipelines.lookup = function (stage) {
  return lookup.call(this, { ...stage, from: scratch(stage.from) })
}

function prefixed(owner) {
  const { collection } = owner
  owner.collection = (name) => collection.call(owner, scratch(name))
  return owner
}

process.on('message', async ({ id, code, given }) => {
  const sdk = { cloud, db, _: db.command, $: db.command.aggregate, event: {}, context: {} }
  try {
    const value = await (0, eval)(`(${code})`)(sdk, given)
    process.send({ id, value })
  } catch (error) {
    process.send({ id, error: { errCode: error.errCode, message: error.errMsg ?? error.message ?? String(error) } })
  }
})
