import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { parseCron, type Cron } from './cron'

/** What a function's config.json says, with the platform's defaults. */
export interface FunctionConfig {
  name: string
  /** Absolute path of index.js. */
  file: string
  /** Changes when the function is built anew. */
  version: number
  timeoutSeconds: number
  memoryMb: number
  timers: { name: string; cron: Cron }[]
}

/** The names of the folders in it, each a function perhaps; none when the folder is not there. */
export function functionNames(functionsDir: string): string[] {
  try {
    return readdirSync(functionsDir, { withFileTypes: true }).flatMap((entry) =>
      entry.isDirectory() ? entry.name : [],
    )
  } catch {
    return []
  }
}

/** Reads a function's folder; undefined when there is none; throws one sentence when config.json is wrong. */
export function readFunction(functionsDir: string, name: string): FunctionConfig | undefined {
  const file = join(functionsDir, name, 'index.js')
  if (!/^[\w-]+$/.test(name) || !existsSync(file)) return undefined
  const configFile = join(functionsDir, name, 'config.json')
  const config = existsSync(configFile) ? readJson(configFile) : {}
  const { timeout = 3, memorySize = 256, triggers = [] } = config
  if (typeof timeout !== 'number' || timeout <= 0 || timeout > 900)
    throw new Error(`${configFile}: timeout is 1 to 900`)
  if (typeof memorySize !== 'number' || memorySize < 64) throw new Error(`${configFile}: memorySize is at least 64`)
  if (!Array.isArray(triggers)) throw new Error(`${configFile}: triggers must be a list`)
  const timers = triggers.map((trigger: unknown) => readTimer(trigger, configFile))
  return { name, file, version: statSync(file).mtimeMs, timeoutSeconds: timeout, memoryMb: memorySize, timers }
}

function readJson(file: string): Record<string, unknown> {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>
  } catch (error) {
    throw new Error(`${file}: cannot be read as JSON (${error instanceof Error ? error.message : String(error)})`)
  }
}

function readTimer(trigger: unknown, where: string): { name: string; cron: Cron } {
  const { name, type, config } = (trigger ?? {}) as Record<string, unknown>
  if (typeof name !== 'string' || typeof config !== 'string') throw new Error(`${where}: a trigger has name and config`)
  if (type !== 'timer') throw new Error(`${where}: local cloud does not support triggers of type ${String(type)}`)
  return { name, cron: parseCron(config, `${where}: trigger ${name}`) }
}
