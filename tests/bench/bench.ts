import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { measureCases } from './cases'
import { measureCheckIns } from './check-ins'
import { measureSizes } from './bundle-sizes'
import { measureColdStart } from './cold-start'
import { rewriteDocument, surroundings } from './document'
import { measureFiles } from './files'
import { measureFlash, measureLoad } from './load'
import { markdown, type Measured, type Progress } from './measured'
import { measureOpening } from './opening'
import { measurePages } from './pages'
import { measureReads } from './reads'
import { measureSignUps } from './sign-ups'
import { openWorkshop, type Workshop } from './workshop'

type Part = (workshop: Workshop, say: Progress) => Measured | Promise<Measured>

/** The parts by name, in the order they run: what is sensitive to a busy machine first. */
const parts: Readonly<Record<string, Part>> = {
  'cold-start': measureColdStart,
  'sign-ups': measureSignUps,
  'check-ins': measureCheckIns,
  reads: measureReads,
  cases: measureCases,
  files: measureFiles,
  opening: measureOpening,
  sizes: measureSizes,
  pages: measurePages,
}

/** Run only when they are named: minutes long, and written up in docs/reliability.md by hand. */
const apart: Readonly<Record<string, Part>> = { load: measureLoad, flash: measureFlash }

/** Measures the named parts, or all and then rewrites docs/bench.md; answers the exit code, 1 when a budget is broken. */
export async function runBench(wanted: readonly string[]): Promise<number> {
  const names = Object.keys({ ...parts, ...apart })
  const unknown = wanted.filter((name) => !names.includes(name))
  if (unknown.length > 0) {
    console.error(`Unknown part ${unknown.join(', ')}; there are ${names.join(', ')}.`)
    return 1
  }
  const where = surroundings()
  const began = Date.now()
  const found: Record<string, Measured> = {}
  const workshop = openWorkshop()
  try {
    for (const [name, measure] of Object.entries(wanted.length > 0 ? { ...parts, ...apart } : parts)) {
      if (wanted.length > 0 && !wanted.includes(name)) continue
      console.log(`\n${name} …`)
      const measured = await measure(workshop, (doing) => console.log(`  ${doing}`))
      found[name] = measured
      console.log(`\n${markdown(measured.table)}`)
    }
  } finally {
    workshop.close()
  }
  await keep(workshop.root, where, found, wanted.length === 0)
  const broken = Object.values(found).flatMap((each) => each.broken)
  console.log(`\n${((Date.now() - began) / 1000).toFixed(0)} s; figures in dist/bench.json`)
  for (const sentence of broken) console.log(`✗ ${sentence}`)
  if (broken.length === 0) console.log('✓ every budget holds')
  return broken.length === 0 ? 0 : 1
}

async function keep(root: string, where: string, found: Record<string, Measured>, isWhole: boolean): Promise<void> {
  const figures = Object.fromEntries(
    Object.entries(found).map(([name, { figures, broken }]) => [name, { figures, broken }]),
  )
  mkdirSync(path.join(root, 'dist'), { recursive: true })
  writeFileSync(path.join(root, 'dist/bench.json'), `${JSON.stringify({ where, ...figures }, null, 2)}\n`)
  if (!isWhole) return
  const tables = Object.fromEntries(Object.entries(found).map(([name, { table }]) => [name, table]))
  await rewriteDocument(path.join(root, 'docs/bench.md'), { where: `Measured ${where}.`, ...tables })
}
