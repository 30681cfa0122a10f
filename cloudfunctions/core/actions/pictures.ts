// Pictures wait until WeChat has looked at them; its verdict comes as an event to the `jobs` function. The same for all
// that people show: what was done, and what they ask for.
import { pause } from '../ports/chance'
import { files } from '../ports/files'
import { verdictOn } from '../ports/verdict'
import type { Work } from './timer-round'
import type { World } from './world'

/** What is known of a picture that is looked at. */
export interface Looked {
  fileId: string
  state: 'pending' | 'fine' | 'refused'
  trace: string
  at: number
  by: string
}

/** A picture without a verdict for so long is looked at again. */
const patienceMs = 30 * 60_000
/** WeChat fetches the picture within this time, in seconds. */
const addressLasts = 3600
/** Documents whose pictures are looked at again in one round, of each kind. */
const mostAtOnce = 10
/** A verdict can be faster than the note of what it is about; waited for in steps of a tenth of a second or so. */
const mostLooks = 30
/** What holds pictures; a recap counts the looks too, since it is written whole. */
const holders = ['recaps', 'cases'] as const

/** Whether a file lies in this folder of cloud storage. */
export const liesIn = (folder: string, fileId: string) =>
  fileId.replace(/^cloud:\/\/[^/]+\//, '').startsWith(folder) && !fileId.includes('..')

/** Whether WeChat took it on and never said what it is. */
export const isForgotten = ({ now }: World, { state, at, trace }: Looked) =>
  state === 'pending' && (trace === '' || at < now - patienceMs)

/** The picture as it waits: given to WeChat to look at, for the caller. */
export const asPending = async (world: World, fileId: string): Promise<Looked> => ({
  ...{ fileId, state: 'pending', by: world.id },
  ...(await giveTo(world, fileId, world.openid)),
})

async function giveTo({ wechat, now }: World, fileId: string, openid: string) {
  const address = await files.address(fileId, addressLasts)
  return { trace: address ? await wechat.checkPicture(openid, address) : '', at: now }
}

const lookedAgain = ({ is }: World['store'], holder: (typeof holders)[number]) =>
  holder === 'recaps' ? { looked: is.inc(1) } : {}

/** Notes WeChat's verdict on the picture it was given under this mark; an unknown mark changes nothing. */
export async function noteVerdict({ store }: World, trace: string, suggest: unknown): Promise<boolean> {
  const verdict = verdictOn(suggest)
  if (!trace || verdict === 'unchecked') return false
  const state = verdict === 'fine' ? 'fine' : 'refused'
  for (let look = 0; look < mostLooks; look++) {
    for (const holder of holders) {
      const noted = { 'pictures.$.state': state, ...lookedAgain(store, holder) }
      if (await store.change(holder, { 'pictures.trace': trace }, noted)) return true
    }
    await pause(look)
  }
  return false
}

/** Gives pictures that wait for too long to WeChat once more. */
export const recheckPictures: Work = async (world, isTimeLeft) => {
  const { store, now } = world
  const { is } = store
  const waits = is.elemMatch({ state: 'pending', at: is.lt(now - patienceMs) })
  const where = { 'pictures.state': 'pending', pictures: waits }
  for (const holder of holders) {
    for (const one of await store.find(holder, where, { fields: ['_id', 'pictures'], limit: mostAtOnce })) {
      for (const picture of one.pictures.filter((each) => isForgotten(world, each))) {
        if (!isTimeLeft()) return
        const person = await store.read('people', picture.by, ['openid'])
        const given = await giveTo(world, picture.fileId, person?.openid ?? '')
        const same = is.elemMatch({ fileId: picture.fileId, state: 'pending' })
        const noted = { 'pictures.$.trace': given.trace, 'pictures.$.at': now, ...lookedAgain(store, holder) }
        await store.change(holder, { _id: one._id, pictures: same }, noted)
      }
    }
  }
}
