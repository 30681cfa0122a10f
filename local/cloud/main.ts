import { parseArgs } from 'node:util'
import { readFileSync } from 'node:fs'
import { readFaultPlan, type FaultPlan } from './faults/rules'
import { functionNames } from './host/function-config'
import { startLocalCloud } from './server'
import { requestNames } from './wire/request-names'

/** Starts a local cloud as a process of its own; prints `{"port":…}` when ready, one sentence when it cannot. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '0' },
      data: { type: 'string', default: '.data' },
      functions: { type: 'string' },
      indexes: { type: 'string' },
      'pushed-to': { type: 'string' },
      instances: { type: 'string', default: '8' },
      concurrent: { type: 'string' },
      latency: { type: 'string' },
      'no-fsync': { type: 'boolean', default: false },
      timers: { type: 'boolean', default: false },
      logs: { type: 'boolean', default: false },
      faults: { type: 'string' },
      strict: { type: 'boolean', default: false },
    },
  })
  const [min = 0, max = min] = values.latency?.split('-').map(Number) ?? []
  const cloud = await startLocalCloud({
    port: Number(values.port),
    dataDir: values.data,
    functionsDir: values.functions,
    indexesFile: values.indexes,
    pushedTo: values['pushed-to'],
    latency: values.latency ? [min, max] : undefined,
    maxInstances: Number(values.instances),
    concurrent: values.concurrent === undefined ? undefined : Number(values.concurrent),
    fsync: !values['no-fsync'],
    timers: values.timers,
    printLogs: values.logs,
    strict: values.strict,
    faults: values.faults === undefined ? undefined : faultsIn(values.faults, values.functions),
  })
  process.stdout.write(`${JSON.stringify({ port: cloud.port })}\n`)
  const stop = () => void cloud.close().then(() => process.exit(0))
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
}

function faultsIn(file: string, functionsDir?: string): FaultPlan {
  const plan = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>
  return readFaultPlan(plan, requestNames(functionsDir === undefined ? [] : functionNames(functionsDir)))
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
})
