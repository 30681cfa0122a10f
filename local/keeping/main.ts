// `npm run export` and `npm run import`: a whole environment into a folder, and back into an empty one.
import { parseArgs } from 'node:util'
import { openEnvironment } from './environment'
import { exportAll } from './export'
import { importAll } from './import'

const usage = `Usage: npm run export -- <folder> [--data <folder of a local cloud> | --url <its address>]
       npm run import -- <folder> [--data … | --url …]
Without --data and --url: the environment that TCB_ENV, TENCENTCLOUD_SECRETID and TENCENTCLOUD_SECRETKEY name.`

/** Runs one of the two; what it does stands line by line on the screen. */
export async function runKeeping(args: readonly string[]): Promise<void> {
  const options = { data: { type: 'string' }, url: { type: 'string' } } as const
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true })
  const [what, folder] = positionals
  if ((what !== 'export' && what !== 'import') || !folder) throw new Error(usage)
  const environment = await openEnvironment(values)
  const say = (line: string) => console.log(line)
  try {
    if (what === 'import') await importAll(folder, environment, say)
    else await exportAll(environment, folder, say)
    console.log(
      what === 'import'
        ? `${environment.name} holds what ${folder} kept.`
        : `${folder} holds all of ${environment.name}. It holds people's names and numbers: keep it like them.`,
    )
  } finally {
    await environment.close()
  }
}
