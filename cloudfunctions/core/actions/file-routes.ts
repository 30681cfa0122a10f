import { askCertificate, askPasses, askRoster, showFile } from './file-order'
import type { Route } from './kernel'

/** Ordering files and watching them; `jobs` makes them. */
export const fileRoutes: readonly Route[] = [askRoster, askCertificate, askPasses, showFile]
