// What holds of cases, of the places of projects they take, and of what they come to as numbers.
import { countOf } from './case-figures'
import { placed } from './case-owner'
import { areThere, lateAfter, type Around, type Facts, type Invariant } from './invariants-facts'
import { moneyOf } from './money'
import { dayOf } from './times'

type Case = Facts['cases']

const isClosed = ({ state }: Pick<Case, 'state'>) => state === 'closed'
const isGivenUp = (kase: Pick<Case, 'state' | 'outcome'>) => isClosed(kase) && kase.outcome !== 'done'

/** Whether what lists find it by is what its other facts come to; true where no service keeps it any more. */
function isPlaced(kase: Case, around: Around): boolean {
  const rules = around.service(kase.service)
  if (!rules) return true
  const wanted = Object.entries(placed(kase, rules))
  return wanted.every(([field, value]) => String(Reflect.get(kase, field)) === String(value))
}

/** A month remembers this many of the steps it counted. */
const remembered = 400

/** Steps whose figures a month of its community should have; those not settled yet are counted later. */
function areCounted(kase: Case, around: Around): boolean {
  const rules = around.service(kase.service)
  if (!rules) return true
  const marks = kase.steps
    .filter(({ turn }) => turn <= kase.settled)
    .flatMap((step) =>
      countOf(kase.steps, step, rules.counts).map(({ month }) => ({ month, mark: `${kase._id}_${step.turn}` })),
    )
  const sums = around.all(
    'casesums',
    marks.map(({ month }) => `${kase.communityId}_${month}`),
  )
  return marks.every(({ mark }, at) => {
    const counted = sums[at]?.counted
    // Figures brought over from elsewhere remember no steps.
    const isFullOrEmpty = counted !== undefined && (counted.length >= remembered || counted.length === 0)
    return isFullOrEmpty || counted?.includes(mark) === true
  })
}

/** Invariants of cases. */
export const ofCases: readonly Invariant<'cases'>[] = [
  {
    name: 'cases-steps',
    of: 'cases',
    says: 'The steps of a case are numbered without a gap, none is before the one it follows, and the last says its state.',
    holds: ({ steps, turn, state, level }) =>
      turn === steps.length &&
      steps.every((step, at) => step.turn === at + 1 && step.at >= (steps[at - 1]?.at ?? 0)) &&
      steps.at(-1)?.state === state &&
      steps.at(-1)?.level === level,
  },
  {
    name: 'cases-owner',
    of: 'cases',
    says: 'An open case lies on somebody’s desk, a closed one on none, and every list finds it where it is.',
    holds: (kase, around) =>
      kase.isOpen !== isClosed(kase) && kase.isOpen === (kase.desk !== '') && isPlaced(kase, around),
  },
  {
    name: 'cases-clock',
    of: 'cases',
    says: 'A clock runs for every open case, the timer looks at it when it is due, and none runs for a closed one.',
    holds: ({ isOpen, nextAt, dueAt, service }, around) => {
      if (!isOpen || !around.service(service)) return nextAt === 0
      return nextAt > around.now - lateAfter && dueAt >= nextAt
    },
  },
  {
    name: 'cases-settled',
    of: 'cases',
    says: 'What follows from the steps of a case was told and counted within the hour.',
    holds: ({ settled, turn, unsettledAt }, { now }) =>
      settled === turn ? unsettledAt === 0 : unsettledAt > now - lateAfter,
    means: 'case',
  },
  {
    name: 'cases-counted',
    of: 'cases',
    says: 'The months of its community have counted the steps of a case.',
    holds: areCounted,
  },
  {
    name: 'cases-people',
    of: 'cases',
    says: 'Everybody who has a part in a case is there, and finds it in her list.',
    holds: ({ askerId, mine, followers, helpers, doerId, enteredBy }, around) =>
      areThere(around, [askerId, enteredBy, doerId, ...mine, ...followers, ...helpers]) &&
      followers.every((id) => mine.includes(id)) &&
      (askerId === '' || mine.includes(askerId)),
  },
  {
    name: 'cases-units',
    of: 'cases',
    says: 'The units that a case was sent to are there.',
    holds: ({ units }, around) => {
      const of = (kind: string) => units.filter((unit) => unit.kind === kind).map(({ id }) => id)
      const found = [...around.all('partners', of('partner')), ...around.all('teams', of('team'))]
      return found.every(Boolean)
    },
  },
  {
    name: 'cases-money',
    of: 'cases',
    says: 'Of a closed case no money is in anybody’s hands, and of none more came back than was given.',
    holds: ({ isOpen, steps }) => {
      const { balance } = moneyOf(steps)
      return isOpen ? balance >= 0 : balance === 0
    },
  },
  {
    name: 'cases-pictures',
    of: 'cases',
    says: 'A picture lies in the folder of who brought it, and what was put right shows how it is now.',
    holds: ({ service, outcome, pictures }, around) =>
      pictures.every(({ fileId, by }) => !by.startsWith('p') || fileId.includes(`/cases/${by}/`)) &&
      (outcome !== 'done' ||
        around.service(service)?.needsAfterPicture !== true ||
        pictures.some(({ of }) => of === 'after')),
  },
  {
    name: 'cases-place',
    of: 'cases',
    says: 'An order that is to come has its place of the day.',
    holds: (kase, around) => {
      const { project, _id, isOpen, units } = kase
      if (!project || !isOpen || project.day < dayOf(around.now)) return true
      const there = around.get('projects', project.id)
      const isWithTeam = units.some((unit) => unit.id === there?.teamId && unit.state !== 'declined')
      return !isWithTeam || there?.booked[project.day]?.includes(_id) === true
    },
  },
]

/** Invariants of projects that can be ordered. */
export const ofProjects: readonly Invariant<'projects'>[] = [
  {
    name: 'projects-booked',
    of: 'projects',
    says: 'Each place of a day to come is taken once, by an order for that day that was not given up.',
    holds: ({ _id, booked }, around) => {
      const today = dayOf(around.now)
      const places = Object.entries(booked).flatMap(([day, ids]) => (day < today ? [] : ids.map((id) => ({ day, id }))))
      const found = around.all(
        'cases',
        places.map(({ id }) => id),
      )
      const isOnce = new Set(places.map(({ day, id }) => `${day} ${id}`)).size === places.length
      return (
        isOnce &&
        places.every(({ day }, at) => {
          const kase = found[at]
          return kase?.project?.id === _id && kase.project.day === day && !isGivenUp(kase)
        })
      )
    },
    means: 'bookings',
  },
  {
    name: 'projects-refs',
    of: 'projects',
    says: 'The team and the community of a project are there.',
    holds: ({ teamId, communityId }, around) => {
      const [team, community] = [around.get('teams', teamId), around.get('communities', communityId)]
      return !!team && !!community
    },
  },
]

/** Invariants of units. */
export const ofPartners: readonly Invariant<'partners'>[] = [
  {
    name: 'partners-refs',
    of: 'partners',
    says: 'The communities of a unit and its people are there.',
    holds: ({ communityIds, caresFor, people }, around) => {
      const communities = around.all('communities', [...communityIds, ...caresFor])
      const ids = people.map(({ id }) => id).filter(Boolean)
      return areThere(around, ids) && communities.every(Boolean)
    },
  },
]

/** Invariants of what units lend. */
export const ofResources: readonly Invariant<'resources'>[] = [
  {
    name: 'resources-refs',
    of: 'resources',
    says: 'The unit and the community of what is lent are there.',
    holds: ({ communityId, partnerId }, around) => {
      const [community, partner] = [around.get('communities', communityId), around.get('partners', partnerId)]
      return !!community && !!partner
    },
  },
]
