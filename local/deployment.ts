import { join } from 'node:path'

/** Where the deployment keeps its declaration of collections and indexes. */
export const collectionsFile = join(__dirname, '../cloudfunctions/core/ports/collections.json')

/** The function that message push is set to in WeChat's console. */
export const pushedTo = 'jobs'
