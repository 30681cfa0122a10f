import { Buffer } from 'node:buffer'
import { County, personIdOf } from './county'
import { entryOf, giveHours } from './served'

const county = new County()
const whole = { from: '2026-01-01', to: '2026-12-31' }
let made = 0
/** Somebody new with two services of two hours and one. */
async function helper() {
  const openid = `helper${++made}`
  await county.residents([openid])
  await giveHours(county, openid, [entryOf('a', '2026-03-02', 120), entryOf('b', '2026-05-02', 60)])
  return openid
}
const addEntry = async (openid: string, entry: ReturnType<typeof entryOf>) => {
  const _id = `${personIdOf(openid)}_2026`
  const { entries, minutes } = await county.one('ledgers', _id)
  await county.set('ledgers', _id, { entries: [...entries, entry], minutes: minutes + entry.minutes })
}

beforeAll(() => county.settle(), 60_000)
afterAll(() => county.end())

describe('a certificate', () => {
  test('says what was served, when, where, with which team, how long, and who issues it', async () => {
    const openid = await helper()
    const found = await county.ask(openid, 'issueCertificate', { key: 'k', ...whole })
    expect(found).toMatchObject({ name: openid, minutes: 180, issuer: '柳湾社区', state: 'valid', ...whole })
    expect(found.number).toMatch(/^\d{4}\d{6}$/)
    expect(found.lines).toEqual([
      { day: '2026-03-02', title: '清扫 a', teamName: '绿叶志愿队', place: '东院', minutes: 120 },
      { day: '2026-05-02', title: '清扫 b', teamName: '绿叶志愿队', place: '东院', minutes: 60 },
    ])
  })

  test('is of the days asked for', async () => {
    const openid = await helper()
    const found = await county.ask(openid, 'issueCertificate', { key: 'k', from: '2026-04-01', to: '2026-05-02' })
    expect(found.minutes).toBe(60)
  })

  test('is refused where there are no hours, and for days that are none', async () => {
    const openid = await helper()
    for (const days of [
      { from: '2025-01-01', to: '2025-12-31' },
      { from: 'x', to: 'y' },
      { from: '2026-12-31', to: '2026-01-01' },
    ])
      expect(await county.refusalOf(openid, 'issueCertificate', { key: 'k', ...days })).toBe('certificate.no_hours')
  })

  test('of more than two hundred services is refused', async () => {
    await county.residents(['busy'])
    const many = Array.from({ length: 201 }, (_, n) => entryOf(`m${n}`, '2026-03-02', 60))
    await giveHours(county, 'busy', many)
    expect(await county.refusalOf('busy', 'issueCertificate', { key: 'k', ...whole })).toBe('certificate.too_long')
  })

  test('asked for again with the same key is the same one, with the same number', async () => {
    const openid = await helper()
    const first = await county.ask(openid, 'issueCertificate', { key: 'k', ...whole })
    await addEntry(openid, entryOf('c', '2026-06-02', 60))
    expect(await county.ask(openid, 'issueCertificate', { key: 'k', ...whole })).toEqual(first)
    const next = await county.ask(openid, 'issueCertificate', { key: 'k2', ...whole })
    expect(next.minutes).toBe(240)
    expect(next.number).not.toBe(first.number)
  })

  test.each([1, 2, 3])('killed after write %i and asked for again is one, and no number is lost', async (writes) => {
    const before = await helper().then((one) => county.ask(one, 'issueCertificate', { key: 'k', ...whole }))
    const openid = await helper()
    await county.call(openid, 'issueCertificate', { key: 'k', ...whole }, writes).catch(() => null)
    const found = await county.ask(openid, 'issueCertificate', { key: 'k', ...whole })
    expect(Number(found.number)).toBe(Number(before.number) + 1)
    expect(await county.find('certificates', { personId: personIdOf(openid) })).toHaveLength(1)
  })

  test('twenty asked for at once have twenty numbers in a row', async () => {
    const people = await Promise.all(Array.from({ length: 20 }, () => helper()))
    const found = await Promise.all(people.map((one) => county.ask(one, 'issueCertificate', { key: 'k', ...whole })))
    const numbers = found.map(({ number }) => Number(number)).sort((a, b) => a - b)
    expect(numbers).toEqual(Array.from({ length: 20 }, (_, n) => (numbers[0] ?? 0) + n))
  })

  test('is in her own list, and in nobody else’s', async () => {
    const openid = await helper()
    const { id } = await county.ask(openid, 'issueCertificate', { key: 'k', ...whole })
    expect((await county.ask(openid, 'myCertificates', {})).items.map((item) => item.id)).toEqual([id])
    expect((await county.ask('resident', 'myCertificates', {})).items).toEqual([])
  })

  test('has a square code that is a picture, for her alone', async () => {
    const openid = await helper()
    const { id } = await county.ask(openid, 'issueCertificate', { key: 'k', ...whole })
    const { png } = await county.ask(openid, 'certificateCode', { id })
    // WeChat drew it once: what is kept is what is shown from then on.
    const { code } = await county.one('certificates', id)
    expect((await county.one('codes', code)).png).toBe(png)
    await county.set('codes', code, { png: 'AAAA' })
    expect(await county.ask(openid, 'certificateCode', { id })).toEqual({ png: 'AAAA' })
    expect(Buffer.from(png, 'base64').subarray(1, 4).toString()).toBe('PNG')
    expect(await county.refusalOf('resident', 'certificateCode', { id })).toBe('access.gone')
  })
})

describe('checking a certificate', () => {
  test('a stranger without a name learns that it stands, her name masked, no number of hers', async () => {
    const openid = await helper()
    const { code, number } = await county.ask(openid, 'issueCertificate', { key: 'k', ...whole })
    const found = await county.ask('passer-by', 'verifyCertificate', { code: ` ${code.toUpperCase()} ` })
    expect(found).toMatchObject({ state: 'valid', number, minutes: 180, activities: 2, issuer: '柳湾社区' })
    expect(JSON.stringify(found)).not.toContain(openid)
    expect(JSON.stringify(found)).not.toContain('1380000')
  })

  test.each(['', 'x', 'abcdefgh234567abcdef', '2026000001', '$ne'])('of a code we never gave: %j', async (code) => {
    expect(await county.ask('passer-by', 'verifyCertificate', { code })).toMatchObject({ state: 'unknown', name: '' })
  })

  test('hours taken back later revoke it, though nobody noticed; she reads why', async () => {
    const openid = await helper()
    const { code } = await county.ask(openid, 'issueCertificate', { key: 'k', ...whole })
    await addEntry(openid, entryOf('b', '2026-05-02', -15, { id: 'correction1', kind: 'corrected' }))
    expect((await county.ask('passer-by', 'verifyCertificate', { code })).state).toBe('revoked')
    const [shown] = (await county.ask(openid, 'myCertificates', {})).items
    expect(shown).toMatchObject({ state: 'revoked' })
    expect(shown?.revokedWhy).toContain('1 次')
  })

  test('hours corrected upwards leave it standing; a new one says the new hours', async () => {
    const openid = await helper()
    const { code } = await county.ask(openid, 'issueCertificate', { key: 'k', ...whole })
    await addEntry(openid, entryOf('b', '2026-05-02', 30, { id: 'correction2', kind: 'corrected' }))
    expect((await county.ask('passer-by', 'verifyCertificate', { code })).state).toBe('valid')
    expect((await county.ask(openid, 'issueCertificate', { key: 'k2', ...whole })).minutes).toBe(210)
  })
})
