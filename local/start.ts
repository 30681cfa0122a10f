import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { watchFunctions, buildFunctions } from '../config/build-functions.mjs'
import { buildWeapp, watchWeapp } from '../config/build-weapp.mjs'
import { giveUp, root } from '../config/install.mjs'
import { startStack } from './stack'

/** Says what is being done, and how long it took. */
async function step(doing: string, work: () => Promise<boolean | void>): Promise<void> {
  const from = Date.now()
  process.stdout.write(`${doing} … `)
  const ran = await work()
  console.log(ran === false ? 'still fresh' : `${((Date.now() - from) / 1000).toFixed(1)} s`)
}

const sentence = (error: unknown) => (error instanceof Error ? error.message : String(error))

/** Builds, starts everything on 127.0.0.1 and stays up until Ctrl-C. */
export async function runStart({ port, reset, dev }: { port: number; reset: boolean; dev: boolean }): Promise<void> {
  const dataDir = join(root, '.data')
  const weapp = join(root, 'dist/weapp')
  const functions = join(root, 'dist/cloudfunctions')
  try {
    if (reset) rmSync(dataDir, { recursive: true, force: true })
    await step('Bundling the cloud functions', buildFunctions)
    await step('Compiling the mini-program', buildWeapp)
    let url = ''
    let stop: () => Promise<void> = () => Promise.resolve()
    await step('Starting the local cloud and the demo county', async () => {
      const stack = await startStack({ dataDir, weapp, functions, port, watch: dev, timers: true, printLogs: dev })
      url = stack.url
      stop = stack.close
    })
    const watchers = dev ? [watchWeapp(), watchFunctions()] : []
    console.log(
      `\n七彩蒲公英: ${url}\nCtrl-C ends it; what you do is kept in .data (npm start -- --reset begins again).`,
    )
    endOn(['SIGINT', 'SIGTERM'], async () => {
      for (const watcher of watchers) watcher.kill()
      await stop()
    })
  } catch (error) {
    giveUp(sentence(error))
  }
}

/** Ends cleanly once; a second signal ends at once. */
function endOn(signals: NodeJS.Signals[], stop: () => Promise<void>): void {
  let ending = false
  for (const signal of signals)
    process.on(signal, () => {
      if (ending) process.exit(1)
      ending = true
      console.log('\nClosing …')
      void stop().then(
        () => process.exit(0),
        (error: unknown) => giveUp(sentence(error)),
      )
    })
}
