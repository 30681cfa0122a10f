import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'

test('a place in the bundle of a function, as its log names it, is found in the sources', () => {
  const words = 'the seats kept changing'
  const before = readFileSync('dist/cloudfunctions/api/index.js', 'utf8').split(words)[0]?.split('\n') ?? []
  const place = `${before.length}:${(before.at(-1) ?? '').length + 1}`
  const said = execFileSync(process.execPath, ['config/where.mjs', 'api', place], { encoding: 'utf8' })
  const [file = '', line] = (said.trim().split(/\s+/)[1] ?? '').split(':')
  expect(file).toBe(path.join('cloudfunctions', 'core', 'actions', 'taking.ts'))
  expect(readFileSync(file, 'utf8').split('\n')[Number(line) - 1]).toContain(words)
})
