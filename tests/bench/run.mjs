// `npm run bench`: builds what is stale, measures, and rewrites docs/bench.md. With names of parts it measures those only.
import { createRequire } from 'node:module'
import { install, root } from '../../config/install.mjs'

process.chdir(root)
install()
const { buildFunctions } = await import('../../config/build-functions.mjs')
const { buildWeapp } = await import('../../config/build-weapp.mjs')
console.log('Building what is stale …')
await buildFunctions()
await buildWeapp()
await import('tsx')
const { runBench } = createRequire(import.meta.url)('./bench.ts')
process.exit(await runBench(process.argv.slice(2)))
