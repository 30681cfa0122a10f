import { rate, refuse } from '../contract'
import type { RecapDoc } from '../ports/documents'
import { checkWords } from './checking'
import { forProfile } from './kernel'
import { didCome } from './recap-people'

export const rateActivity = forProfile(rate, async ({ id, stars, words }, world) => {
  const { store, now } = world
  const activity = await store.read('activities', id, ['teamId', 'listed'])
  if (!activity?.listed) return refuse('access.gone')
  if (!(await didCome(world, id))) return refuse('recap.did_not_come')
  const no = words ? await checkWords(world, [words]) : null
  if (no) return no
  const mark = { stars, words, at: now }
  const set = () => store.change('recaps', { _id: id }, { [`marks.${world.id}`]: mark })
  if (!(await set()) && !(await store.add('recaps', unwritten(id, activity.teamId, { [world.id]: mark })))) await set()
  return { stars }
})

/** What holds the ratings of an activity whose recap is not written yet. */
const unwritten = (_id: string, teamId: string, marks: RecapDoc['marks']): RecapDoc => ({
  ...{ _id, teamId, marks },
  served: 0,
  words: '',
  thanks: '',
  pictures: [],
  at: 0,
  by: '',
  revision: 0,
  looked: 0,
  counted: { at: 0, came: 0, minutes: 0 },
  owed: [],
})
