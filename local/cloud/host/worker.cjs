'use strict'
// Runs inside a worker thread as one instance of a function. Plain JavaScript, so that it starts without a compiler.
const { parentPort, workerData } = require('node:worker_threads')
const { dirname } = require('node:path')
const { format } = require('node:util')
const { compiledNow, loadCompiled } = require('./compiled.cjs')

const RESULT_LIMIT = 6 * 1024 * 1024
const RealDate = Date
let clockOffset = 0
let requestId = ''
let given = []
let isFirst = !workerData.compiled

// A shifted clock serves tests of deadlines; without one, Date stays the genuine class.
function shiftClock(offset) {
  clockOffset = offset
  if (!offset || globalThis.Date !== RealDate) return
  globalThis.Date = class Date extends RealDate {
    constructor(...args) {
      if (args.length) super(...args)
      else super(RealDate.now() + clockOffset)
    }
    static now() {
      return RealDate.now() + clockOffset
    }
  }
}

for (const level of ['debug', 'log', 'info', 'warn', 'error']) {
  console[level] = (...args) => parentPort.postMessage({ kind: 'log', level, requestId, text: format(...args) })
}

// As the platform's runtime does: each pair is cut at its second equals sign, and nothing of the last call stays.
function setEnvironment(environ) {
  for (const key of given) delete process.env[key]
  given = []
  for (const pair of environ.split(';')) {
    const [key, value] = pair.split('=', 2)
    if (!key) continue
    process.env[key] = value ?? ''
    given.push(key)
  }
}

function call(main, event, context) {
  return new Promise((resolve, reject) => {
    const callback = (error, value) => (error ? reject(error) : resolve(value))
    const returned = main(event, context, callback)
    if (main.length < 3 || typeof returned?.then === 'function') resolve(returned)
  })
}

async function invoke(main, { event, context, offset }) {
  requestId = context.request_id
  shiftClock(offset)
  setEnvironment(context.environ)
  try {
    const result = JSON.stringify((await call(main, event, context)) ?? null) ?? 'null'
    if (result.length > RESULT_LIMIT) throw new Error('response body is larger than 6 MB')
    parentPort.postMessage({ kind: 'done', result })
    // By now all that a call needs is compiled.
    if (isFirst) parentPort.postMessage({ kind: 'compiled', compiled: compiledNow() })
    isFirst = false
  } catch (error) {
    parentPort.postMessage({ kind: 'failed', message: error instanceof Error ? error.stack : format(error) })
  }
}

process.on('unhandledRejection', (error) => console.error('unhandledRejection', error))

try {
  loadCompiled(dirname(workerData.file), workerData.compiled)
  const { main } = require(workerData.file)
  if (typeof main !== 'function') throw new Error('exports.main is not a function')
  parentPort.on('message', (message) => invoke(main, message))
  parentPort.postMessage({ kind: 'ready' })
} catch (error) {
  parentPort.postMessage({ kind: 'broken', message: error instanceof Error ? error.stack : String(error) })
}
