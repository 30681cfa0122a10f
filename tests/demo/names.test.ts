import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { demoPeople, makeCounty } from '../../local/demo'
import { givenNames, surnames } from '../../local/demo/names'
import { isRealName } from './real-names'

const root = path.resolve(__dirname, '../..')
const county = makeCounty({ now: Date.parse('2026-11-22T08:20:00+08:00'), seed: 1 })

/** Every run of three Chinese characters of a text; names of two are too close to ordinary words. */
const triples = (text: string) =>
  (text.match(/[\u4e00-\u9fff]+/g) ?? []).flatMap((run) =>
    Array.from({ length: Math.max(0, run.length - 2) }, (_, at) => run.slice(at, at + 3)),
  )

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(folder, entry.name)
    if (entry.isDirectory()) return sources(file)
    return /\.(ts|md)$/.test(entry.name) ? [file] : []
  })
}

describe('the people of the county are invented', () => {
  test('no surname with any given name of the pools is a name of the reports', () => {
    const given = Object.values(givenNames).flat()
    const real = surnames.flatMap((surname) => given.filter((name) => isRealName(surname + name)))
    expect(real).toEqual([])
  })

  test('nobody in the county and nobody of the cast bears such a name', () => {
    const names = [...county.people.map(({ name }) => name), ...demoPeople.map(({ name }) => name)]
    expect(names.filter(isRealName)).toEqual([])
  })

  test('no text of the county, the templates or their sources contains one', () => {
    const texts = ['local/demo', 'cloudfunctions/core/services'].flatMap((folder) =>
      sources(path.join(root, folder)).map((file) => readFileSync(file, 'utf8')),
    )
    const found = new Set(triples([...texts, JSON.stringify(county)].join('\n')))
    expect([...found].filter(isRealName)).toEqual([])
  })

  test('no two people share a name, a number or an OPENID', () => {
    const twice = (values: string[]) => values.filter((value, at) => value !== '' && values.indexOf(value) !== at)
    expect(twice(county.people.map(({ name }) => name))).toEqual([])
    expect(twice(county.people.map(({ phone }) => phone))).toEqual([])
    expect(twice([...county.people.map(({ openid }) => openid), 'o-demo-newcomer'])).toEqual([])
  })

  test('whoever asked or is party to a case is somebody of the county', () => {
    const names = new Set(county.people.map(({ name }) => name))
    const said = county.cases.flatMap(({ caller, otherParty }) => [caller?.name ?? [], otherParty?.name ?? []].flat())
    expect(said.length).toBeGreaterThan(5)
    expect(said.filter((name) => !names.has(name))).toEqual([])
  })

  test('every telephone number is one that nobody has', () => {
    const mobile = county.people.map(({ phone }) => phone).filter((phone) => !/^(1\d{2}0000\d{4})?$/.test(phone))
    const office = [...county.communities, ...county.teams, ...county.places, ...county.partners].map(
      ({ phone }) => phone,
    )
    const contacts = county.activities.map(({ contact }) => contact.phone)
    expect(mobile).toEqual([])
    const units = county.partners.flatMap((partner) => partner.people.map(({ phone }) => phone))
    expect(units.filter((phone) => !/^000-52\d{5}$/.test(phone))).toEqual([])
    expect([...office, ...contacts].filter((phone) => !/^000-52\d{5}$/.test(phone))).toEqual([])
  })
})
