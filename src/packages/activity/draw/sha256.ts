// The phone has no cryptography of its own; this is FIPS 180-4, for checking a promise and for nothing secret.
const isPrime = (n: number) => {
  for (let factor = 2; factor * factor <= n; factor++) if (n % factor === 0) return false
  return true
}
const primes = Array.from({ length: 312 }, (_, n) => n)
  .filter((n) => n > 1 && isPrime(n))
  .slice(0, 64)
const fraction = (n: number) => Math.floor((n - Math.floor(n)) * 2 ** 32) | 0
const constants = primes.map((prime) => fraction(Math.cbrt(prime)))
const first = primes.slice(0, 8).map((prime) => fraction(Math.sqrt(prime)))

const turn = (word: number, by: number) => (word >>> by) | (word << (32 - by))

/** Bytes of a text in UTF-8. */
function bytesOf(text: string): number[] {
  const escaped = encodeURIComponent(text)
  return (escaped.match(/%[0-9A-F]{2}|./g) ?? []).map((one) =>
    one.length === 3 ? parseInt(one.slice(1), 16) : one.charCodeAt(0),
  )
}

/** SHA-256 of a text in UTF-8, as 64 hexadecimal digits. */
export function sha256(text: string): string {
  const bytes = bytesOf(text)
  const bits = bytes.length * 8
  bytes.push(0x80)
  while (bytes.length % 64 !== 56) bytes.push(0)
  for (let shift = 56; shift >= 0; shift -= 8) bytes.push(Math.floor(bits / 2 ** shift) & 255)
  const state = [...first]
  for (let at = 0; at < bytes.length; at += 64) mix(state, bytes.slice(at, at + 64))
  return state.map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('')
}

function mix(state: number[], block: readonly number[]): void {
  const at = (list: readonly number[], index: number) => list[index] ?? 0
  const words = Array.from({ length: 16 }, (_, n) => {
    const [a = 0, b = 0, c = 0, d = 0] = block.slice(n * 4, n * 4 + 4)
    return (a << 24) | (b << 16) | (c << 8) | d
  })
  for (let n = 16; n < 64; n++) {
    const [x, y] = [at(words, n - 15), at(words, n - 2)]
    const low = turn(x, 7) ^ turn(x, 18) ^ (x >>> 3)
    const high = turn(y, 17) ^ turn(y, 19) ^ (y >>> 10)
    words.push((at(words, n - 16) + low + at(words, n - 7) + high) | 0)
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state
  for (let n = 0; n < 64; n++) {
    const big = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)
    const one = (h + big + ((e & f) ^ (~e & g)) + at(constants, n) + at(words, n)) | 0
    const small = turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)
    const two = (small + ((a & b) ^ (a & c) ^ (b & c))) | 0
    ;[h, g, f, e, d, c, b, a] = [g, f, e, (d + one) | 0, c, b, a, (one + two) | 0]
  }
  ;[a, b, c, d, e, f, g, h].forEach((word, n) => (state[n] = (at(state, n) + word) | 0))
}
