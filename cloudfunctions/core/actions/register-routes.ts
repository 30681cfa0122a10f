import type { Route } from './kernel'
import { showPartners } from './partners'
import { keepProject, showProjects } from './projects'
import { keepResource, showResources, takeOff } from './resources'

/** The lists beside the cases: units, resources, projects. */
export const registerRoutes: readonly Route[] = [
  showPartners,
  showResources,
  keepResource,
  takeOff,
  showProjects,
  keepProject,
]
