import { Store } from '../../local/cloud/store/store'

/**
 * A process that writes pairs in transactions and compacts all the while, until it is killed; each line it prints is a
 * pair that was acknowledged, or what stopped a write.
 */
const [folder = '', prefix = ''] = process.argv.slice(2)

// A limit for files is told to a process by a signal, which would end it, and then as an error, which is what counts.
process.on('SIGXFSZ', () => undefined)

const store = Store.open({ folder, definitions: { pairs: { indexes: [] } }, clock: Date.now, fsync: true })

async function write(pair: string): Promise<void> {
  const transactionId = store.begin()
  const half = (side: string) => JSON.stringify({ _id: `${pair}-${side}`, pair, filling: 'x'.repeat(200) })
  await store.insert('pairs', [half('left'), half('right')], transactionId)
  await store.commit(transactionId)
}

async function lane(name: string): Promise<void> {
  for (let n = 0; ; n++) {
    const pair = `${prefix}-${name}-${n}`
    try {
      await write(pair)
      process.stdout.write(`${pair}\n`)
    } catch (error) {
      process.stdout.write(`! ${error instanceof Error ? error.message : String(error)}\n`)
      await new Promise((done) => setTimeout(done, 20))
    }
  }
}

async function compactAlways(): Promise<void> {
  for (;;) {
    await store.compact().catch(() => undefined)
    await new Promise((done) => setTimeout(done, 1))
  }
}

void Promise.all([...['a', 'b', 'c', 'd'].map(lane), compactAlways()])
