// Input with which the actions of cases and of the lists beside them make sense, for the table of rights.
import type { ResourceDoc } from '../../cloudfunctions/core/ports/documents'
import { wishOf } from './cases'
import { personIdOf } from './county'

/** As a worker writes down what somebody of 柳荫里 said on the phone. */
function enteredFor() {
  const { forId: _, isAnonymous: __, ...asked } = wishOf({ topic: 'around' })
  return { ...asked, caller: { name: '何秀兰', phone: '' }, elderId: null }
}
const entered = enteredFor()
const resource = {
  communityId: 'east',
  partnerId: 'power',
  kind: 'thing',
  title: '长梯',
  words: '',
  colour: null,
  agreement: '',
} as const
const project = {
  id: 'green',
  projectId: null,
  kind: 'haircut',
  title: '理发',
  words: '',
  weekdays: [1],
  perDay: 2,
  isOn: true,
}
/** A resource of the unit in its community. */
export const resourceDoc = (_id: string, now: number): ResourceDoc => ({
  ...{ _id, ...resource, until: now + 86_400_000, isEnded: false, createdBy: personIdOf('staff'), createdAt: 1 },
})

/** Inputs by action; `id` is the case, the resource, or the key of what is new. */
export const caseInputs = (id: string, now: number) => ({
  askCase: wishOf({ key: id, topic: 'around' }),
  enterCase: { ...entered, key: id },
  dropCasePictures: { fileIds: [] },
  similarCases: { service: 'wish', communityId: 'east', words: '灯' },
  followCase: { id, on: true },
  listCases: { communityId: 'east', which: 'open' },
  myCases: {},
  nearCases: { communityId: 'east', which: 'open' },
  partyCase: { id, token: 'aaaaaaaaaaaaaaaa' },
  moveCase: { id, key: id, move: { move: 'say', words: '看看', pictures: [] } },
  inboxCases: { communityId: 'east', which: 'all' },
  unitCases: { partnerId: 'power', which: 'asked' },
  countyCases: {},
  caseFigures: { communityId: 'east', year: 2026 },
  listPartners: { communityId: 'east' },
  listResources: { communityId: 'east' },
  saveResource: { ...resource, id: null, key: id, until: now + 86_400_000 },
  listProjects: { communityId: 'east' },
  saveProject: { ...project, key: id },
})
