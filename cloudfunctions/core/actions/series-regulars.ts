// Who comes to every meeting of a series: what each said is kept, and each new meeting judges her again.
import { refuse, type InputOf, type joinSeries, type Refusal } from '../contract'
import { answersKept, needsGuardian, unanswered } from '../domain/who-may-come'
import { calendar } from '../domain/times'
import type { ActivityDoc, SeriesDoc } from '../ports/documents'
import { pages } from '../services/pages'
import { judged, type OneOfUs } from './comers'
import type { KnownWorld } from './kernel'
import type { Notes } from './rows'
import { tell } from './telling'
import type { World } from './world'

/** Makes her a regular and keeps what she said; what she says anew replaces what she said before. */
export async function becomeRegular(
  { store, id, now }: KnownWorld,
  seriesId: string,
  person: Pick<OneOfUs, 'id' | 'kind' | 'born'>,
  { unit, answers, guardian }: InputOf<typeof joinSeries>,
  party: readonly string[],
): Promise<void> {
  const { is } = store
  const values = answers.find((each) => each.personId === person.id)?.values
  const notes: Notes = {
    ...(unit !== null && { unit }),
    ...(person.id !== id && { by: id }),
    ...(party.length > 1 && { party: [...party] }),
    ...(values && { answers: values }),
    ...(guardian && needsGuardian(person, now) && { guardian: { by: id, at: now } }),
  }
  const said = { [`notes.${person.id}`]: is.set(notes) }
  const newcomer = { _id: seriesId, regulars: is.neq(person.id) }
  if (await store.change('series', newcomer, { regulars: is.push([person.id]), ...said })) return
  await store.change('series', { _id: seriesId, regulars: person.id }, said)
}

/** They come to every meeting no longer, and what they said is forgotten; in one series, or in all. */
export async function beRegularsNoMore({ store }: World, people: readonly string[], seriesId?: string): Promise<void> {
  const { is } = store
  const said = Object.fromEntries(people.map((personId) => [`notes.${personId}`, is.remove()]))
  const where = { ...(seriesId !== undefined && { _id: seriesId }), regulars: is.in([...people]) }
  await store.change('series', where, { regulars: is.pullAll([...people]), ...said })
}

/**
 * The regulars who may come to a new meeting, in their order, with what is noted of each. Of the others they
 * themselves, or those who keep them, are told once for each change of the series what is missing.
 */
export async function regularsFor(world: World, series: SeriesDoc, meeting: ActivityDoc): Promise<Map<string, Notes>> {
  const people = await knownRegulars(world, series)
  const no = await judgedEach(world, meeting, people)
  const coming = new Map<string, Notes>()
  for (const person of people) {
    const said = series.notes?.[person.id] ?? {}
    const why = no.get(person.id) ?? missing(meeting, person, said)
    if (why) await tellMissing(world, series, meeting, person.id, why)
    else coming.set(person.id, notesFor(meeting, person, said))
  }
  return coming
}

/** Regulars as the rules look at them; nobody whose consent was taken back. */
async function knownRegulars({ store }: World, { regulars, notes = {} }: SeriesDoc): Promise<OneOfUs[]> {
  if (regulars.length === 0) return []
  const wards = await store.readMany(
    'dependents',
    regulars.filter((id) => !id.startsWith('p')),
  )
  const keeperOf = (id: string) => {
    const keepers = wards.get(id)?.keepers ?? []
    return keepers.find((keeper) => keeper.id === notes[id]?.by) ?? keepers[0]
  }
  const accounts = await store.readMany(
    'people',
    regulars.map((id) => (id.startsWith('p') ? id : (keeperOf(id)?.id ?? ''))),
    ['name', 'communityId'],
  )
  return regulars.flatMap((id): OneOfUs[] => {
    const account = accounts.get(id)
    if (account) return [{ ...account, id, called: '', kind: 'self', born: null, missed: null }]
    const ward = wards.get(id)
    if (!ward?.consent || ward.kind === 'guest') return []
    const { name, kind, born } = ward
    const { id: keeperId = '', called = name } = keeperOf(id) ?? {}
    const communityId = ward.communityId ?? accounts.get(keeperId)?.communityId ?? null
    return [{ id, name, called, kind, born, communityId, missed: null }]
  })
}

type No = Refusal | null

/** Why each cannot come to this meeting; a member is one by herself, whoever makes the meeting. */
async function judgedEach(world: World, meeting: ActivityDoc, people: readonly OneOfUs[]): Promise<Map<string, No>> {
  if (meeting.audience !== 'members') return judged(world, meeting, people)
  const each = await Promise.all(people.map((person) => judged({ ...world, id: person.id }, meeting, [person])))
  return new Map(each.flatMap((one) => [...one]))
}

/** What this meeting asks that she has not said. */
function missing({ units = [], questions = [], startsAt }: ActivityDoc, person: OneOfUs, said: Notes): No {
  const { unit = null, answers, guardian } = said
  if (units.length > 0 && unit === null) return refuse('activity.needs_unit')
  if (units.length > 0 && !units.some((each) => each.id === unit)) return refuse('activity.unit_gone')
  const open = unanswered(questions, answers)
  if (open) return refuse('activity.answers_missing', { label: open.label })
  return needsGuardian(person, startsAt) && !guardian ? refuse('activity.guardian_needed') : null
}

/** What of it is noted with this sign-up. */
function notesFor({ units = [], questions = [], startsAt }: ActivityDoc, person: OneOfUs, said: Notes): Notes {
  const { unit, by, party, guardian } = said
  const answers = answersKept(questions, said.answers)
  return {
    ...(units.length > 0 && unit !== undefined && { unit }),
    ...(by !== undefined && { by }),
    ...(party && { party }),
    ...(Object.keys(answers).length > 0 && { answers }),
    ...(guardian && needsGuardian(person, startsAt) && { guardian }),
  }
}

/** Why a regular has no seat there, as the phone's own sentences say it; all of them would weigh more than they help. */
function whyNot({ refused, facts }: Refusal): string {
  if (refused === 'activity.community_only') return `这场只接待${facts.community ?? '本社区'}的居民`
  if (refused === 'activity.age') return `这场请${facts.ages ?? '别的年龄'}的人参加`
  if (refused === 'activity.guardian_needed') return '孩子参加要监护人同意'
  return refused === 'activity.line_full' ? '名额和候补都满了' : '这几场不合报名的条件'
}

function tellMissing(
  world: World,
  { _id, title, revision }: SeriesDoc,
  meeting: ActivityDoc,
  personId: string,
  no: Refusal,
) {
  const { month, date } = calendar(meeting.startsAt)
  return tell(world, [personId], {
    kind: 'unseated',
    about: _id,
    rev: revision,
    title: `「${title}」新加的场次没排上固定座位`,
    body: `从 ${month} 月 ${date} 日那一场起：${whyNot(no)}。想来请点开看看，自己报那几场。`,
    page: pages.series(_id),
  })
}
