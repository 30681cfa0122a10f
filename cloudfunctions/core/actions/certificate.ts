import {
  certificateCode,
  issueCertificate,
  myCertificates,
  refuse,
  verifyCertificate,
  type Certificate,
  type Colour,
} from '../contract'
import { fallenLines, linesOf, mostLines, numberOf, revokedWords, yearsBetween, type Line } from '../domain/certificate'
import { maskedName } from '../domain/family'
import { calendar } from '../domain/times'
import type { CertificateDoc } from '../ports/documents'
import { pages } from '../services/pages'
import { numberFor } from './counting'
import { drawnCode } from './drawn-codes'
import { forAnyone, forProfile, type KnownWorld, type Route } from './kernel'
import { entriesOf } from './ledger'
import type { World } from './world'

/** Certificates shown in her list. */
const shown = 50
/** Letters of a verification code: too many to be guessed, and what a square code can carry. */
const codeLength = 20

type Entry = Line & { teamId: string; colour: Colour }

const issue = forProfile(issueCertificate, async ({ key, from, to }, world) => {
  const { store, ids, id: personId, now } = world
  const _id = ids.made('v', personId, key)
  const before = await store.read('certificates', _id)
  if (before) return shownAs(world, before)
  const entries = await entriesIn(world, personId, yearsBetween(from, to))
  const lines = linesOf(entries, from, to)
  if (lines.length === 0) return refuse('certificate.no_hours')
  if (lines.length > mostLines) return refuse('certificate.too_long')
  const year = calendar(now).year
  const doc: CertificateDoc = {
    _id,
    personId,
    number: numberOf(year, await numberFor(world, `certificate_${year}`, _id)),
    code: ids.secret(codeLength),
    name: world.person.name,
    from,
    to,
    minutes: lines.reduce((sum, line) => sum + line.minutes, 0),
    lines,
    ...(await issuerOf(world, entries, lines)),
    issuedAt: now,
  }
  if (await store.add('certificates', doc)) return certificateOf(doc, entries)
  return shownAs(world, (await store.read('certificates', _id)) ?? doc)
})

/** The community whose teams recorded most of it: whoever records also proves. */
async function issuerOf(
  { store, person }: KnownWorld,
  entries: readonly Entry[],
  lines: readonly Line[],
): Promise<Pick<CertificateDoc, 'issuer' | 'communityId'>> {
  const teamOf = new Map(entries.map((entry) => [entry.activityId, entry.teamId]))
  const teams = await store.readMany('teams', [...new Set(teamOf.values())], ['communityId', 'communityName'])
  const minutes = new Map<string, number>()
  for (const line of lines) {
    const at = teams.get(teamOf.get(line.activityId) ?? '')?.communityId
    if (at) minutes.set(at, (minutes.get(at) ?? 0) + line.minutes)
  }
  const [most] = [...minutes].sort((a, b) => b[1] - a[1])
  const communityId = most?.[0] ?? person.communityId ?? ''
  const community = await store.read('communities', communityId, ['name'])
  return { communityId, issuer: community?.name ?? '' }
}

const entriesIn = async (world: World, personId: string, years: readonly number[]): Promise<Entry[]> =>
  (await Promise.all(years.map((year) => entriesOf(world, personId, year)))).flat()

/** The entries of now that a certificate's lines are compared with. */
const entriesOfLines = (world: World, { personId, lines }: CertificateDoc) =>
  entriesIn(world, personId, [...new Set(lines.map((line) => Number(line.day.slice(0, 4))))])

/** A certificate, as the ledger of this moment says whether it stands. */
export async function shownAs(world: World, doc: CertificateDoc): Promise<Certificate> {
  return certificateOf(doc, await entriesOfLines(world, doc))
}

function certificateOf(doc: CertificateDoc, entries: readonly Entry[]): Certificate {
  const { _id: id, number, code, name, minutes, from, to, issuer, issuedAt, lines } = doc
  const fallen = fallenLines(lines, entries)
  const revokedWhy = revokedWords(fallen)
  const state = fallen > 0 ? 'revoked' : 'valid'
  return { id, number, code, name, minutes, from, to, issuer, issuedAt, state, revokedWhy, lines }
}

const list = forProfile(myCertificates, async (_, world) => {
  const wish = { order: [['issuedAt', 'desc']] as const, limit: shown }
  const docs = await world.store.find('certificates', { personId: world.id }, wish)
  const years = [...new Set(docs.flatMap((doc) => doc.lines.map((line) => Number(line.day.slice(0, 4)))))]
  const entries = docs.length > 0 ? await entriesIn(world, world.id, years) : []
  return { items: docs.map((doc) => certificateOf(doc, entries)) }
})

const code = forProfile(certificateCode, async ({ id }, world) => {
  const doc = await world.store.read('certificates', id, ['personId', 'code'])
  if (doc?.personId !== world.id) return refuse('access.gone')
  const png = await drawnCode(world, doc.code, pages.verify)
  if (!png) throw new Error('WeChat drew no code')
  return { png: png.toString('base64') }
})

const unknown = { state: 'unknown' as const, number: '', name: '', minutes: 0, from: '', to: '', issuer: '' }

const verify = forAnyone(verifyCertificate, async ({ code: asked }, world) => {
  const wanted = asked.trim().toLowerCase()
  const [doc] = wanted ? await world.store.find('certificates', { code: wanted }, { limit: 1 }) : []
  if (!doc) return { ...unknown, issuedAt: null, activities: 0 }
  const { state, number, name, minutes, from, to, issuer, issuedAt, lines } = await shownAs(world, doc)
  return { state, number, name: maskedName(name), minutes, from, to, issuer, issuedAt, activities: lines.length }
})

/** Issuing, showing and checking certificates. */
export const certificateRoutes: readonly Route[] = [issue, list, code, verify]
