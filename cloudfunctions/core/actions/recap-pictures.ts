// Pictures of a recap wait until WeChat has looked at them; its verdict comes as an event to the `jobs` function.
import type { RecapDoc } from '../ports/documents'
import { files } from '../ports/files'
import { pause } from '../ports/chance'
import { verdictOn } from '../ports/verdict'
import type { Work } from './timer-round'
import type { World } from './world'

type Picture = RecapDoc['pictures'][number]

/** A picture without a verdict for so long is looked at again. */
const patienceMs = 30 * 60_000
/** WeChat fetches the picture within this time, in seconds. */
const addressLasts = 3600
/** Recaps whose pictures are looked at again in one round. */
const mostAtOnce = 10
/** A verdict can be faster than the note of what it is about; waited for in steps of a tenth of a second or so. */
const mostLooks = 30

/** The folder in cloud storage to which a phone brings the pictures of an activity. */
export const pictureFolder = (activityId: string) => `recaps/${activityId}/`

/** Whether a file lies in the folder of this activity. */
export const isPictureOf = (activityId: string, fileId: string) =>
  fileId.replace(/^cloud:\/\/[^/]+\//, '').startsWith(pictureFolder(activityId)) && !fileId.includes('..')

/** The pictures as listed: known ones as they are, new and forgotten ones given to WeChat to look at. */
export function lookedAt(world: World, fileIds: readonly string[], known: readonly Picture[]): Promise<Picture[]> {
  return Promise.all(
    [...new Set(fileIds)].map(async (fileId) => {
      const before = known.find((picture) => picture.fileId === fileId)
      if (before && !isForgotten(world, before)) return before
      return { fileId, state: 'pending' as const, ...(await giveTo(world, fileId, world.openid)), by: world.id }
    }),
  )
}

const isForgotten = ({ now }: World, { state, at, trace }: Picture) =>
  state === 'pending' && (trace === '' || at < now - patienceMs)

async function giveTo({ wechat, now }: World, fileId: string, openid: string) {
  const address = await files.address(fileId, addressLasts)
  return { trace: address ? await wechat.checkPicture(openid, address) : '', at: now }
}

/** Notes WeChat's verdict on the picture it was given under this mark; an unknown mark changes nothing. */
export async function noteVerdict({ store }: World, trace: string, suggest: unknown): Promise<boolean> {
  const verdict = verdictOn(suggest)
  if (!trace || verdict === 'unchecked') return false
  const state = verdict === 'fine' ? 'fine' : 'refused'
  for (let look = 0; look < mostLooks; look++) {
    const noted = { 'pictures.$.state': state, looked: store.is.inc(1) }
    if (await store.change('recaps', { 'pictures.trace': trace }, noted)) return true
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
  for (const recap of await store.find('recaps', where, { fields: ['_id', 'pictures'], limit: mostAtOnce })) {
    for (const picture of recap.pictures.filter((each) => isForgotten(world, each))) {
      if (!isTimeLeft()) return
      const person = await store.read('people', picture.by, ['openid'])
      const given = await giveTo(world, picture.fileId, person?.openid ?? '')
      const same = is.elemMatch({ fileId: picture.fileId, state: 'pending' })
      const noted = { 'pictures.$.trace': given.trace, 'pictures.$.at': now, looked: is.inc(1) }
      await store.change('recaps', { _id: recap._id, pictures: same }, noted)
    }
  }
}
