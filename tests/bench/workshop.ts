import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

const root = path.resolve(__dirname, '../..')

/** The repository, and a folder of this run alone with copies of what is measured. */
export interface Workshop {
  root: string
  folder: string
  /** The compiled mini-program. */
  weapp: string
  /** The bundled functions as deployed, and `bare` beside them on the same SDK file. */
  functions: string
  close(): void
}

/** Copies what is measured, so that a build meanwhile changes nothing. */
export function openWorkshop(): Workshop {
  const folder = mkdtempSync(path.join(tmpdir(), 'dandelion-bench-'))
  const functions = path.join(folder, 'functions')
  const weapp = path.join(folder, 'weapp')
  cpSync(path.join(root, 'dist/weapp'), weapp, { recursive: true })
  cpSync(path.join(root, 'dist/cloudfunctions'), functions, { recursive: true })
  cpSync(path.join(__dirname, 'fixtures/bare'), path.join(functions, 'bare'), { recursive: true })
  cpSync(path.join(functions, 'api/wx-server-sdk.js'), path.join(functions, 'bare/wx-server-sdk.js'))
  return {
    root,
    folder,
    weapp,
    functions,
    close: () => rmSync(folder, { recursive: true, force: true }),
  }
}
