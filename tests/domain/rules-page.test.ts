// The pages of rules and the tests say the same sentences.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

const root = path.resolve(__dirname, '../..')
const tests = ['tests/domain', 'tests/actions']
  .flatMap((folder) => readdirSync(path.join(root, folder)).map((file) => path.join(root, folder, file)))
  .filter((file) => file.endsWith('.test.ts') && file !== __filename)
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n')

/** The first cell of every row of every table on a page. */
const sentencesOf = (name: string) =>
  [...readFileSync(path.join(root, 'docs', name), 'utf8').matchAll(/^\| ([^|]+)\|/gm)]
    .map((row) => (row[1] ?? '').trim())
    .filter((each) => each !== 'sentence' && !each.startsWith('---'))

describe.each([
  'rules-signup.md',
  'rules-hours.md',
  'rules-reach.md',
  'rules-card.md',
  'rules-case.md',
  'rules-privacy.md',
])('%s', (page) => {
  const sentences = sentencesOf(page)

  test('holds sentences at all', () => {
    expect(sentences.length).toBeGreaterThan(10)
  })

  test.each(sentences)('“%s” is a test', (sentence) => {
    expect(tests).toContain(sentence)
  })
})
