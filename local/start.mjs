// `npm start` and `npm run dev`: installs what is missing, builds what is stale, then shows the mini-program.
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { giveUp, install, root } from '../config/install.mjs'

process.chdir(root)
const options = new Set(process.argv.slice(2))
const known = ['--reset', '--dev']
for (const option of options)
  if (!known.includes(option)) giveUp(`Unknown option ${option}; known are ${known.join(' and ')}.`)

const port = Number(process.env.PORT ?? 8520)
if (!Number.isInteger(port) || port < 1 || port > 65535)
  giveUp(`PORT=${process.env.PORT} is not a port number between 1 and 65535.`)

/** Finds out before the long work whether the address is free. */
await new Promise((resolve) => {
  const probe = createServer()
  probe.once('error', (error) =>
    giveUp(
      error.code === 'EADDRINUSE'
        ? `Port ${port} is taken: stop what runs there, or choose another with PORT=8521 npm start.`
        : `Cannot listen on port ${port}: ${error.message}.`,
    ),
  )
  probe.listen(port, '127.0.0.1', () => probe.close(resolve))
})

install()
await import('tsx')
const { runStart } = createRequire(import.meta.url)('./start.ts')
await runStart({ port, reset: options.has('--reset'), dev: options.has('--dev') })
