import { requestFailed, unsupported } from './faults'

// Escapes and classes that PCRE knows and JavaScript would silently read as something else.
const FOREIGN = /\\[AZzhHRQEKGXN]|\[\[:\w+:\]|\(\?[>|#+&PR(]|[*+?}]\+/

/** Makes a PCRE pattern with MongoDB's options i, m, s and x a JavaScript one; other options are ignored. */
export function toPattern(source: string, options: string): RegExp {
  const inline = /^\(\?([imsx]+)\)/.exec(source)
  const wanted = options + (inline?.[1] ?? '')
  const bare = inline ? source.slice(inline[0].length) : source
  const pattern = wanted.includes('x') ? withoutSpace(bare) : bare
  const foreign = FOREIGN.exec(pattern.replace(/\\\\/g, ''))
  if (foreign) throw unsupported(`${foreign[0]} in a regular expression`)
  const flags = ['i', 'm', 's'].filter((flag) => wanted.includes(flag)).join('')
  try {
    return new RegExp(pattern, flags)
  } catch (error) {
    throw requestFailed(`Regular expression is invalid: ${error instanceof Error ? error.message : String(error)}`)
  }
}

// The option x: spaces and comments outside of character classes do not count.
function withoutSpace(pattern: string): string {
  return pattern.replace(/\\[^]|\[(?:\\[^]|[^\]\\])*\]|\s+|#[^\n]*/g, (part) => (/^[\s#]/.test(part) ? '' : part))
}
