import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { lockFolder } from '../../local/cloud/store/folder-lock'
import { freshFolder, removeFolders } from './launch'

afterAll(removeFolders)

test('a folder in use is refused with a sentence that names the process, and free again afterwards', () => {
  const folder = freshFolder()
  const unlock = lockFolder(folder)
  expect(() => lockFolder(folder)).toThrow(
    `The data folder ${folder} is in use by process ${process.pid}; stop it first or choose another folder.`,
  )
  unlock()
  lockFolder(folder)()
  expect(readdirSync(folder)).toEqual([])
})

test('the lock of another living process is respected', () => {
  const folder = freshFolder()
  const parent = process.ppid
  const stat = readFileSync(`/proc/${parent}/stat`, 'utf8')
  const start = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]
  writeFileSync(join(folder, 'lock'), `${parent} ${start}`)
  expect(() => lockFolder(folder)).toThrow(`is in use by process ${parent}`)
  expect(readFileSync(join(folder, 'lock'), 'utf8')).toBe(`${parent} ${start}`)
})

test.each([
  ['of a dead process', () => `${spawnSync(process.execPath, ['-e', '']).pid} 1`],
  ['of a process whose number somebody else has now', () => `${process.ppid} 1`],
  ['of this very number, from before a restart of the machine', () => `${process.pid} 1`],
  ['that says nothing', () => ''],
  ['that says nonsense', () => 'nonsense 0 -1'],
])('a lock %s is not in the way', (_, text) => {
  const folder = freshFolder()
  writeFileSync(join(folder, 'lock'), text())
  const unlock = lockFolder(folder)
  expect(readFileSync(join(folder, 'lock'), 'utf8')).toMatch(new RegExp(`^${process.pid} \\d+$`))
  expect(() => lockFolder(folder)).toThrow('is in use')
  unlock()
  expect(readdirSync(folder)).toEqual([])
})
