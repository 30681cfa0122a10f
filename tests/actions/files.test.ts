import { strFromU8, unzipSync } from 'fflate'
import type { FileJob } from '../../cloudfunctions/core/contract'
import type { DependentDoc } from '../../cloudfunctions/core/ports/documents'
import { readPdf, textOf } from '../domain/read-pdf'
import { County, day, minute, personDoc, personIdOf } from './county'
import { cameRow, entryOf, giveHours } from './served'

const county = new County()
let made = 0
const newKey = () => `key${++made}`
const bytesOf = async (job: FileJob) => Buffer.from(await (await fetch(job.url)).arrayBuffer())

/** The cells of the only sheet, row by row. */
function cellsOf(file: Buffer): string[][] {
  const parts = unzipSync(file)
  const text = (name: string) => strFromU8(parts[name] ?? new Uint8Array())
  const words = [...text('xl/sharedStrings.xml').matchAll(/<si>(.*?)<\/si>/gs)].map(([, inner = '']) =>
    [...inner.matchAll(/<t[^>]*>(.*?)<\/t>/gs)].map(([, said]) => said).join(''),
  )
  const sheet = [...text('xl/worksheets/sheet1.xml').matchAll(/<row[^>]*>(.*?)<\/row>/gs)].map(([, row = '']) =>
    [...row.matchAll(/<c r="([A-Z])\d+"([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)].map(([, column = '', how = '', inner = '']) => {
      const value = /<(?:v|t)[^>]*>(.*?)<\/(?:v|t)>/s.exec(inner)?.[1] ?? ''
      return [column.charCodeAt(0) - 65, /t="s"/.test(how) ? (words[Number(value)] ?? '') : value] as const
    }),
  )
  const width = sheet[0]?.length ?? 0
  return sheet.map((row) => Array.from({ length: width }, (_, at) => row.find(([column]) => column === at)?.[1] ?? ''))
}

/** Orders a roster as the leader and lets it be made. */
async function roster(id: string, kind: 'roster-xlsx' | 'roster-sheet', phones: boolean): Promise<FileJob> {
  const order = await county.ask('leader', 'orderRoster', { id, key: newKey(), kind, phones })
  return county.ask('leader', 'runFile', { id: order.id })
}

const guest = (_id: string, more: Partial<DependentDoc>): DependentDoc => ({
  ...{ _id, kind: 'guest', name: '何大姐', phone: '13900005678', born: null, communityId: 'east', keepers: [] },
  ...{ consent: null, enteredBy: 'green', claimedBy: '', createdAt: 1 },
  ...more,
})

beforeAll(async () => {
  await county.settle()
  await county.add('people', [personDoc('mother', 'east', { name: '欧阳佩文' }), personDoc('waits', 'east')])
  await county.add('dependents', [
    guest('dchild', { kind: 'child', name: '何乐', born: '2018-05', phone: '' }),
    guest('gguest', {}),
  ])
  const seat = (holders: string[]) => ({ left: 5, waiting: 0, holders, line: [] })
  const post = { kind: 'post' as const, capacity: 6, startsAt: null, endsAt: null, role: 'helper' as const, skills: '' }
  const activity = await county.activity('mixed', {
    title: '义诊：量血压/测血糖',
    capacity: 12,
    holders: ['gguest', personIdOf('mother'), 'dchild'],
    line: [personIdOf('waits')],
    taken: 3,
    units: [
      { id: 'u1', name: '量血压', ...post },
      { id: 'u2', name: '领路', ...post },
    ],
    seats: { u1: seat([personIdOf('mother'), 'dchild']), u2: seat(['gguest']) },
    questions: [{ id: 'q1', kind: 'text', label: '怎么来', options: [], required: false }],
  })
  await county.add('signups', [
    cameRow(activity, personIdOf('mother'), { unit: 'u1', answers: { q1: '=走路()' }, minutes: 90 }),
    cameRow(activity, 'dchild', { unit: 'u1', by: personIdOf('mother'), attendance: undefined, minutes: undefined }),
    cameRow(activity, 'gguest', { unit: 'u2', by: personIdOf('leader'), attendance: 'late' }),
    cameRow(activity, personIdOf('waits'), { state: 'waiting', attendance: undefined, minutes: undefined }),
  ])
}, 60_000)
afterAll(() => county.end())

describe('a roster as a spreadsheet', () => {
  test('has everyone by post, how she stands, who brought her, what she answered and how long she served', async () => {
    const job = await roster('mixed', 'roster-xlsx', true)
    expect(job).toMatchObject({ state: 'ready', done: 4, total: 4 })
    expect(job.name).toMatch(/^义诊：量血压 测血糖_\d+月\d+日_名单\.xlsx$/)
    const [head, ...rows] = cellsOf(await bytesOf(job))
    const columns = [
      '序号',
      '称呼',
      '电话',
      '身份',
      '年龄段',
      '岗位或时段',
      '谁帮着报的',
      '状态',
      '怎么来',
      '到场',
      '时长（小时）',
    ]
    expect(head).toEqual(columns)
    expect(rows).toEqual([
      ['1', '欧阳佩文', '13800001234', '本人', '', '量血压', '', '已报上', '=走路()', '来了', '1.5'],
      ['2', '何乐', '', '孩子', '14 岁以下', '量血压', '欧阳佩文', '已报上', '', '', ''],
      ['3', '何大姐', '13900005678', '代登记', '', '领路', 'leader', '已报上', '', '迟到', '1'],
      ['4', 'waits', '13800001234', '本人', '', '', '', '候补第 1 位', '', '', ''],
    ])
  })

  test('without numbers has none in it anywhere', async () => {
    const file = await bytesOf(await roster('mixed', 'roster-xlsx', false))
    const whole = Object.values(unzipSync(file)).map((part) => strFromU8(part))
    expect(whole.join('')).not.toMatch(/1[39]\d{9}/)
    expect(cellsOf(file)[0]).not.toContain('电话')
  })

  test('each export is noted, with whether it had numbers', async () => {
    const count = async () => (await county.find('audit', { about: 'mixed', action: 'file.roster' })).length
    const before = await count()
    const key = newKey()
    const order = { id: 'mixed', key, kind: 'roster-xlsx' as const, phones: true }
    const { id } = await county.ask('staff', 'orderRoster', order)
    await county.ask('staff', 'orderRoster', order)
    const notes = await county.find('audit', { about: 'mixed', action: 'file.roster' })
    expect(await count()).toBe(before + 1)
    const note = notes.find((each) => each._id.endsWith(id))
    expect(note).toMatchObject({ by: personIdOf('staff'), changed: ['roster-xlsx', 'phones'] })
  })

  test('of two thousand is made page by page, whole', async () => {
    const people = Array.from({ length: 2000 }, (_, n) => personDoc(`many${n}`, 'east'))
    await county.add('people', people)
    const holders = people.map((person) => person._id)
    const activity = await county.activity('many', { capacity: 2000, holders, taken: 2000, seatsLeft: 0 })
    await county.add(
      'signups',
      holders.map((personId) => cameRow(activity, personId)),
    )
    const rows = cellsOf(await bytesOf(await roster('many', 'roster-xlsx', true)))
    expect(rows).toHaveLength(2001)
    expect(new Set(rows.map((row) => row[1])).size).toBe(2001)
    const { pages } = readPdf(await bytesOf(await roster('many', 'roster-sheet', true)))
    expect(pages).toHaveLength(Math.ceil(2000 / 22))
  }, 120_000)
})

describe('a roster on paper', () => {
  test('has names, numbers, posts, and who waits', async () => {
    const job = await roster('mixed', 'roster-sheet', true)
    expect(job.name).toMatch(/签到单\.pdf$/)
    const [page] = readPdf(await bytesOf(job)).pages
    const asked = [
      '义诊：量血压/测血糖',
      '东院',
      '欧阳佩文',
      '13800001234',
      '量血压',
      '何大姐',
      '候补第 1 位',
      '共 4 位',
    ]
    for (const words of asked) expect(textOf(page)).toContain(words)
  })

  test('without numbers has none', async () => {
    const [page] = readPdf(await bytesOf(await roster('mixed', 'roster-sheet', false))).pages
    expect(textOf(page)).not.toMatch(/1[39]\d{9}/)
  })
})

describe('a certificate as a file', () => {
  test('carries its number, its square code and what it proves, for her alone', async () => {
    await county.residents(['helper'])
    await giveHours(county, 'helper', [entryOf('a', '2026-03-02', 90)])
    const days = { from: '2026-01-01', to: '2026-12-31' }
    const certificate = await county.ask('helper', 'issueCertificate', { key: 'k', ...days })
    const order = await county.ask('helper', 'orderCertificate', { id: certificate.id, key: newKey() })
    const job = await county.ask('helper', 'runFile', { id: order.id })
    const [page] = readPdf(await bytesOf(job)).pages
    const asked = [
      '志愿服务记录证明',
      certificate.number,
      certificate.code,
      '清扫 a',
      '1.5',
      '柳湾社区',
      '0555-1234567',
    ]
    for (const words of asked) expect(textOf(page)).toContain(words)
    expect(page?.pictures).toBe(1)
    const foreign = { id: certificate.id, key: newKey() }
    expect(await county.refusalOf('resident', 'orderCertificate', foreign)).toBe('access.gone')
  })
})

describe('an order', () => {
  const order = (key = newKey(), openid = 'leader') =>
    county.ask(openid, 'orderRoster', { id: 'mixed', key, kind: 'roster-xlsx', phones: false })

  test('of an activity nobody signed up for is refused', async () => {
    await county.activity('empty')
    const input = { id: 'empty', key: newKey(), kind: 'roster-xlsx' as const, phones: false }
    expect(await county.refusalOf('leader', 'orderRoster', input)).toBe('file.nobody')
  })

  test('with the same key is one order', async () => {
    expect((await order('same')).id).toBe((await order('same')).id)
  })

  test('is nobody else’s to see or to run', async () => {
    const { id } = await order()
    for (const key of ['fileState', 'runFile'] as const) {
      expect(await county.refusalOf('staff', key, { id })).toBe('access.gone')
    }
  })

  test('run five times at once makes one file, in one attempt', async () => {
    const { id } = await order()
    const jobs = await Promise.all(Array.from({ length: 5 }, () => county.ask('leader', 'runFile', { id })))
    expect(jobs.filter((job) => job.state === 'ready').length).toBeGreaterThanOrEqual(1)
    expect((await county.one('files', id)).attempts).toBe(1)
    expect(await county.ask('leader', 'fileState', { id })).toMatchObject({ state: 'ready' })
  })

  const writes = [1, 2, 3, 4]
  test.each(writes)('killed after write %i is made all the same once its claim ran out', async (n) => {
    const { id } = await order()
    await county.call('leader', 'runFile', { id }, n).catch(() => null)
    await county.advance(2 * minute)
    await county.makeLeftFiles()
    const job = await county.ask('leader', 'fileState', { id })
    expect(job).toMatchObject({ state: 'ready', done: 4, total: 4 })
    expect(cellsOf(await bytesOf(job))).toHaveLength(5)
  })

  test('left lying by the phone is made by the clock, a fresh one is not', async () => {
    const { id } = await order()
    await county.makeLeftFiles()
    expect((await county.ask('leader', 'fileState', { id })).state).toBe('queued')
    await county.advance(2 * minute)
    await county.makeLeftFiles()
    expect((await county.ask('leader', 'fileState', { id })).state).toBe('ready')
  })

  test('a phone cannot play the clock', async () => {
    const { id } = await order()
    await county.advance(2 * minute)
    const reply = await county.toJobs('stranger', { Type: 'timer', TriggerName: 'every-minute' })
    expect(reply).toMatchObject({ ok: false })
    expect((await county.ask('leader', 'fileState', { id })).state).toBe('queued')
  })

  test('of somebody who no longer runs the team is not made, and what was made is closed to her', async () => {
    await county.add('people', [personDoc('lapsing', 'east', { staffOf: ['east'] })])
    const [ready, waiting] = [await order(newKey(), 'lapsing'), await order(newKey(), 'lapsing')]
    const { url } = await county.ask('lapsing', 'runFile', { id: ready.id })
    expect(url).not.toBe('')
    await county.set('people', personIdOf('lapsing'), { staffOf: [] })
    expect(await county.ask('lapsing', 'fileState', { id: ready.id })).toMatchObject({ state: 'expired', url: '' })
    expect(await county.ask('lapsing', 'runFile', { id: waiting.id })).toMatchObject({ state: 'failed', url: '' })
  })

  test('is gone after a day: state, address and file', async () => {
    const { id } = await order()
    const job = await county.ask('leader', 'runFile', { id })
    const { fileId } = await county.one('files', id)
    expect((await fetch(job.url)).status).toBe(200)
    expect(await county.hasFile(fileId)).toBe(true)
    await county.advance(day + minute)
    expect(await county.ask('leader', 'fileState', { id })).toMatchObject({ state: 'expired', url: '' })
    expect((await fetch(job.url)).status).toBe(403)
    await county.round()
    expect(await county.hasFile(fileId)).toBe(false)
    expect((await county.one('files', id)).state).toBe('expired')
    expect(await county.ask('leader', 'runFile', { id })).toMatchObject({ state: 'expired' })
  })

  test('killed after keeping the file and before noting its id leaves no file behind', async () => {
    const { id } = await order()
    await county.ask('leader', 'runFile', { id })
    const { fileId } = await county.one('files', id)
    await county.set('files', id, { state: 'running', fileId: '', attempts: 4 })
    await county.advance(day + 2 * minute)
    await county.round()
    expect(await county.hasFile(fileId)).toBe(false)
    expect((await county.one('files', id)).state).toBe('expired')
  })
})

describe('the function for heavy work', () => {
  test.each([null, 'x', {}, { action: 'people.me', input: {} }, { MsgType: 'event' }, { Type: 'timer' }])(
    'answers %j of a phone with a value, and does nothing',
    async (event) => {
      expect(await county.toJobs('stranger', event)).toMatchObject({ ok: false, fault: { kind: 'bad_input' } })
    },
  )
})
