import { certificateRoutes } from './certificate'
import type { Route } from './kernel'

/** Certificates. */
export const hoursRoutes: readonly Route[] = [...certificateRoutes]
