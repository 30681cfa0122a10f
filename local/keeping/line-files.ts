// Files of lines, read piece by piece: a collection may be larger than a text can be.
import { createHash } from 'node:crypto'
import { closeSync, existsSync, openSync, readSync } from 'node:fs'
import path from 'node:path'

const pieceSize = 1 << 20

/** Where the lines of a collection stand in a folder. */
export const linesFile = (folder: string, name: string): string => path.join(folder, `${name}.ndjson`)

/** The bytes of a file, piece by piece. */
function* piecesOf(file: string): Generator<Buffer> {
  const handle = openSync(file, 'r')
  try {
    for (;;) {
      const piece = Buffer.alloc(pieceSize)
      const read = readSync(handle, piece, 0, pieceSize, null)
      if (read === 0) return
      yield piece.subarray(0, read)
    }
  } finally {
    closeSync(handle)
  }
}

/** The sum of a file. */
export function sumOfFile(file: string): string {
  const sum = createHash('sha256')
  for (const piece of piecesOf(file)) sum.update(piece)
  return sum.digest('hex')
}

/** The lines of a kept collection, one after the other; none when there is no file. */
export function* linesOf(folder: string, name: string): Generator<string> {
  const file = linesFile(folder, name)
  if (!existsSync(file)) return
  let rest = Buffer.alloc(0)
  for (const piece of piecesOf(file)) {
    let all = Buffer.concat([rest, piece])
    for (let end = all.indexOf(10); end >= 0; end = all.indexOf(10)) {
      yield all.toString('utf8', 0, end)
      all = all.subarray(end + 1)
    }
    rest = all
  }
}
