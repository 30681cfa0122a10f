// Services are data: their lists are as their folders say, each is short and whole, and a new one is one file.
import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { caseServices } from '../../cloudfunctions/core/services/cases'
import { projectKinds } from '../../cloudfunctions/core/services/projects'

const root = path.resolve(__dirname, '../..')
const services = path.join(root, 'cloudfunctions/core/services')
const idsIn = (folder: string) =>
  readdirSync(path.join(services, folder))
    .filter((file) => file !== 'index.ts')
    .map((file) => file.replace(/\.ts$/, ''))
    .sort()

/** Runs the lists and the build of the functions in a copy of the repository; answers the bundle of `cases`. */
function builtWith(files: Record<string, string>): string {
  const copy = mkdtempSync(path.join(os.tmpdir(), 'services-'))
  try {
    for (const part of ['cloudfunctions', 'config', 'package.json', 'package-lock.json', 'tsconfig.json'])
      cpSync(path.join(root, part), path.join(copy, part), { recursive: true })
    symlinkSync(path.join(root, 'node_modules'), path.join(copy, 'node_modules'))
    for (const [file, text] of Object.entries(files))
      writeFileSync(path.join(copy, 'cloudfunctions/core/services', file), text)
    execFileSync(process.execPath, ['config/build-functions.mjs'], { cwd: copy })
    return readFileSync(path.join(copy, 'dist/cloudfunctions/cases/index.js'), 'utf8')
  } finally {
    rmSync(copy, { recursive: true, force: true })
  }
}

const lostCat = `import type { CaseService } from '../case-service'

export const lostCat: CaseService = {
  id: 'lost-cat',
  order: 8,
  name: '找猫找狗',
  line: '走丢了，请邻居们留意',
  colour: 'green',
  submit: '请邻居留意',
  asks: '它长什么样，在哪儿走丢的',
  example: '橘色的小猫，昨晚在花园边不见了。',
  seenBy: 'neighbours',
  where: 'spot',
  topics: [],
  questions: [],
  ways: ['volunteers', 'ourselves'],
  first: 'volunteers',
  level: 'compound',
  helpers: 1,
  takeUp: '24h',
  clock: '7d',
  counts: 'opinion',
  words: { closed: '找到了' },
}
`

describe('services', () => {
  test.each([
    ['cases', caseServices],
    ['projects', projectKinds],
  ])('the list of %s is as its folder says, each under the name of its file', (folder, listed) => {
    expect(listed.map(({ id }) => id).sort()).toEqual(idsIn(folder))
  })

  test('the written lists are up to date', () => {
    const before = ['cases', 'projects'].map((folder) => readFileSync(path.join(services, folder, 'index.ts'), 'utf8'))
    for (const [n, folder] of ['cases', 'projects'].entries()) {
      const imported = [...(before[n] ?? '').matchAll(/from '\.\/([\w-]+)'/g)].map((found) => found[1])
      expect(imported).toEqual(idsIn(folder))
    }
  })

  test.each(caseServices.map((service) => [service.id, service] as const))('%s is short, and whole', (id, service) => {
    expect(readFileSync(path.join(services, 'cases', `${id}.ts`), 'utf8').split('\n').length).toBeLessThanOrEqual(61)
    for (const words of [service.name, service.line, service.submit, service.asks, service.example]) {
      expect(words).toMatch(/[\u3400-\u9fff]/)
      expect(words).not.toMatch(/[!！]/)
    }
    // Whoever has it next has a way to go on with it.
    expect(service.ways.length).toBeGreaterThan(0)
    expect(new Set(service.topics.map((topic) => topic.id)).size).toBe(service.topics.length)
    if (service.first === 'professional') expect(service.professional).toBeDefined()
    if (service.seenBy === 'parties') expect(service.first).toBe('professional')
    if (service.first === 'volunteers') expect(service.ways).toContain('volunteers')
  })

  test('a new case-type service is one file', () => {
    expect(builtWith({})).not.toContain('找猫找狗')
    expect(builtWith({ 'cases/lost-cat.ts': lostCat })).toContain('找猫找狗')
  }, 120_000)

  test('no mechanism names a service', () => {
    // A whistle is a way as well, an order a kind of figure, and mediation a kind of partner.
    const alsoWords = ['whistle', 'order', 'mediation']
    const ids = caseServices.flatMap(({ id, name }) => [name, ...(alsoWords.includes(id) ? [] : [id])])
    const rooms = ['domain', 'actions'].map((room) => path.join(root, 'cloudfunctions/core', room))
    const named = rooms.flatMap((room) =>
      readdirSync(room)
        .filter((file) => file.startsWith('case') || file.startsWith('project'))
        .filter((file) => {
          const text = readFileSync(path.join(room, file), 'utf8')
          return ids.some((id) => new RegExp(`['"]${id}['"]`).test(text))
        }),
    )
    expect(named).toEqual([])
  })
})
