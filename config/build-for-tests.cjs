// What tests start as programs of their own is built once before they begin, when it is stale.

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
}
