import { fileState, isRefusal, orderCertificate, orderPasses, orderRoster, refuse, type FileJob } from '../contract'
import { calendar } from '../domain/times'
import type { ActivityDoc, FileDoc } from '../ports/documents'
import { files } from '../ports/files'
import { note } from './audit'
import { isEntitled } from './file-right'
import { passBearers } from './file-passes'
import { forActivityDesk, forProfile, teamRunBy, type KnownWorld } from './kernel'
import { minutesHeld } from './numbers-read'
import type { World } from './world'

/** How long a file can be had, and how long an order may wait to be made. */
export const fileLife = 24 * 3_600_000
/** Attempts at making one file. */
export const mostTries = 4

const extensions = { 'roster-xlsx': 'xlsx', 'roster-sheet': 'pdf', 'certificate-pdf': 'pdf', passes: 'pdf' } as const

/** Where a file lies in cloud storage: the same for every attempt, so that two make one. */
export const pathOf = ({ _id, kind }: Pick<FileDoc, '_id' | 'kind'>) => `files/${_id}/${kind}.${extensions[kind]}`

/** A list to take away counts as so many numbers read at most, else those of the largest activities could never be had. */
const mostCounted = 200

/** How many people a roster of it lists. */
export const listedIn = ({ holders, line, pool = [] }: Pick<ActivityDoc, 'holders' | 'line' | 'pool'>) =>
  holders.length + line.length + pool.length

export const askRoster = forActivityDesk(orderRoster, async ({ key, kind, phones }, world, { activity }) => {
  const total = listedIn(activity)
  if (total === 0) return refuse('file.nobody')
  const numbers = Array.from({ length: phones ? Math.min(total, mostCounted) : 0 }, (_, n) => `${activity._id} ${n}`)
  const minutes = await minutesHeld(world, numbers, orderRoster.name, activity._id)
  if (minutes > 0) return refuse('access.too_many_numbers', { minutes })
  const name = nameOf(activity, kind === 'roster-xlsx' ? '名单' : '签到单')
  const order = await keep(world, { key, kind, phones, aboutId: activity._id, name, total })
  await note(world, 'file.roster', activity._id, order._id, [order.kind, ...(order.phones ? ['phones'] : [])])
  return jobOf(world, order)
})

export const askCertificate = forProfile(orderCertificate, async ({ id, key }, world) => {
  const certificate = await world.store.read('certificates', id, ['personId', 'number'])
  if (certificate?.personId !== world.id) return refuse('access.gone')
  const name = `志愿服务记录证明_${certificate.number}`
  const kind = 'certificate-pdf' as const
  return jobOf(world, await keep(world, { key, kind, phones: false, aboutId: id, name, total: 1 }))
})

export const askPasses = forProfile(orderPasses, async ({ id, key, of }, world) => {
  const activity = await world.store.read('activities', id)
  if (!activity || activity.state === 'draft') return refuse('access.gone')
  const team = of === 'phoneless' ? await teamRunBy(world, activity.teamId) : null
  if (isRefusal(team)) return team
  const { length: total } = await passBearers(world, activity, of, world.id)
  if (total === 0) return refuse('file.nobody')
  const name = nameOf(activity, '大字入场条')
  const order = await keep(world, { key, kind: 'passes', phones: false, of, aboutId: id, name, total })
  if (of === 'phoneless') await note(world, 'file.passes', id, order._id, [order.kind])
  return jobOf(world, order)
})

function nameOf({ title, startsAt }: Pick<ActivityDoc, 'title' | 'startsAt'>, what: string): string {
  const { month, date } = calendar(startsAt)
  return `${plain(title)}_${month}月${date}日_${what}`
}

/** What no file system takes in a name. */
const plain = (title: string) => title.replace(/[\\/:*?"<>|\s]+/g, ' ').trim()

interface Order {
  key: string
  kind: FileDoc['kind']
  phones: boolean
  of?: FileDoc['of']
  aboutId: string
  name: string
  total: number
}

/** Keeps an order; asked again with the same key it is the same order. */
async function keep({ store, ids, id: by, now }: KnownWorld, { key, name, ...order }: Order): Promise<FileDoc> {
  const doc: FileDoc = {
    _id: ids.made('f', by, key),
    ...order,
    by,
    state: 'queued',
    done: 0,
    name: `${name}.${extensions[order.kind]}`,
    fileId: '',
    claimedUntil: 0,
    until: now + fileLife,
    attempts: 0,
    createdAt: now,
  }
  if (await store.add('files', doc)) return doc
  return (await store.read('files', doc._id)) ?? doc
}

export const showFile = forProfile(fileState, async ({ id }, world) => {
  const file = await world.store.read('files', id)
  return file?.by === world.id ? jobOf(world, file) : refuse('access.gone')
})

/** A file as its owner sees it; an address only while it lasts, and only as long as she may have it. */
export async function jobOf(world: World, file: FileDoc): Promise<FileJob> {
  const { _id: id, kind, done, total, name, until } = file
  const state = stateOf(file, world.now)
  if (state !== 'ready') return { id, kind, state, done, total, name, url: '', until: null }
  const isOpen = await isEntitled(world, file)
  const url = isOpen ? await files.address(file.fileId, Math.ceil((until - world.now) / 1000)) : ''
  return { id, kind, state: url ? state : 'expired', done, total, name, url, until: url ? until : null }
}

function stateOf({ state, until, attempts, claimedUntil }: FileDoc, now: number): FileDoc['state'] {
  if (until <= now) return 'expired'
  return state === 'running' && claimedUntil <= now && attempts >= mostTries ? 'failed' : state
}
