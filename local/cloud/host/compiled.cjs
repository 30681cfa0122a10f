'use strict'
// Loads the files of a function as `require` does, but with what V8 made of them in an earlier instance: a cold start then
// costs half. Changes nothing of what runs.
const Module = require('node:module')
const { readFileSync } = require('node:fs')
const { dirname, sep } = require('node:path')
const { Script, constants } = require('node:vm')

const scripts = new Map()

/** From now on files in this folder are loaded with what was compiled before, a Map of bytes by file, where it fits. */
function loadCompiled(folder, compiled) {
  const usual = Module._extensions['.js']
  Module._extensions['.js'] = (module, filename) => {
    if (!filename.startsWith(folder + sep)) return usual(module, filename)
    const code = compiled?.get(filename)
    const script = new Script(Module.wrap(readFileSync(filename, 'utf8')), {
      filename,
      // Places in the first line of a file are those of the file, without what it is wrapped in.
      columnOffset: -Module.wrapper[0].length,
      cachedData: code && Buffer.from(code),
      importModuleDynamically: constants?.USE_MAIN_CONTEXT_DEFAULT_LOADER,
    })
    scripts.set(filename, script)
    const run = script.runInThisContext()
    run.call(module.exports, module.exports, Module.createRequire(filename), module, filename, dirname(filename))
  }
}

/** What was compiled up to now, for the instances to come. */
function compiledNow() {
  const shared = ([file, script]) => {
    const code = script.createCachedData()
    const bytes = new Uint8Array(new SharedArrayBuffer(code.length))
    bytes.set(code)
    return [file, bytes.buffer]
  }
  return new Map([...scripts].map(shared))
}

module.exports = { loadCompiled, compiledNow }
