export { demoPeople, type DemoPerson } from './cast'
export { makeCounty, type County, type Making } from './county'
