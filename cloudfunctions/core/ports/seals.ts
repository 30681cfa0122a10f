// Seals by which we know again what we gave out. Their secrets never leave the cloud.
import { createHmac, timingSafeEqual } from 'node:crypto'
import { ids } from './ids'
import { store } from './store'

/** Secrets do not change, so each is read once in the life of an instance. */
const known = new Map<string, Promise<string>>()
const alphabet = 'abcdefghijklmnopqrstuvwxyz234567'
const length = 16

async function secret(id: string): Promise<string> {
  const found = await store.read('secrets', id)
  if (found) return found.value
  const value = ids.secret(32)
  if (await store.add('secrets', { _id: id, value })) return value
  // Another call made it at the same moment.
  const other = await store.read('secrets', id)
  if (!other) throw new Error('a secret is gone')
  return other.value
}

function secretOf(id: string): Promise<string> {
  const kept = known.get(id)
  if (kept) return kept
  const reading = secret(id)
  known.set(id, reading)
  reading.catch(() => known.delete(id))
  return reading
}

/** The seal of a text under a secret, 16 letters; the secret is made when there is none. */
export async function seal(secretId: string, text: string): Promise<string> {
  const bytes = createHmac('sha256', await secretOf(secretId))
    .update(text)
    .digest()
  return Array.from(bytes.subarray(0, length), (byte) => alphabet[byte % 32]).join('')
}

/** Whether this seal is ours. */
export async function isSealed(secretId: string, text: string, mac: string): Promise<boolean> {
  const right = Buffer.from(await seal(secretId, text))
  const given = Buffer.from(mac)
  return right.length === given.length && timingSafeEqual(right, given)
}
