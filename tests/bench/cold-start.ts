import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { environOf, instanceEnv, LOCAL_APPID } from '../../local/cloud/host/environment'
import { readFunction } from '../../local/cloud/host/function-config'
import { budgets } from './budgets'
import { median, tenth, verdict, whole, type Measured, type Progress } from './measured'
import type { Workshop } from './workshop'

const runs = 12
const beside = './wx-server-sdk.js'

interface Start {
  /** Ms of require, which loads the SDK and initialises it. */
  load: number
  firstCall: number
  /** Bytes of memory afterwards. */
  rss: number
}

/** The same bundled code three times: with the SDK as one file, with that of node_modules, and nothing at all. */
function variants({ root, folder, functions }: Workshop) {
  const place = (name: string) => path.join(folder, 'cold-start', name)
  cpSync(path.join(functions, 'api'), place('bundled'), { recursive: true })
  cpSync(path.join(functions, 'jobs'), place('jobs'), { recursive: true })
  const code = readFileSync(path.join(functions, 'api/index.js'), 'utf8')
  if (!code.includes(`require("${beside}")`)) throw new Error(`the bundled function does not require ${beside}`)
  const installed = path.join(root, 'node_modules/wx-server-sdk')
  const write = (name: string, text: string) => {
    mkdirSync(place(name), { recursive: true })
    writeFileSync(path.join(place(name), 'index.js'), text)
  }
  write('installed', code.replaceAll(`require("${beside}")`, `require(${JSON.stringify(installed)})`))
  write('empty', 'exports.main = async () => null\n')
  return [
    { name: 'SDK bundled beside, as deployed', file: path.join(place('bundled'), 'index.js') },
    { name: 'SDK from node_modules', file: path.join(place('installed'), 'index.js') },
    { name: 'jobs, as deployed', file: path.join(place('jobs'), 'index.js') },
    { name: 'empty function', file: path.join(place('empty'), 'index.js') },
  ]
}

const isDeployed = (name: string) => name.endsWith('as deployed')

function environment(functions: string): Record<string, string> {
  const config = readFunction(functions, 'api')
  if (!config) throw new Error('there is no function api')
  const caller = environOf({ openid: 'o-bench', appId: LOCAL_APPID, source: 'wx_client' }, 'token')
  const pairs = caller.split(';').map((pair) => pair.split('=', 2) as [string, string])
  return { ...instanceEnv(config, 'http://127.0.0.1:9'), ...Object.fromEntries(pairs) }
}

/** Load, init and first call of the deployed function against the same code on plain node_modules, in turns. */
export function measureColdStart(workshop: Workshop, say: Progress): Measured {
  const env = environment(workshop.functions)
  const once = (file: string) =>
    JSON.parse(
      execFileSync(process.execPath, [path.join(__dirname, 'cold-start-once.cjs'), file], { env, encoding: 'utf8' }),
    ) as Start
  const found = variants(workshop).map((variant) => ({ ...variant, starts: [] as Start[] }))
  for (let run = 0; run <= runs; run++) {
    for (const { file, starts } of found) {
      const start = once(file)
      // The first of each fills the file cache.
      if (run > 0) starts.push(start)
    }
  }
  const figures = found.map(({ name, starts }) => {
    const of = (key: keyof Start) => starts.map((start) => start[key])
    const load = { min: Math.min(...of('load')), median: median(of('load')) }
    return { name, load, firstCall: median(of('firstCall')), rss: median(of('rss')), runs }
  })
  const plain = figures[1]?.load.median ?? NaN
  const rows = figures.map(({ name, load, firstCall, rss }) => {
    const times = `${whole(load.min)} / ${whole(load.median)}`
    say(`${name}: ${times} ms`)
    const budget = isDeployed(name) ? `${budgets.coldStartMs} ms ${verdict(load.median <= budgets.coldStartMs)}` : ''
    return [name, times, budget, (load.median / plain).toFixed(2), tenth(firstCall), `${whole(rss / 1024 / 1024)} MB`]
  })
  const head = ['', 'load and init, min / median ms', 'budget', 'ratio', 'first call, ms', 'RSS after']
  return { table: [head, ...rows], figures, broken: [] }
}
