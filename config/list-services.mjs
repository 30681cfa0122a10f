// Writes the lists of services/cases and services/projects from the files that lie there, so that a service is one file.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { root } from './install.mjs'

const services = path.join(root, 'cloudfunctions/core/services')

const lists = [
  {
    folder: 'cases',
    type: 'CaseService',
    from: '../case-service',
    all: 'caseServices',
    allSays: 'Every kind of thing that can be asked for, in the order in which they stand.',
    one: 'serviceOf',
    oneSays: 'The service of that name; undefined where there is none.',
    sorted: '.sort((one, other) => one.order - other.order)',
  },
  {
    folder: 'projects',
    type: 'ProjectKind',
    from: '../project-kind',
    all: 'projectKinds',
    allSays: 'Every kind of standing project that a team can put on the menu.',
    one: 'projectKindOf',
    oneSays: 'The kind of that name; undefined where there is none.',
    sorted: '',
  },
]

const nameIn = (file) => file.replace(/-(\w)/g, (_, letter) => letter.toUpperCase())

function written({ folder, type, from, all, allSays, one, oneSays, sorted }) {
  const files = readdirSync(path.join(services, folder))
    .filter((file) => file.endsWith('.ts') && file !== 'index.ts')
    .map((file) => file.slice(0, -'.ts'.length))
    .sort()
  const imports = files.map((file) => `import { ${nameIn(file)} } from './${file}'\n`)
  const entries = files.map((file) => `  ${nameIn(file)},\n`)
  return `// Written by config/list-services.mjs from the files beside it, before every build; add or remove a file instead.
import type { ${type} } from '${from}'
${imports.join('')}
// prettier-ignore
const listed: ${type}[] = [
${entries.join('')}]

/** ${allSays} */
export const ${all}: readonly ${type}[] = listed${sorted}

/** ${oneSays} */
export const ${one} = (id: string): ${type} | undefined => ${all}.find((each) => each.id === id)
`
}

/** Writes each list that is not as its folder says; answers the folders of those. */
export function listServices() {
  return lists.flatMap((list) => {
    const file = path.join(services, list.folder, 'index.ts')
    const text = written(list)
    let before = ''
    try {
      before = readFileSync(file, 'utf8')
    } catch {
      // A folder without a list gets its first.
    }
    if (before === text) return []
    writeFileSync(file, text)
    return [list.folder]
  })
}

if (process.argv[1] === fileURLToPath(import.meta.url)) listServices()
