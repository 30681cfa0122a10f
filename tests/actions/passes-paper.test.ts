// Passes on paper: whose they are, what they say, and that the leader's phone reads them.
import jsQR from 'jsqr'
import type { FileJob } from '../../cloudfunctions/core/contract'
import { readPdf, textOf } from '../domain/read-pdf'
import { County, day, hour, personDoc, personIdOf } from './county'
import { stepAt } from './day-county'
import { wardDoc } from './families'

const county = new County()
let made = 0
const startsAt = Date.parse('2030-11-28T09:00:00+08:00')
const post = { kind: 'slot' as const, capacity: 9, startsAt: startsAt + hour / 2, endsAt: startsAt + hour, skills: '' }
const slot = { id: 'u1', name: '九点半那一档', role: 'guest' as const, ...post }
const holders = () => [personIdOf('daughter'), 'dmother', 'dself', 'gguest', 'gphone', 'glooked', 'dentered']

async function passes(openid: string, of: 'ours' | 'phoneless', id = 'clinic'): Promise<FileJob> {
  const order = await county.ask(openid, 'orderPasses', { id, key: `k${++made}`, of })
  return county.ask(openid, 'runFile', { id: order.id })
}

async function pagesOf({ url }: FileJob) {
  return readPdf(Buffer.from(await (await fetch(url)).arrayBuffer())).pages
}

/** What a phone reads in the black boxes of a page, each point of the paper four dots wide. */
function codeOn(fills: [number, number, number, number][]): string {
  const [width, height, scale] = [420, 595, 4]
  const dots = new Uint8ClampedArray(width * height * scale * scale * 4).fill(255)
  for (const [left, bottom, right, top] of fills) {
    for (let y = Math.round((height - top) * scale); y < Math.round((height - bottom) * scale); y++) {
      const row = y * width * scale
      for (let x = Math.round(left * scale); x < Math.round(right * scale); x++) {
        dots.fill(0, (row + x) * 4, (row + x) * 4 + 3)
      }
    }
  }
  return jsQR(dots, width * scale, height * scale)?.data ?? ''
}

beforeAll(async () => {
  await county.settle()
  await county.advance(startsAt - 2 * day - county.now())
  await county.add('people', [personDoc('daughter', 'east', { wards: ['dmother', 'dself'] })])
  const self = [{ id: personIdOf('resident'), called: '我', since: 1, isSelf: true }]
  const guest = { kind: 'guest' as const, keepers: [], consent: null, enteredBy: 'green' }
  await county.add('dependents', [
    wardDoc('dmother', 'daughter', { name: '欧阳秀兰' }),
    wardDoc('dself', 'daughter', { name: '自己有微信', keepers: [...wardDoc('x', 'daughter').keepers, ...self] }),
    wardDoc('dentered', 'daughter', { name: '上门登记', keepers: [], station: 'east' }),
    wardDoc('gguest', 'daughter', { ...guest, name: '没有电话' }),
    wardDoc('gphone', 'daughter', { ...guest, name: '有电话', phone: '13900005678' }),
    wardDoc('glooked', 'daughter', { ...guest, name: '有人惦记', phone: '13900005679' }),
  ])
  const unit = { left: 2, waiting: 0, holders: holders(), line: [] }
  const times = { startsAt, endsAt: startsAt + 2 * hour, closesAt: startsAt }
  const seats = { holders: holders(), taken: 7, capacity: 9, seatsLeft: 2, units: [slot], seats: { u1: unit } }
  const activity = await county.activity('clinic', { ...times, ...seats, title: '义诊：量血压' })
  const row = { activityId: activity._id, teamId: 'green', state: 'in' as const, live: true, since: 1, answerBy: null }
  const looked = { ...row, history: [], startsAt, endsAt: activity.endsAt, isLookedFor: true, unit: 'u1' }
  await county.add('signups', [{ ...looked, _id: 'clinic_glooked', personId: 'glooked' }])
}, 60_000)
afterAll(() => county.end())

describe('passes on paper', () => {
  test('have a page for her who orders them and each whom she keeps, with all that is needed on the way', async () => {
    const job = await passes('daughter', 'ours')
    expect(job).toMatchObject({ state: 'ready', kind: 'passes', done: 3, total: 3 })
    expect(job.name).toBe('义诊：量血压_11月28日_大字入场条.pdf')
    const pages = await pagesOf(job)
    expect(pages.map((page) => page.size)).toEqual(Array(3).fill([0, 0, 420, 595]))
    const asked = ['义诊：量血压', '11月28日', '周四', '上午九点半', '东院', '九点半那一档', '欧阳秀兰']
    for (const words of [...asked, '吴队长', '0555-7654321']) expect(textOf(pages[1])).toContain(words)
    expect(
      pages.map((page) => ['daughter', '欧阳秀兰', '自己有微信'].find((name) => textOf(page).includes(name))),
    ).toEqual(['daughter', '欧阳秀兰', '自己有微信'])
  })

  test('say her name and the number to call largest of all', async () => {
    const [, page] = await pagesOf(await passes('daughter', 'ours'))
    const sizes = (page?.words ?? []).sort((a, b) => b.size - a.size)
    expect(sizes[0]).toMatchObject({ words: '欧阳秀兰' })
    expect(sizes[0]?.size).toBeGreaterThanOrEqual(48)
    expect(sizes[1]).toMatchObject({ words: '0555-7654321', size: 36 })
  })

  test('for those who run it are of everybody with a seat and no phone of her own', async () => {
    const pages = await pagesOf(await passes('leader', 'phoneless'))
    const names = ['欧阳秀兰', '没有电话', '有人惦记', '上门登记']
    expect(pages.map((page) => names.find((name) => textOf(page).includes(name)))).toEqual(names)
    const notes = await county.find('audit', { about: 'clinic', action: 'file.passes' })
    expect(notes).toMatchObject([{ by: personIdOf('leader'), changed: ['passes'] }])
  })

  test('for the elders a community entered are printed by those who work for it', async () => {
    const pages = await pagesOf(await passes('staff', 'ours'))
    expect(pages.map(textOf)).toEqual([expect.stringContaining('上门登记')])
    expect(await county.refusalOf('farStaff', 'orderPasses', { id: 'clinic', key: 'far', of: 'ours' })).toBe(
      'file.nobody',
    )
  })

  test('of others are refused to who does not run it, and of nobody to everybody', async () => {
    const input = { id: 'clinic', key: 'no' }
    expect(await county.refusalOf('daughter', 'orderPasses', { ...input, of: 'phoneless' })).toBe('access.denied')
    expect(await county.refusalOf('stranger', 'orderPasses', { ...input, of: 'phoneless' })).toBe('access.denied')
    expect(await county.refusalOf('stranger', 'orderPasses', { ...input, of: 'ours' })).toBe('file.nobody')
    await county.activity('none')
    const none = { ...input, id: 'none', of: 'phoneless' as const }
    expect(await county.refusalOf('leader', 'orderPasses', none)).toBe('file.nobody')
  })

  test('are no longer printed of somebody whose consent was taken back meanwhile', async () => {
    const order = await county.ask('daughter', 'orderPasses', { id: 'clinic', key: 'late', of: 'ours' })
    const before = await county.one('dependents', 'dmother')
    await county.set('dependents', 'dmother', { consent: null })
    const pages = await pagesOf(await county.ask('daughter', 'runFile', { id: order.id }))
    expect(pages.map(textOf).join()).not.toContain('欧阳秀兰')
    await county.set('dependents', 'dmother', { consent: before.consent })
  })

  test('are read by the leader’s phone from the paper, and check her in', async () => {
    const [, page] = await pagesOf(await passes('daughter', 'ours'))
    const pass = codeOn(page?.fills ?? [])
    expect(pass).toMatch(/^7C:P:clinic:dmother:[a-z2-7]{16}$/)
    await county.advance(startsAt - hour / 2 - county.now())
    const now = county.now()
    const steps = [stepAt(now, { via: 'pass', pass })]
    const { results } = await county.ask('leader', 'mergeDay', { id: 'clinic', sentAt: now, steps })
    expect(results).toMatchObject([{ outcome: 'done', row: { personId: 'dmother', name: '欧阳秀兰' } }])
    expect((await county.one('signups', 'clinic_dmother')).ins).toHaveLength(1)
  })
})
