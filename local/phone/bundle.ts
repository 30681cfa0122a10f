import { readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const here = path.dirname(fileURLToPath(import.meta.url))

/** The phone's own files, by the path they are served at. */
export type Assets = Record<string, { type: string; body: string }>

async function bundle(entry: string): Promise<string> {
  const result = await build({
    entryPoints: [path.join(here, entry)],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'chrome110',
    charset: 'utf8',
    loader: { '.css': 'text' },
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'silent',
  })
  return result.outputFiles[0]?.text ?? ''
}

/** Bundles the phone's and the shell's scripts and reads their pages and styles. */
export async function phoneAssets(): Promise<Assets> {
  const read = (file: string) => readFileSync(path.join(here, 'shell', file), 'utf8')
  const [phone, shell] = await Promise.all([bundle('runtime/main.ts'), bundle('shell/main.ts')])
  return {
    '/': { type: 'text/html', body: read('index.html') },
    '/phone': { type: 'text/html', body: read('phone.html') },
    '/phone.css': {
      type: 'text/css',
      body: ['phone.css', 'popups.css', 'device.css', 'chats.css'].map(read).join('\n'),
    },
    '/shell.css': { type: 'text/css', body: read('shell.css') },
    '/phone.js': { type: 'text/javascript', body: phone },
    '/shell.js': { type: 'text/javascript', body: shell },
  }
}
