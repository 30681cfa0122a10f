// What stands in a file: a roster as a sheet or on paper, a certificate on paper, passes in large type.
import { certificatePages, codePicture } from '../domain/certificate-paper'
import { pdfOf } from '../domain/pdf'
import { a4, a5 } from '../domain/paper'
import { passPages, type PaperPass } from '../domain/pass-paper'
import { passBody, passText } from '../domain/passes'
import { pictureIn } from '../domain/picture'
import { rosterColumns } from '../domain/roster-lines'
import { sheetPages } from '../domain/roster-sheet'
import { calendar, clockWords, dayOf, spanWords } from '../domain/times'
import { timesOf, unitOf } from '../domain/units'
import type { ActivityDoc, FileDoc } from '../ports/documents'
import { seal } from '../ports/seals'
import { xlsxOf } from '../ports/xlsx'
import { pages } from '../services/pages'
import { shownAs } from './certificate'
import { passSecret } from './day-who'
import { drawnCode } from './drawn-codes'
import { passBearers } from './file-passes'
import { rosterLines } from './file-roster'
import { knownPersons } from './persons'
import type { World } from './world'

/** Tells how far it is. */
export type Progress = (done: number) => Promise<void>

/** The bytes of a file as it is now; null when what it is about is gone. */
export async function contentsOf(world: World, file: FileDoc, say: Progress): Promise<Buffer | null> {
  if (file.kind === 'certificate-pdf') return certificateContents(world, file)
  const activity = await world.store.read('activities', file.aboutId)
  if (!activity) return null
  if (file.kind === 'passes') return passContents(world, activity, file)
  const lines = await rosterLines(world, activity, file.phones, say)
  if (file.kind === 'roster-sheet') {
    return pdfOf({ title: file.name, ...a4, pages: sheetPages(headOf(world, activity), lines) })
  }
  const columns = rosterColumns(
    (activity.questions ?? []).map((question) => question.label),
    file.phones,
  )
  const rows = lines.map((line) => columns.map((column) => column.cell(line)))
  return xlsxOf('名单', columns, rows)
}

function headOf({ now }: World, { title, startsAt, endsAt, place }: ActivityDoc) {
  const { year } = calendar(startsAt)
  const when = spanWords(startsAt, endsAt, 0).replace(`${year} 年 `, '')
  return { title, when, where: place.name, printed: `${dayOf(now)} ${clockWords(now)} 打印` }
}

async function certificateContents(world: World, file: FileDoc): Promise<Buffer | null> {
  const doc = await world.store.read('certificates', file.aboutId)
  if (!doc) return null
  const [certificate, community, code] = await Promise.all([
    shownAs(world, doc),
    doc.communityId ? world.store.read('communities', doc.communityId, ['phone']) : null,
    drawnCode(world, doc.code, pages.verify),
  ])
  const picture = pictureIn(code)
  return pdfOf({
    title: file.name,
    ...a4,
    pages: certificatePages(certificate, { phone: community?.phone ?? '' }, picture !== null),
    pictures: picture ? { [codePicture]: picture } : {},
  })
}

/** A page for each who has a seat now; null when nobody is left. */
async function passContents(world: World, activity: ActivityDoc, { name: title, of = 'ours', by }: FileDoc) {
  const people = await passBearers(world, activity, of, by)
  if (people.length === 0) return null
  const known = await knownPersons(world, people)
  const passes = people.map(async (personId): Promise<PaperPass> => {
    const unit = unitOf(activity, personId)
    const pass = { activityId: activity._id, personId }
    return {
      name: known.get(personId)?.name ?? '',
      unit: activity.units?.find(({ id }) => id === unit)?.name ?? '',
      startsAt: timesOf(activity, unit).startsAt,
      text: passText({ ...pass, mac: await seal(passSecret, passBody(pass)) }),
    }
  })
  const { place, contact } = activity
  const head = { title: activity.title, place: place.name, address: place.address, contact }
  return pdfOf({ title, ...a5, pages: passPages(head, await Promise.all(passes)) })
}
