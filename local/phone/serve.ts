// Serves the local phone alone: node --import tsx local/phone/serve.ts [--dist dist/weapp] [--cloud http://…] [--port 8530]
import { parseArgs } from 'node:util'
import { startPhone } from './server'

const { values } = parseArgs({
  options: {
    dist: { type: 'string', default: 'dist/weapp' },
    cloud: { type: 'string', default: 'http://127.0.0.1:8521' },
    port: { type: 'string', default: '8530' },
  },
})

async function main(): Promise<void> {
  const phone = await startPhone({
    dist: values.dist,
    cloud: { url: values.cloud },
    port: Number(values.port),
    watch: true,
  })
  for (const warning of phone.warnings) console.error(warning)
  console.log(phone.url)
}

main().catch((problem: unknown) => {
  console.error(problem)
  process.exitCode = 1
})
