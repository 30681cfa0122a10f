// The door to local/keeping for npm: installs what is missing, then exports or imports.
import { createRequire } from 'node:module'
import { giveUp, install, root } from '../config/install.mjs'

process.chdir(root)
install()
await import('tsx')
const { runKeeping } = createRequire(import.meta.url)('./keeping/main.ts')
try {
  await runKeeping(process.argv.slice(2))
} catch (error) {
  giveUp(error instanceof Error ? error.message : String(error))
}
process.exit(0)
