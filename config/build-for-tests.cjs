// What tests start as programs of their own is built once before they begin, when it is stale.
const path = require('node:path')

/** What the demo county on the morning of the phone tests is made of. */
const county = ['cloudfunctions/core', 'local/cloud', 'local/demo', 'local/stack.ts', 'tests/phone/app.ts']

/** Builds the functions and the local cloud; when that fails, only the tests that start them fail. */
module.exports = async () => {
  try {
    const { buildFunctions } = await import('./build-functions.mjs')
    const { buildLocalCloud } = await import('./build-local-cloud.mjs')
    await buildFunctions()
    await buildLocalCloud()
  } catch (error) {
    process.env.BUILD_FAILED = error instanceof Error ? error.message : String(error)
  }
  const { hashOf } = await import('./fresh.mjs')
  process.env.MADE_COUNTY = path.join(__dirname, '../dist/county', hashOf(county).slice(0, 16))
}
