// A new kind of thing to ask for is one file, and one file less is one kind less: shown on a copy of the checkout, in which
// nothing else is touched, with its functions built there and run on a local cloud.
import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Move } from '../../cloudfunctions/core/contract'
import type { CaseService } from '../../cloudfunctions/core/services/case-service'
import { asks, moves, nextKey, settleCases, toldOf, wishOf } from './cases'
import { County, personIdOf } from './county'

const root = path.resolve(__dirname, '../..')
const cases = 'cloudfunctions/core/services/cases'

/** Snow before the door: what a community might think of in a winter. */
const snow: CaseService = {
  ...{ id: 'snow', order: 8, name: '扫雪', line: '门前、坡道的雪，一起扫开', colour: 'green' },
  ...{ submit: '请人扫雪', asks: '哪里的雪', example: '3 号楼坡道结冰了，轮椅下不来。' },
  ...{ seenBy: 'neighbours', where: 'spot', ways: ['ourselves', 'whistle', 'volunteers'], first: 'desk' },
  topics: [
    { id: 'ramp', word: '坡道', clock: '24h' },
    { id: 'door', word: '门前' },
  ],
  questions: [{ id: 'deep', kind: 'choice', label: '雪有多厚', options: ['薄薄一层', '没过鞋面'], required: true }],
  ...{ level: 'compound', helpers: 2, takeUp: '2h', clock: '7d', needsAfterPicture: true, counts: 'opinion' },
  words: { closed: '雪扫开了', doing: '正在扫', resolved: '扫开了，等您走走看' },
}

const checkout = mkdtempSync(path.join(tmpdir(), 'dandelion-service-'))
const county = new County(['--no-fsync', '--functions', path.join(checkout, 'dist/cloudfunctions')])

beforeAll(async () => {
  for (const part of ['cloudfunctions', 'config', 'tsconfig.json', 'package.json', 'package-lock.json'])
    cpSync(path.join(root, part), path.join(checkout, part), { recursive: true })
  symlinkSync(path.join(root, 'node_modules'), path.join(checkout, 'node_modules'), 'dir')
  const file = `import type { CaseService } from '../case-service'\n\nexport const snow: CaseService = ${JSON.stringify(snow)}\n`
  writeFileSync(path.join(checkout, cases, 'snow.ts'), file)
  rmSync(path.join(checkout, cases, 'errand.ts'))
  execFileSync(process.execPath, ['config/build-functions.mjs'], { cwd: checkout })
  await settleCases(county)
}, 180_000)
afterAll(async () => {
  await county.end()
  rmSync(checkout, { recursive: true, force: true })
})

const asked = { service: 'snow', topic: 'ramp', words: '坡道结冰了，轮椅下不来', answers: { deep: '没过鞋面' } }

describe('one file more', () => {
  test('is a kind that can be asked for, dispatched, accepted, resolved, confirmed, and counted', async () => {
    const id = await asks(county, 'resident', asked)
    await county.ask('neighbour', 'followCase', { id, on: true })
    await moves(county, 'grid', id, { move: 'dispatch', units: ['power'], people: {}, clock: null, words: '' })
    const taken = await moves(county, 'power', id, { move: 'accept', unit: 'power', words: '' })
    expect(taken).toMatchObject({ service: 'snow', state: 'doing', place: '柳荫里 3 号楼后面' })
    const after = await county.keepFile(`cases/${personIdOf('power')}/after.jpg`, 'a swept ramp')
    await moves(county, 'power', id, { move: 'resolve', words: '撒了盐，扫开了', pictures: [after] })
    expect(await toldOf(county, 'resident', id)).toContain('「坡道结冰了，轮椅下不来」扫开了，等您走走看')
    const done = await moves(county, 'resident', id, { move: 'confirm', stars: 5, words: '' })
    expect(done).toMatchObject({ state: 'closed', outcome: 'done', stars: 5 })
    expect(await toldOf(county, 'neighbour', id)).toContain('「坡道结冰了，轮椅下不来」办成了')
    const where = { communityId: 'east', which: 'done', service: 'snow' } as const
    expect((await county.ask('neighbour', 'listCases', where)).items.map((card) => card.id)).toEqual([id])
    const { total } = await county.ask('resident', 'caseFigures', {
      communityId: 'east',
      year: county.year(),
    })
    expect(total).toMatchObject({ asked: 1, solved: 1, stars: 5, scored: 1 })
  })

  test('keeps what its own data says: its questions, its clocks, its helpers, its picture', async () => {
    const ask = (more: Partial<ReturnType<typeof wishOf>>) =>
      county.refusalOf('resident', 'askCase', { ...wishOf(), ...asked, key: nextKey(), ...more })
    expect(await ask({ answers: {} })).toBe('case.answers_missing')
    expect(await ask({ topic: 'lift' })).toBe('case.topic_needed')
    const id = await asks(county, 'resident', asked)
    expect(await county.one('cases', id)).toMatchObject({ clock: '2h', level: 'compound', doClock: '24h' })
    await moves(county, 'grid', id, { move: 'offer', words: '' })
    expect(await moves(county, 'helper1', id, { move: 'take' })).toMatchObject({
      state: 'open',
      seats: { left: 1, of: 2 },
    })
    expect((await moves(county, 'helper2', id, { move: 'take' })).state).toBe('doing')
    const unseen: Move = { move: 'resolve', words: '扫好了', pictures: [] }
    expect(await county.refusalOf('helper1', 'moveCase', { id, key: nextKey(), move: unseen })).toBe(
      'case.picture_needed',
    )
  })
})

describe('one file less', () => {
  test('is a kind that nobody can ask for or write down any more, while the others stay as they are', async () => {
    const errand = { ...wishOf(), service: 'errand', topic: 'food', goods: [{ what: '一斤鸡蛋', fen: null }] }
    expect(await county.refusalOf('resident', 'askCase', errand)).toBe('case.no_service')
    const { forId: _, isAnonymous: __, ...written } = errand
    const entered = { ...written, key: nextKey(), caller: { name: '何玉珍', phone: '' } }
    expect(await county.refusalOf('staff', 'enterCase', entered)).toBe('case.no_service')
    expect(await county.refusalOf('resident', 'askCase', wishOf({ topic: 'around' }))).toBe('')
  })

  test('is missed by nothing: only the list that is written before every build brings a kind in by its file', () => {
    const kinds = readdirSync(path.join(root, cases)).map((file) => file.replace('.ts', ''))
    const brought = ['src', 'cloudfunctions'].flatMap((room) =>
      readdirSync(path.join(root, room), { recursive: true, encoding: 'utf8' })
        .filter((file) => /\.tsx?$/.test(file) && !path.join(room, file).startsWith(cases))
        .flatMap((file) => readFileSync(path.join(root, room, file), 'utf8').match(/services\/cases\/[\w-]+/g) ?? []),
    )
    expect(brought.filter((from) => kinds.includes(path.basename(from)))).toEqual([])
  })
})
