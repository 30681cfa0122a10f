import path from 'node:path'
import { readDefinitions } from '../../local/cloud/store/index-definitions'
import { Store } from '../../local/cloud/store/store'

/** Opens the store of a folder in a process of its own and asks one index; prints what that took and takes. */
const [folder = ''] = process.argv.slice(2)
const declared = path.resolve(__dirname, '../../cloudfunctions/core/ports/collections.json')
const start = performance.now()
const store = Store.open({ folder, definitions: readDefinitions(declared), clock: Date.now, fsync: true })
const opened = performance.now()
store.find({ collection: 'signups', query: '{"activityId":"act-000001"}', limit: 20 })
const asked = performance.now()
const documents = Object.values(store.stats().collections).reduce((sum, size) => sum + size, 0)
const megabytes = process.memoryUsage().rss / 1024 / 1024
const found = { milliseconds: opened - start, firstAsked: asked - opened, megabytes, documents }
process.stdout.write(`${JSON.stringify(found)}\n`)
void store.close()
