import type { CalendarRecord } from '../../local/phone/runtime/instruments'
import type { PhoneSurface } from '../../local/phone/runtime/surface'
import { PATIENCE, until } from './find'
import type { Phone } from './harness'

declare const __phone: PhoneSurface

const camera = (phone: Phone) => phone.page.locator('.popup:not(.popup-leaving) .camera')
const album = (phone: Phone) => phone.page.locator('.popup:not(.popup-leaving) .album')

/** Answers the open camera with a text, as if a square code with it had been scanned. */
export async function scan(phone: Phone, text: string): Promise<void> {
  await camera(phone).locator('.camera-field').fill(text, { timeout: PATIENCE })
  await camera(phone).locator('.camera-use').tap({ timeout: PATIENCE })
}

/** Leaves the mini-program and scans with WeChat's own camera; a mini-program code enters at its page. */
export async function scanInWeChat(phone: Phone, text: string): Promise<void> {
  await phone.page.locator('#ring').tap({ timeout: PATIENCE })
  await phone.page.locator('.chats').getByText('扫一扫').tap({ timeout: PATIENCE })
  const entered = phone.page.waitForNavigation()
  await scan(phone, text)
  await entered
  await phone.ready()
}

/** Turns away from the open camera. */
export async function closeCamera(phone: Phone): Promise<void> {
  await camera(phone).locator('.camera-close').tap({ timeout: PATIENCE })
}

/** The texts of the square codes that can be seen on a phone now, read from its pictures. */
export function codesOn(phone: Phone): Promise<string[]> {
  return phone.page.evaluate(() => __phone.codes())
}

/** Waits for the square code that a phone shows; answers its text. */
export async function codeOn(phone: Phone): Promise<string> {
  return until(
    async () => (await codesOn(phone))[0],
    async () => `no square code can be seen at ${await phone.route()}`,
  )
}

/** Holds a phone with its camera open over the square code that another phone shows. */
export async function scanFrom(phone: Phone, other: Phone): Promise<void> {
  await scan(phone, await codeOn(other))
}

/** Chooses in the open album: 广场, 合影, 手工, or paths of picture files on this machine. */
export async function choose(phone: Phone, ...pictures: string[]): Promise<void> {
  for (const picture of pictures) {
    if (picture.includes('/')) await album(phone).locator('input[type=file]').setInputFiles(picture)
    else await album(phone).getByRole('button', { name: picture }).tap({ timeout: PATIENCE })
  }
  await album(phone).locator('.album-done').tap({ timeout: PATIENCE })
}

async function fileOf(phone: Phone, path: string): Promise<Buffer> {
  const base64 = await phone.page.evaluate((asked) => __phone.file(asked), path)
  if (base64 === undefined) throw new Error(`no file ${path} on the phone`)
  return Buffer.from(base64, 'base64')
}

/** The pictures that were put into the phone's album, oldest first. */
export async function albumOf(phone: Phone): Promise<Buffer[]> {
  const saved = await phone.page.evaluate(() => __phone.album)
  return Promise.all(saved.map(({ path }) => fileOf(phone, path)))
}

/** The entries of the phone's calendar. */
export function calendarOf(phone: Phone): Promise<CalendarRecord[]> {
  return phone.page.evaluate(() => __phone.calendar)
}

/** The files that were opened on the phone, oldest first. */
export async function documentsOf(phone: Phone): Promise<{ name: string; type: string; bytes: Buffer }[]> {
  const opened = await phone.page.evaluate(() => __phone.documents)
  return Promise.all(opened.map(async ({ name, type, path }) => ({ name, type, bytes: await fileOf(phone, path) })))
}

/** Closes the reader that shows a file. */
export async function closeDocument(phone: Phone): Promise<void> {
  await phone.page.locator('.popup:not(.popup-leaving) .document-close').tap({ timeout: PATIENCE })
}

/** Sets how WeChat checks content: verdicts of the next pictures, whether they are held back, a text check that fails. */
export async function setChecks(
  phone: Phone,
  settings: { next?: ('pass' | 'review' | 'risky')[]; hold?: boolean; textDown?: boolean },
): Promise<void> {
  const address = new URL('/cloud/wechat/checks', phone.page.url())
  const answer = await fetch(address, { method: 'POST', body: JSON.stringify(settings) })
  if (!answer.ok) throw new Error(`checks were not set: ${await answer.text()}`)
}

/** The texts that were read aloud, oldest first. */
export function spokenOn(phone: Phone): Promise<string[]> {
  return phone.page.evaluate(() => __phone.spoken)
}

/** Presses 前往小程序 under a page opened in Moments. */
export async function goOn(phone: Phone): Promise<void> {
  const entered = phone.page.waitForNavigation()
  await phone.page.locator('.single-go').tap({ timeout: PATIENCE })
  await entered
  await phone.ready()
}
