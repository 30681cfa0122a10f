// Made-up inputs are the same every time, unless SEED says which others; a test's own seed goes before.
const fc = require('fast-check')

fc.configureGlobal({ seed: Number(process.env.SEED) || 20261122 })
