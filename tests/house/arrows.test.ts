// The arrows of the house: which room may import which. A new room has to be named here.
import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'

const root = path.resolve(__dirname, '../..')

/** Every source file below a folder, relative to the repository. */
function sources(folder: string): string[] {
  return readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(folder, entry.name)
    if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : sources(file)
    return /\.(ts|tsx|mjs|cjs|js)$/.test(entry.name) ? [file] : []
  })
}

/** What a file imports: repository paths for our own modules, package names for others. */
function imports(file: string): string[] {
  const text = readFileSync(path.join(root, file), 'utf8')
  const found = [...text.matchAll(/(?:from|import|require\(|import\()\s*['"]([^'"]+)['"]/g)].map(
    (match) => match[1] ?? '',
  )
  return found.map((name) => {
    if (name.startsWith('@core/')) return `cloudfunctions/core/${name.slice('@core/'.length)}`
    if (name.startsWith('@/')) return `src/${name.slice(2)}`
    return name.startsWith('.') ? path.join(path.dirname(file), name) : name
  })
}

const core = 'cloudfunctions/core/'
/** Room → what of ours it may import, beside itself. The first matching room counts. */
const rooms: [room: string, mayImport: string[]][] = [
  [`${core}contract`, []],
  [`${core}domain`, [`${core}contract`]],
  [`${core}services`, [`${core}contract`]],
  [`${core}ports`, [`${core}contract`]],
  [`${core}actions`, [`${core}contract`, `${core}domain`, `${core}services`, `${core}ports`]],
  ['cloudfunctions/api', [`${core}actions`]],
  ['cloudfunctions/timer', [`${core}actions`]],
  ['cloudfunctions/jobs', [`${core}actions`]],
  ['cloudfunctions/cases', [`${core}actions`]],
  ['src/ui', []],
  ['src/polyfill', []],
  ['src/device', ['src/ui', `${core}contract`]],
  ['src/client', ['src/device', `${core}contract`]],
  ['src/parts', ['src/ui', 'src/device', 'src/client', `${core}contract`, `${core}domain`, `${core}services`]],
  ['src', ['src', `${core}contract`, `${core}domain`, `${core}services`]],
  // The local cloud stands in for WeChat's cloud for anybody: it could move to a repository of its own.
  ['local/cloud', []],
  [
    'local',
    [
      'local',
      'config',
      `${core}contract`,
      `${core}domain`,
      `${core}services`,
      `${core}ports/collections`,
      `${core}ports/documents`,
    ],
  ],
]

const ours = (name: string) => /^(src|cloudfunctions|local|config|tests)(\/|$)/.test(name)
const inRoom = (file: string, room: string) =>
  file === room || file.startsWith(`${room}/`) || file.startsWith(`${room}.`)
const files = ['src', 'cloudfunctions', 'local'].flatMap(sources)

/** Imports of files below `from` that match, as `file → import`. */
function uses(from: (file: string) => boolean, matches: (name: string) => boolean): string[] {
  return files.filter(from).flatMap((file) =>
    imports(file)
      .filter(matches)
      .map((name) => `${file} → ${name}`),
  )
}

describe('the arrows of the house', () => {
  test.each(files.map((file) => [file]))('%s imports only what its room may', (file) => {
    const [room, mayImport] = rooms.find(([name]) => inRoom(file, name)) ?? ['', []]
    expect(room).not.toBe('')
    const broken = imports(file).filter(
      (name) => ours(name) && !inRoom(name, room) && !mayImport.some((other) => inRoom(name, other)),
    )
    expect(broken).toEqual([])
  })

  test('only ports import wx-server-sdk', () => {
    const elsewhere = uses(
      (file) => !file.startsWith(`${core}ports`) && !file.startsWith('local'),
      (name) => name === 'wx-server-sdk',
    )
    expect(elsewhere).toEqual([])
  })

  test('the local cloud knows no project: node, three packages, its own files and none of our words', () => {
    const inCloud = (file: string) => file.startsWith('local/cloud/')
    const allowed = /^(node:|local\/cloud\/|(mingo|protobufjs|uqr)(\/|$))/
    // A sentence in a comment may look like an import; no package has a space in its name.
    expect(uses(inCloud, (name) => !allowed.test(name) && !name.includes(' '))).toEqual([])
    const ourWords = /dandelion|蒲公英|志愿|county|cloudfunctions\/|\bjobs\b|sign-?up/i
    const naming = files.filter(inCloud).filter((file) => ourWords.test(readFileSync(path.join(root, file), 'utf8')))
    expect(naming).toEqual([])
  })

  test('rules are pure: domain names no clock, chance or I/O', () => {
    const impure = sources(`${core}domain`).filter((file) =>
      /\b(Date\.now|Math\.random|new Date\(\)|dayjs\(\)|async |await |console\.|process\.)/.test(
        readFileSync(path.join(root, file), 'utf8'),
      ),
    )
    expect(impure).toEqual([])
  })

  test('only client calls the cloud', () => {
    const callers = sources('src').filter(
      (file) =>
        !file.startsWith('src/client') && /\.cloud\b|callFunction/.test(readFileSync(path.join(root, file), 'utf8')),
    )
    expect(callers).toEqual([])
  })

  test('only device and client use the Taro and wx APIs', () => {
    const hooks = /import (type )?\{[^}]*\} from '@tarojs\/taro'/
    const callers = sources('src').filter((file) => {
      if (/^src\/(device|client)\//.test(file)) return false
      const text = readFileSync(path.join(root, file), 'utf8')
      return /\bwx\.|\bTaro\./.test(text) || (text.includes("from '@tarojs/taro'") && !hooks.test(text))
    })
    expect(callers).toEqual([])
  })
})
