'use strict'
// One cold start in a fresh process: load with init, then a first call that needs no database.
const file = process.argv[2]
console.error = () => undefined

async function start() {
  const from = performance.now()
  const { main } = require(file)
  const loaded = performance.now()
  await main({})
  const answered = performance.now()
  const figures = { load: loaded - from, firstCall: answered - loaded, rss: process.memoryUsage().rss }
  process.stdout.write(JSON.stringify(figures), () => process.exit(0))
}

void start()
